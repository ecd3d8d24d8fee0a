-- name: issueIDsAfter :many
SELECT id FROM issue WHERE id > $1::bigint ORDER BY id LIMIT $2::integer;

-- name: headsByID :many
-- Everything that a head repeats of its events, to be compared with them.
SELECT id, sequence, state, is_open, lead_unit, supporting_units, office, handler, class, category,
       division, level, due_at, clock_count, head_digest
FROM issue
WHERE id = ANY ($1::bigint[])
ORDER BY id;

-- name: eventsOfIssues :many
SELECT issue_id, sequence, from_state, action, to_state, person_id, role, at, command_key,
       request_digest, body, previous_digest, digest
FROM issue_event
WHERE issue_id = ANY ($1::bigint[])
ORDER BY issue_id, sequence;

-- name: issueIDsOfMonth :many
-- Issues that had a deadline, an event or a running clock between two instants.
SELECT id
FROM issue
WHERE id > $3::bigint AND created_at < $2::timestamptz
  AND (is_open OR updated_at >= $1::timestamptz)
ORDER BY id
LIMIT $4::integer;
