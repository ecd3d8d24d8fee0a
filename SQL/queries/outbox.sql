-- name: openOutboxReader :execute
INSERT INTO outbox_reader (name, xid, position) VALUES ($1::text, '0'::xid8, 0)
ON CONFLICT (name) DO NOTHING;

-- name: lockOutboxReader :one
-- One carries at a time: whoever waits reads on where the other stopped.
SELECT xid::text::bigint AS xid, position FROM outbox_reader WHERE name = $1::text FOR UPDATE;

-- name: outboxBatches :many
SELECT xid::text::bigint AS xid, position, issue_ids, sequences, notices
FROM outbox_batch
WHERE (xid, position) > ($1::bigint::text::xid8, $2::bigint)
  AND xid < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY outbox_batch.xid, position
LIMIT $3::integer;

-- name: outboxEvents :many
SELECT issue_event.issue_id, issue_event.sequence, issue_event.from_state, issue_event.action,
       issue_event.to_state, issue_event.person_id, issue_event.role, issue_event.at,
       issue_event.command_key, issue_event.request_digest, issue_event.body,
       issue_event.previous_digest, issue_event.digest, issue.number,
       issue_narrative.title
FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS asked (issue_id, sequence, place)
JOIN issue_event USING (issue_id, sequence)
JOIN issue ON issue.id = issue_event.issue_id
JOIN issue_narrative ON issue_narrative.issue_id = issue_event.issue_id
ORDER BY asked.place;

-- name: advanceOutboxReader :execute
UPDATE outbox_reader SET xid = $2::bigint::text::xid8, position = $3::bigint WHERE name = $1::text;
