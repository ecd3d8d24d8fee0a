-- The order of locks. A transaction that locks rows of several kinds takes the kinds in this order,
-- the rows of one kind in the order of ids, and all rows of a kind in one statement, so that nobody
-- waits for somebody who waits for him:
--
--   1. names: a request's key (lockRequest), a person's webhooks (lockPerson), what is published and
--      the whole directory (lockDirectory)
--   2. where a reader of the outbox stands (lockOutboxReader)
--   3. issues (lockIssues), and after them what belongs to one: its events, words, clocks and links
--   4. new enterprises, in the order of credit codes (addEnterprises), then the numbers of cases, in the
--      order of years (addCases): both wait for commits alone
--   5. subscriptions
--   6. deliveries, and after them their tries and what digests hold
--   7. tokens
--
-- An update of many rows finds and locks them first, ordered (held), since its own plan has no order.
-- What takes only rows that nobody holds (SKIP LOCKED) waits for none, and may come at any place.

-- name: lockDirectory :one
-- One at a time publishes, or changes the directory as a whole.
SELECT true AS is_held FROM pg_advisory_xact_lock(7233116);

-- name: lockSubscriptions :many
SELECT id FROM subscription WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE;

-- name: lockTouchedDeliveries :many
-- What is there already of some issues, and of the digests of some days, each for its subscription.
SELECT id FROM delivery
WHERE id = ANY (ARRAY(
    SELECT delivery.id
    FROM unnest($1::bigint[], $2::bigint[]) AS urgent (subscription_id, issue_id)
    JOIN delivery USING (subscription_id, issue_id)
    UNION
    SELECT delivery.id
    FROM unnest($3::bigint[], $4::text[]) AS digest (subscription_id, digest_on)
    JOIN delivery ON delivery.subscription_id = digest.subscription_id
                     AND delivery.digest_on = digest.digest_on::date))
ORDER BY id
FOR NO KEY UPDATE;
