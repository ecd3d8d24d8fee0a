-- name: issueIDsAfter :many
SELECT id FROM issue WHERE id > $1::bigint ORDER BY id LIMIT $2::integer;

-- name: headsByID :many
-- Everything that a head repeats of its events, to be compared with them.
SELECT id, sequence, state, is_open, lead_unit, supporting_units, office, handler, class, category,
       division, level, due_at, class_rank, complained_unit, search_bigrams, project, chains,
       service_officer, level_holders, subject_unit
FROM issue JOIN issue_narrative ON issue_narrative.issue_id = issue.id
WHERE id = ANY ($1::bigint[])
ORDER BY id;

-- name: eventsOfIssues :many
SELECT issue_id, sequence, from_state, action, to_state, person_id, role, at, command_key,
       request_digest, body, previous_digest, digest
FROM issue_event
WHERE issue_id = ANY ($1::bigint[])
ORDER BY issue_id, sequence;

-- name: issueIDsBornBefore :many
-- Goes by the first event, which the chain of digests holds. Later events don't narrow this: the same month
-- must give the same issues at any time.
SELECT id
FROM issue JOIN issue_event AS birth ON birth.issue_id = id AND birth.sequence = 1
WHERE at < $1::timestamptz AND id > $2::bigint
ORDER BY id
LIMIT $3::integer;

-- name: caseSources :many
SELECT id, source, external_reference FROM filed_case WHERE id = ANY ($1::bigint[]);

-- name: casesWithGaps :many
-- Cases whose issues are not numbered through from 1 on: some were taken out.
SELECT filed_case.number, count(issue.id) AS issue_count,
       coalesce(max(substring(issue.number FROM '-([0-9]{1,9})$')::integer), 0) AS last
FROM filed_case
LEFT JOIN issue ON issue.case_id = filed_case.id
          AND issue.number ~ '-[0-9]{1,9}$'
GROUP BY filed_case.id, filed_case.number
HAVING count(issue.id) = 0
       OR count(issue.id) <> max(substring(issue.number FROM '-([0-9]{1,9})$')::integer)
ORDER BY filed_case.id;

-- name: issuesUnlikeCases :many
-- Issues that say otherwise than their case what it is called and whose it is.
SELECT issue.id, NOT starts_with(issue.number, filed_case.number || '-') AS has_other_number,
       issue.enterprise_id IS DISTINCT FROM filed_case.enterprise_id AS has_other_enterprise
FROM issue JOIN filed_case ON filed_case.id = issue.case_id
WHERE NOT starts_with(issue.number, filed_case.number || '-')
      OR issue.enterprise_id IS DISTINCT FROM filed_case.enterprise_id
ORDER BY issue.id;

-- name: everyDocument :many
-- All texts that were published, each with the digest that was recorded with it.
SELECT kind, name, revision, source, digest FROM published_document
UNION ALL
SELECT 'workflow' AS kind, workflow AS name, version AS revision, source, digest FROM workflow_version
ORDER BY kind, name, revision;
