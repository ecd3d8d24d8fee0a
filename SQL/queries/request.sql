-- name: keepRequest :optional
-- Notes what came of a request; none where another was carried out under the same words.
INSERT INTO request_key (person_id, sent_key, request_digest, result, kept_at)
VALUES ($1::bigint, $2::bytea, $3::bytea, $4::text::jsonb, $5::timestamptz)
ON CONFLICT DO NOTHING
RETURNING true AS is_kept;

-- name: keptRequest :optional
SELECT request_digest, result::text AS result FROM request_key
WHERE person_id = $1::bigint AND sent_key = $2::bytea;

-- name: lockRequest :one
-- Keeps another try of the same request waiting until the transaction ends.
SELECT true AS is_held FROM pg_advisory_xact_lock(hashtextextended('request ' || encode($2::bytea, 'hex'), $1::bigint));

-- name: pruneRequests :execute
-- One at a time; whoever comes meanwhile leaves it to the other.
WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(7233117) AS is_mine)
DELETE FROM request_key
WHERE (SELECT is_mine FROM turn) AND (person_id, sent_key) IN (
    SELECT person_id, sent_key FROM request_key WHERE kept_at < $1::timestamptz
    ORDER BY kept_at LIMIT $2::integer);
