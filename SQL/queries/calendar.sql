-- name: calendarPublishedAt :optional
SELECT published_at FROM published_document
WHERE kind = 'calendar' AND name = $1::text AND revision = $2::integer;

-- name: issuesOnEarlierRevision :many
-- Open issues with a clock that runs on an earlier revision than the one named.
SELECT DISTINCT issue_id FROM clock
WHERE calendar = $1::text AND calendar_revision < $2::integer AND ended_at IS NULL
  AND issue_id > $3::bigint
ORDER BY issue_id
LIMIT $4::integer;

-- name: runningClocksByRevision :many
SELECT calendar, calendar_revision, count(*) AS running_count,
       count(*) FILTER (WHERE is_provisional) AS provisional_count
FROM clock
WHERE ended_at IS NULL
GROUP BY calendar, calendar_revision
ORDER BY calendar, calendar_revision;

-- name: provisionalClocks :many
SELECT issue.number, clock.kind, clock.party, clock.due_at, clock.calendar, clock.calendar_revision
FROM clock JOIN issue ON issue.id = clock.issue_id
WHERE clock.is_provisional AND clock.ended_at IS NULL
ORDER BY clock.due_at, clock.issue_id, clock.number;
