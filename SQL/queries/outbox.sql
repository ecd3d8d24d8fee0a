-- name: waitingReaders :many
-- Those of some readers for which something is left.
SELECT asked.name
FROM unnest($1::text[]) AS asked (name)
LEFT JOIN outbox_reader AS reader ON reader.name = asked.name
CROSS JOIN LATERAL (
    SELECT position FROM outbox_batch
    WHERE (outbox_batch.xid, outbox_batch.position)
          > (COALESCE(reader.xid, '0'::xid8), COALESCE(reader.position, 0))
      AND outbox_batch.xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY outbox_batch.xid, outbox_batch.position
    LIMIT 1) AS next;

-- name: openOutboxReader :execute
INSERT INTO outbox_reader (name, xid, position) VALUES ($1::text, '0'::xid8, 0)
ON CONFLICT (name) DO NOTHING;

-- name: lockOutboxReader :one
-- One carries at a time: whoever waits reads on where the other stopped.
SELECT true AS is_held FROM outbox_reader WHERE name = $1::text FOR UPDATE;

-- name: outboxBatches :many
-- What follows where a reader stands, which must be locked.
SELECT batch.xid::text::bigint AS xid, batch.position, batch.issue_ids, batch.sequences, batch.notices
FROM outbox_reader AS reader,
     LATERAL (
         SELECT xid, position, issue_ids, sequences, notices FROM outbox_batch
         WHERE (outbox_batch.xid, outbox_batch.position) > (reader.xid, reader.position)
           AND xid < pg_snapshot_xmin(pg_current_snapshot())
         ORDER BY xid, position
         LIMIT $2::integer) AS batch
WHERE reader.name = $1::text
ORDER BY batch.xid, batch.position;

-- name: outboxEvents :many
SELECT issue_event.issue_id, issue_event.sequence, issue_event.from_state, issue_event.action,
       issue_event.to_state, issue_event.person_id, issue_event.role, issue_event.at,
       issue_event.command_key, issue_event.request_digest, issue_event.body,
       issue_event.previous_digest, issue_event.digest, issue.number,
       issue_narrative.title, issue.workflow_version_id
FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS asked (issue_id, sequence, place)
JOIN issue_event USING (issue_id, sequence)
JOIN issue ON issue.id = issue_event.issue_id
JOIN issue_narrative ON issue_narrative.issue_id = issue_event.issue_id
ORDER BY asked.place;

-- name: commonEvents :many
-- Of some events those that mean something for other issues; columns as above.
SELECT issue_event.issue_id, issue_event.sequence, issue_event.from_state, issue_event.action,
       issue_event.to_state, issue_event.person_id, issue_event.role, issue_event.at,
       issue_event.command_key, issue_event.request_digest, issue_event.body,
       issue_event.previous_digest, issue_event.digest, issue.number,
       issue_narrative.title, issue.workflow_version_id
FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS asked (issue_id, sequence, place)
JOIN issue_event USING (issue_id, sequence)
JOIN issue ON issue.id = issue_event.issue_id
JOIN issue_narrative ON issue_narrative.issue_id = issue_event.issue_id
WHERE issue_event.body -> 'common' IS NOT NULL OR issue_event.body -> 'merge' IS NOT NULL
ORDER BY asked.place;

-- name: advanceOutboxReader :execute
UPDATE outbox_reader SET xid = $2::bigint::text::xid8, position = $3::bigint WHERE name = $1::text;
