-- name: liveSubscriptions :many
-- Those that want every event, and those of the persons asked for; not those that are behind.
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason, failing_since,
       paused_at, is_apart, behind_xid IS NOT NULL AS is_behind
FROM subscription
WHERE ended_at IS NULL AND pace <> 'none' AND behind_xid IS NULL
  AND (scope <> 'told' OR person_id = ANY ($1::bigint[]))
ORDER BY id;

-- name: subscriptionsOf :many
-- A person's, or everybody's where none is named.
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason, failing_since,
       paused_at, is_apart, behind_xid IS NOT NULL AS is_behind
FROM subscription
WHERE ($1::bigint IS NULL OR person_id = $1::bigint) AND id > $2::bigint AND channel = 'webhook'
ORDER BY id
LIMIT $3::integer;

-- name: subscriptionsByID :many
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason, failing_since,
       paused_at, is_apart, behind_xid IS NOT NULL AS is_behind
FROM subscription
WHERE id = ANY ($1::bigint[]);

-- name: mailOf :optional
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason, failing_since,
       paused_at, is_apart, behind_xid IS NOT NULL AS is_behind
FROM subscription
WHERE person_id = $1::bigint AND channel = 'mail';

-- name: lockPerson :one
-- Keeps others from adding to the person's webhooks until the transaction ends.
SELECT true AS is_held FROM pg_advisory_xact_lock(hashtextextended('webhooks', $1::bigint));

-- name: addSubscription :optional
-- None where the person has as many webhooks as one may.
INSERT INTO subscription (person_id, channel, url, scope, pace, is_quiet, language, actions, created_at)
SELECT $1::bigint, 'webhook', $2::text, $3::text, $4::text, $5::boolean, $6::text, $7::text[],
       $8::timestamptz
WHERE (SELECT count(*) FROM subscription
       WHERE person_id = $1::bigint AND channel = 'webhook' AND ended_at IS NULL) < $9::bigint
RETURNING id;

-- name: openMail :execute
-- Gives those who have none a subscription of mail, as the rules say.
INSERT INTO subscription (person_id, channel, scope, pace, is_quiet, language, created_at)
SELECT person_id, 'mail', 'told', pace, is_quiet, 'zh', $4::timestamptz
FROM unnest($1::bigint[], $2::text[], $3::boolean[]) AS fresh (person_id, pace, is_quiet)
ON CONFLICT DO NOTHING;

-- name: putMail :execute
INSERT INTO subscription (person_id, channel, scope, pace, is_quiet, language, created_at)
VALUES ($1::bigint, 'mail', 'told', $2::text, $3::boolean, $4::text, $5::timestamptz)
ON CONFLICT (person_id) WHERE channel = 'mail'
DO UPDATE SET pace = excluded.pace, is_quiet = excluded.is_quiet, language = excluded.language;

-- name: rotateSecret :optional
-- A secret keeps signing as long as was promised for it, but no more than three at once; without
-- an overlap none but the newest.
UPDATE subscription
SET generation = generation + 1,
    oldest_generation = CASE
        WHEN $2::timestamptz <= $3::timestamptz THEN generation + 1
        WHEN previous_until > $3::timestamptz THEN greatest(oldest_generation, generation - 1)
        ELSE generation END,
    previous_until = CASE
        WHEN $2::timestamptz <= $3::timestamptz THEN $2::timestamptz
        ELSE greatest(previous_until, $2::timestamptz) END
WHERE id = $1::bigint AND ended_at IS NULL AND channel = 'webhook'
RETURNING generation, previous_until;

-- name: endSubscription :execute
UPDATE subscription SET ended_at = $2::timestamptz, end_reason = $3::text, paused_at = NULL,
                        behind_xid = NULL, behind_position = NULL
WHERE id = $1::bigint AND ended_at IS NULL;

-- name: buryDeliveries :execute
-- What waits for a subscription that has ended, or that leaves it out, is not sent any more.
WITH held AS MATERIALIZED (
    SELECT id FROM delivery
    WHERE subscription_id = $1::bigint AND state = 'pending'
    ORDER BY id
    FOR NO KEY UPDATE)
UPDATE delivery SET state = 'dead', settled_at = $2::timestamptz, last_error = $3::text
FROM held
WHERE delivery.id = held.id;

-- name: addDeliveries :execute
INSERT INTO delivery (subscription_id, issue_id, sequence, not_before, is_apart)
SELECT subscription_id, issue_id, sequence, not_before, subscription.is_apart
FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::timestamptz[]) WITH ORDINALITY
     AS fresh (subscription_id, issue_id, sequence, not_before, place)
JOIN subscription ON subscription.id = subscription_id
ORDER BY place
ON CONFLICT (subscription_id, issue_id, sequence) DO NOTHING;

-- name: hastenDeliveries :execute
-- What is urgent does not wait behind what was held for the morning. The rows must be locked.
UPDATE delivery SET not_before = asked.not_before
FROM (SELECT DISTINCT subscription_id, issue_id, not_before
      FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[])
           AS fresh (subscription_id, issue_id, not_before)) AS asked
WHERE delivery.subscription_id = asked.subscription_id AND delivery.issue_id = asked.issue_id
  AND delivery.state = 'pending' AND delivery.not_before > asked.not_before;

-- name: addDigests :execute
-- A digest that is under way or has gone goes once more, with what came to it. What is there already
-- must be locked.
INSERT INTO delivery (subscription_id, digest_on, not_before, is_apart)
SELECT DISTINCT subscription_id, digest_on::date, not_before, subscription.is_apart
FROM unnest($1::bigint[], $2::text[], $3::timestamptz[])
     AS fresh (subscription_id, digest_on, not_before)
JOIN subscription ON subscription.id = subscription_id
ON CONFLICT (subscription_id, digest_on)
DO UPDATE SET state = 'pending', settled_at = NULL, next_try_at = '-infinity',
              is_apart = excluded.is_apart, tries = delivery.tries + 1, tries_before = delivery.tries + 1
WHERE delivery.tries > 0;

-- name: addDigestItems :execute
INSERT INTO digest_item (delivery_id, issue_id, sequence)
SELECT delivery.id, fresh.issue_id, fresh.sequence
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::integer[])
     AS fresh (subscription_id, digest_on, issue_id, sequence)
JOIN delivery ON delivery.subscription_id = fresh.subscription_id AND delivery.digest_on = fresh.digest_on::date
ON CONFLICT DO NOTHING;

-- name: claimDeliveries :many
-- Takes the first that wait, of each issue and subscription only the earliest, and keeps others
-- from them until the claim ends. One person's webhooks get only so many places, and a receiver
-- that failed only one. What stands apart is looked for line by line: however much waits there, it
-- is not in the way of the rest.
WITH common AS MATERIALIZED (
    SELECT delivery.id, subscription_id, person_id, channel, not_before, false AS is_failing
    FROM delivery JOIN subscription ON subscription.id = subscription_id
    WHERE state = 'pending' AND NOT delivery.is_apart
      AND not_before <= $1::timestamptz AND next_try_at <= $2::timestamptz
      AND subscription_id <> ALL ($5::bigint[]) AND paused_at IS NULL
      AND CASE channel WHEN 'mail' THEN $7::boolean ELSE person_id <> ALL ($6::bigint[]) END
      -- One look into the index of lines: by state = 'pending' the index of all that waits would
      -- do too, and be walked once a row.
      AND (issue_id IS NULL OR sequence = (
          SELECT min(earlier.sequence) FROM delivery AS earlier
          WHERE earlier.subscription_id = delivery.subscription_id
            AND earlier.issue_id = delivery.issue_id AND earlier.state <> 'delivered'
            AND earlier.state <> 'noLongerVisible' AND earlier.state <> 'dead'))
    ORDER BY not_before, delivery.id
    LIMIT $4::integer * 4),
apart AS MATERIALIZED (
    SELECT line.id, subscription.id AS subscription_id, person_id, channel, line.not_before,
           failures > 0 AS is_failing
    FROM subscription,
         LATERAL (
             SELECT delivery.id, delivery.not_before FROM delivery
             WHERE delivery.subscription_id = subscription.id
               AND delivery.state = 'pending' AND delivery.is_apart
               AND delivery.not_before <= $1::timestamptz
               AND delivery.next_try_at <= $2::timestamptz
               AND (delivery.issue_id IS NULL OR delivery.sequence = (
                   SELECT min(earlier.sequence) FROM delivery AS earlier
                   WHERE earlier.subscription_id = delivery.subscription_id
                     AND earlier.issue_id = delivery.issue_id AND earlier.state <> 'delivered'
                     AND earlier.state <> 'noLongerVisible' AND earlier.state <> 'dead'))
             ORDER BY delivery.not_before, delivery.id
             LIMIT CASE WHEN failures > 0 THEN 1 ELSE $9::integer END) AS line
    WHERE subscription.is_apart AND ended_at IS NULL AND paused_at IS NULL
      AND (probe_at IS NULL OR probe_at <= $2::timestamptz)
      AND subscription.id <> ALL ($5::bigint[]) AND person_id <> ALL ($6::bigint[])
    ORDER BY failures > 0, probe_at NULLS FIRST, line.not_before, line.id
    LIMIT $10::integer),
ranked AS (
    SELECT id, row_number() OVER (PARTITION BY person_id, channel ORDER BY id) AS place,
           row_number() OVER (PARTITION BY subscription_id ORDER BY id) AS place_of_receiver,
           is_failing OR subscription_id = ANY ($8::bigint[]) AS is_ailing
    FROM (SELECT id, subscription_id, person_id, channel, is_failing FROM common
          UNION ALL
          SELECT id, subscription_id, person_id, channel, is_failing FROM apart) AS ready),
head AS MATERIALIZED (
    SELECT delivery.id FROM delivery
    WHERE delivery.id = ANY (ARRAY(
              SELECT id FROM ranked
              WHERE place <= $9::integer AND (NOT is_ailing OR place_of_receiver = 1)))
      AND delivery.state = 'pending' AND delivery.next_try_at <= $2::timestamptz
    ORDER BY delivery.not_before, delivery.id
    LIMIT $4::integer
    FOR UPDATE OF delivery SKIP LOCKED)
UPDATE delivery SET next_try_at = $3::timestamptz, tries = tries + 1
FROM head
WHERE delivery.id = head.id
RETURNING delivery.id, delivery.subscription_id, delivery.issue_id, delivery.sequence,
          delivery.digest_on, delivery.tries, delivery.tries - delivery.tries_before AS tries_since;

-- name: digestItems :many
SELECT delivery_id, issue_id, sequence FROM digest_item
WHERE delivery_id = ANY ($1::bigint[])
ORDER BY delivery_id, issue_id, sequence;

-- name: settleDeliveries :execute
-- Only whoever made the last try may settle it.
WITH held AS MATERIALIZED (
    SELECT id FROM delivery WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE)
UPDATE delivery SET state = told.state, next_try_at = told.next_try_at, last_status = told.status,
                    last_error = told.error, settled_at = told.settled_at
FROM held
JOIN unnest($1::bigint[], $2::integer[], $3::text[], $4::timestamptz[], $5::integer[], $6::text[],
            $7::timestamptz[])
     AS told (id, number, state, next_try_at, status, error, settled_at) ON told.id = held.id
WHERE delivery.id = held.id AND delivery.tries = told.number AND delivery.state = 'pending';

-- name: noteOutcomes :many
-- Of those that took something the failures end; the line of its own stays until it is empty. Of the
-- others a failure counts where its try began after the last: what was under way together counts
-- once. The pauses are in milliseconds, one for each failure; the last holds for all that follow.
-- Gives those that failed.
WITH held AS MATERIALIZED (
    SELECT id FROM subscription
    WHERE id = ANY ($1::bigint[]) AND failures > 0
       OR id = ANY ($2::bigint[]) AND ended_at IS NULL AND channel = 'webhook'
    ORDER BY id
    FOR NO KEY UPDATE),
healed AS (
    UPDATE subscription SET failures = 0, failing_since = NULL, failed_at = NULL, probe_at = NULL
    FROM held
    WHERE subscription.id = held.id AND held.id = ANY ($1::bigint[]))
UPDATE subscription
SET failures = failures + 1, failing_since = COALESCE(failing_since, told.ended_at),
    failed_at = told.ended_at,
    probe_at = told.ended_at + make_interval(
        secs => ($5::bigint[])[least(failures + 1, cardinality($5::bigint[]))] / 1000.0)
FROM held
JOIN unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[]) AS told (id, began_at, ended_at)
     ON told.id = held.id
WHERE subscription.id = held.id AND held.id <> ALL ($1::bigint[])
  AND (failed_at IS NULL OR told.began_at >= failed_at)
RETURNING subscription.id, failures, failing_since, is_apart, paused_at;

-- name: standApart :execute
-- From here on its events are found again from where the reader of notices stands, which must be
-- locked, as must they.
UPDATE subscription
SET is_apart = true, behind_xid = COALESCE(behind_xid, reader.xid),
    behind_position = COALESCE(behind_position, reader.position)
FROM outbox_reader AS reader
WHERE subscription.id = ANY ($1::bigint[]) AND reader.name = $2::text
  AND subscription.ended_at IS NULL AND failures > 0;

-- name: moveApart :execute
WITH held AS MATERIALIZED (
    SELECT delivery.id
    FROM delivery JOIN subscription ON subscription.id = subscription_id
    WHERE subscription_id = ANY ($1::bigint[]) AND state = 'pending' AND NOT delivery.is_apart
      AND subscription.is_apart
    ORDER BY delivery.id
    FOR NO KEY UPDATE OF delivery)
UPDATE delivery SET is_apart = true FROM held WHERE delivery.id = held.id;

-- name: pauseSubscriptions :many
-- Those that failed since before an instant wait for their owner. They must be locked.
UPDATE subscription SET paused_at = $3::timestamptz
WHERE id = ANY ($1::bigint[]) AND ended_at IS NULL AND paused_at IS NULL AND is_apart
  AND behind_xid IS NOT NULL AND failing_since <= $2::timestamptz
RETURNING id;

-- name: fallBehind :execute
-- Too much waits: they go on from where the reader of notices stands, which must be locked, as must
-- they.
UPDATE subscription SET behind_xid = reader.xid, behind_position = reader.position
FROM outbox_reader AS reader
WHERE subscription.id = ANY ($1::bigint[]) AND reader.name = $2::text AND behind_xid IS NULL;

-- name: waitingFor :many
-- How much waits for some webhooks, events of digests too, up to a limit.
SELECT asked.id,
       (SELECT count(*) FROM (SELECT FROM delivery
                              WHERE delivery.subscription_id = asked.id AND delivery.issue_id IS NOT NULL
                                AND state <> 'delivered' AND state <> 'noLongerVisible'
                                AND state <> 'dead'
                              LIMIT $2::integer) AS part)
       + (SELECT count(*) FROM (SELECT FROM delivery JOIN digest_item ON delivery_id = delivery.id
                                WHERE delivery.subscription_id = asked.id AND delivery.issue_id IS NULL
                                  AND state <> 'delivered' AND state <> 'noLongerVisible'
                                  AND state <> 'dead'
                                LIMIT $2::integer) AS part) AS waiting
FROM subscription AS asked
WHERE asked.id = ANY ($1::bigint[]) AND channel = 'webhook';

-- name: subscriptionBehind :optional
-- Of those that may go on the one furthest behind of which less waits than a limit. It is locked:
-- what is carried for it comes after it.
SELECT subscription.id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason, failing_since,
       paused_at, is_apart, behind_xid IS NOT NULL AS is_behind
FROM subscription JOIN lagging_subscription AS lagging USING (id)
WHERE behind_xid IS NOT NULL AND lagging.may_go_on_at <= $2::timestamptz
  AND (SELECT count(*) FROM (SELECT FROM delivery
                             WHERE delivery.subscription_id = subscription.id
                               AND delivery.issue_id IS NOT NULL AND state <> 'delivered'
                               AND state <> 'noLongerVisible' AND state <> 'dead'
                             LIMIT $1::integer) AS part)
      + (SELECT count(*) FROM (SELECT FROM delivery JOIN digest_item ON delivery_id = delivery.id
                               WHERE delivery.subscription_id = subscription.id
                                 AND delivery.issue_id IS NULL AND state <> 'delivered'
                                 AND state <> 'noLongerVisible' AND state <> 'dead'
                               LIMIT $1::integer) AS part) < $1::integer
ORDER BY behind_xid, behind_position, subscription.id
LIMIT 1
FOR NO KEY UPDATE OF subscription;

-- name: batchesBehind :many
-- What a subscription did not get yet of what others got.
SELECT batch.xid::text::bigint AS xid, batch.position, batch.issue_ids, batch.sequences, batch.notices
FROM subscription, outbox_reader AS reader,
     LATERAL (
         SELECT xid, position, issue_ids, sequences, notices FROM outbox_batch
         WHERE (outbox_batch.xid, outbox_batch.position) > (behind_xid, behind_position)
           AND (outbox_batch.xid, outbox_batch.position) <= (reader.xid, reader.position)
         ORDER BY xid, position
         LIMIT $2::integer) AS batch
WHERE subscription.id = $1::bigint AND reader.name = $3::text
ORDER BY batch.xid, batch.position;

-- name: catchUp :execute
UPDATE subscription SET behind_xid = $2::bigint::text::xid8, behind_position = $3::bigint
WHERE id = $1::bigint AND behind_xid IS NOT NULL;

-- name: caughtUp :execute
UPDATE subscription SET behind_xid = NULL, behind_position = NULL WHERE id = $1::bigint;

-- name: standTogether :execute
-- Gives up the line of its own where nothing stands in it, under the lock of the reader.
WITH held AS MATERIALIZED (
    SELECT id FROM subscription
    WHERE is_apart AND ended_at IS NULL AND paused_at IS NULL AND failures = 0 AND behind_xid IS NULL
      AND NOT EXISTS (SELECT FROM delivery
                      WHERE delivery.subscription_id = subscription.id AND issue_id IS NULL
                        AND state = 'pending')
      AND NOT EXISTS (SELECT FROM delivery
                      WHERE delivery.subscription_id = subscription.id AND state <> 'delivered'
                        AND state <> 'noLongerVisible' AND state <> 'dead')
    ORDER BY id
    FOR NO KEY UPDATE)
UPDATE subscription SET is_apart = false FROM held WHERE subscription.id = held.id;

-- name: unsettled :one
-- Tells whether some subscription is behind and may go on, or stands apart without a fault.
SELECT EXISTS (SELECT FROM lagging_subscription
               WHERE may_go_on_at <= $1::timestamptz) AS is_behind,
       EXISTS (SELECT FROM subscription
               WHERE is_apart AND ended_at IS NULL AND paused_at IS NULL AND failures = 0) AS is_apart;

-- name: resumeSubscription :execute
UPDATE subscription SET paused_at = NULL, failures = 0, failing_since = NULL, failed_at = NULL,
                        probe_at = NULL
WHERE id = $1::bigint AND ended_at IS NULL AND paused_at IS NOT NULL;

-- name: pausedOf :many
-- What persons are to be told of webhooks of theirs that wait for them.
SELECT person_id, id, url, failing_since, paused_at FROM subscription
WHERE person_id = ANY ($1::bigint[]) AND paused_at IS NOT NULL AND ended_at IS NULL
ORDER BY person_id, id;

-- name: pruneDeliveries :execute
-- Forgets what was settled long ago, with its tries and events; the dead stay longer.
WITH old AS MATERIALIZED (
    SELECT id FROM delivery
    WHERE settled_at < CASE state WHEN 'dead' THEN $2::timestamptz ELSE $1::timestamptz END
      AND settled_at < greatest($1::timestamptz, $2::timestamptz) AND settled_at IS NOT NULL
    ORDER BY settled_at
    LIMIT $3::integer
    FOR UPDATE SKIP LOCKED),
tries AS (DELETE FROM delivery_attempt WHERE delivery_id IN (SELECT id FROM old)),
items AS (DELETE FROM digest_item WHERE delivery_id IN (SELECT id FROM old))
DELETE FROM delivery WHERE id IN (SELECT id FROM old);

-- name: addAttempts :execute
INSERT INTO delivery_attempt (delivery_id, number, at, status, error, milliseconds)
SELECT delivery_id, number, at, status, error, milliseconds
FROM unnest($1::bigint[], $2::integer[], $3::timestamptz[], $4::integer[], $5::text[], $6::integer[])
     AS made (delivery_id, number, at, status, error, milliseconds)
ON CONFLICT DO NOTHING;

-- name: deliveries :many
-- The newest first, before an id.
SELECT delivery.id, delivery.subscription_id, delivery.issue_id, delivery.sequence, delivery.digest_on,
       delivery.state, delivery.not_before, delivery.next_try_at, delivery.tries,
       delivery.last_status, delivery.last_error, delivery.settled_at, issue.number
FROM delivery
JOIN subscription ON subscription.id = delivery.subscription_id
LEFT JOIN issue ON issue.id = delivery.issue_id
WHERE ($1::bigint IS NULL OR subscription.person_id = $1::bigint)
  AND ($2::bigint IS NULL OR delivery.subscription_id = $2::bigint)
  AND ($3::text IS NULL OR delivery.state = $3::text)
  AND ($4::text IS NULL OR issue.number = $4::text)
  AND ($5::bigint IS NULL OR delivery.id = $5::bigint)
  AND delivery.id < $6::bigint
ORDER BY delivery.id DESC
LIMIT $7::integer;

-- name: attemptsOf :many
SELECT number, at, status, error, milliseconds FROM delivery_attempt
WHERE delivery_id = $1::bigint
ORDER BY number;

-- name: replayDelivery :execute
-- Whoever ends its subscription meanwhile is waited for: then it is not sent any more.
WITH live AS MATERIALIZED (
    SELECT subscription.id, subscription.is_apart
    FROM subscription JOIN delivery ON subscription_id = subscription.id
    WHERE delivery.id = $1::bigint AND ended_at IS NULL
    FOR NO KEY UPDATE OF subscription)
UPDATE delivery
SET state = 'pending', settled_at = NULL, next_try_at = '-infinity', tries_before = tries,
    last_error = NULL, last_status = NULL, is_apart = live.is_apart
FROM live
WHERE delivery.id = $1::bigint AND delivery.state <> 'pending'
  AND live.id = delivery.subscription_id;

-- name: replayDead :execute
-- Likewise.
WITH live AS MATERIALIZED (
    SELECT id, is_apart FROM subscription
    WHERE id = $1::bigint AND ended_at IS NULL
    FOR NO KEY UPDATE),
held AS MATERIALIZED (
    SELECT delivery.id, live.is_apart
    FROM live JOIN delivery ON delivery.subscription_id = live.id
    WHERE delivery.subscription_id = $1::bigint AND delivery.state = 'dead'
    ORDER BY delivery.id
    FOR NO KEY UPDATE OF delivery)
UPDATE delivery
SET state = 'pending', settled_at = NULL, next_try_at = '-infinity', tries_before = tries,
    last_error = NULL, last_status = NULL, is_apart = held.is_apart
FROM held
WHERE delivery.id = held.id;

-- name: classesOfIssues :many
SELECT id, class FROM issue WHERE id = ANY ($1::bigint[]);
