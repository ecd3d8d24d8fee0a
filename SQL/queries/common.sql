-- name: joinCommon :execute
INSERT INTO common_member (issue_id, lead_issue_id, joined_at)
VALUES ($1::bigint, $2::bigint, $3::timestamptz)
ON CONFLICT (issue_id)
DO UPDATE SET lead_issue_id = excluded.lead_issue_id, joined_at = excluded.joined_at,
              has_received = false
WHERE common_member.lead_issue_id <> excluded.lead_issue_id;

-- name: leaveCommon :execute
DELETE FROM common_member WHERE issue_id = $1::bigint;

-- name: noteCommonResult :execute
-- What came before reached its members, or no longer counts: none of them has the new one yet.
WITH noted AS (
    INSERT INTO common_result (lead_issue_id, sequence) VALUES ($1::bigint, $2::integer)
    ON CONFLICT (lead_issue_id) DO UPDATE SET sequence = excluded.sequence
    RETURNING lead_issue_id)
UPDATE common_member SET has_received = false
FROM noted WHERE common_member.lead_issue_id = noted.lead_issue_id;

-- name: noteReceived :execute
UPDATE common_member SET has_received = true WHERE issue_id = $1::bigint;

-- name: membersWaiting :many
-- Of some issues those that could not take what came of their leading one, with the event of it.
SELECT member.issue_id, member.lead_issue_id, result.sequence
FROM common_member AS member JOIN common_result AS result USING (lead_issue_id)
WHERE NOT member.has_received AND member.issue_id = ANY ($1::bigint[])
ORDER BY member.issue_id;

-- name: commonMembers :many
SELECT issue_id FROM common_member WHERE lead_issue_id = $1::bigint ORDER BY issue_id;

-- name: standsUnder :one
-- Whether an issue belongs to another, itself or through one that does.
WITH RECURSIVE above AS (
    SELECT lead_issue_id FROM common_member WHERE issue_id = $1::bigint
    UNION
    SELECT member.lead_issue_id FROM above JOIN common_member AS member ON member.issue_id = above.lead_issue_id)
SELECT EXISTS (SELECT FROM above WHERE lead_issue_id = $2::bigint) AS stands;

-- name: commonLeads :many
-- Of some issues those that others belong to.
SELECT DISTINCT lead_issue_id FROM common_member WHERE lead_issue_id = ANY ($1::bigint[]);

-- name: commonEnterprises :one
-- How many enterprises have the need, that of the leading issue included, since an instant.
SELECT count(DISTINCT enterprise_id) AS count FROM issue
WHERE created_at >= $2::timestamptz
  AND (id = $1::bigint
       OR id IN (SELECT issue_id FROM common_member WHERE lead_issue_id = $1::bigint));

-- name: recentOpenIssues :many
-- The newest open issues of enterprises in a category.
SELECT id FROM issue
WHERE is_open AND category = $1::text AND enterprise_id IS NOT NULL AND created_at >= $2::timestamptz
ORDER BY id DESC
LIMIT $3::integer;
