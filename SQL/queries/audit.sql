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
-- Later events don't narrow this: the same month must give the same issues at any time.
SELECT id FROM issue
WHERE created_at < $1::timestamptz AND id > $2::bigint
ORDER BY id
LIMIT $3::integer;

-- name: caseSources :many
SELECT id, source, external_reference FROM filed_case WHERE id = ANY ($1::bigint[]);
