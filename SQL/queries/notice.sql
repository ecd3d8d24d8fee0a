-- name: liveSubscriptions :many
-- Those that want every event, and those of the persons asked for.
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason
FROM subscription
WHERE ended_at IS NULL AND pace <> 'none'
  AND (scope <> 'told' OR person_id = ANY ($1::bigint[]))
ORDER BY id;

-- name: subscriptionsOf :many
-- A person's, or everybody's where none is named.
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason
FROM subscription
WHERE ($1::bigint IS NULL OR person_id = $1::bigint) AND id > $2::bigint AND channel = 'webhook'
ORDER BY id
LIMIT $3::integer;

-- name: subscriptionsByID :many
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason
FROM subscription
WHERE id = ANY ($1::bigint[]);

-- name: mailOf :optional
SELECT id, person_id, channel, url, scope, pace, is_quiet, language, actions, generation,
       oldest_generation, previous_until, created_at, ended_at, end_reason
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
UPDATE subscription SET ended_at = $2::timestamptz, end_reason = $3::text
WHERE id = $1::bigint AND ended_at IS NULL;

-- name: buryDeliveries :execute
-- What waits for a subscription that has ended is not sent any more.
UPDATE delivery SET state = 'dead', settled_at = $2::timestamptz, last_error = $3::text
WHERE subscription_id = $1::bigint AND state = 'pending';

-- name: addDeliveries :execute
INSERT INTO delivery (subscription_id, issue_id, sequence, not_before)
SELECT subscription_id, issue_id, sequence, not_before
FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::timestamptz[])
     AS fresh (subscription_id, issue_id, sequence, not_before)
ON CONFLICT (subscription_id, issue_id, sequence) DO NOTHING;

-- name: hastenDeliveries :execute
-- What is urgent does not wait behind what was held for the morning.
UPDATE delivery SET not_before = asked.not_before
FROM (SELECT DISTINCT subscription_id, issue_id, not_before
      FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[])
           AS fresh (subscription_id, issue_id, not_before)) AS asked
WHERE delivery.subscription_id = asked.subscription_id AND delivery.issue_id = asked.issue_id
  AND delivery.state = 'pending' AND delivery.not_before > asked.not_before;

-- name: addDigests :execute
-- A digest that is under way or has gone goes once more, with what came to it.
INSERT INTO delivery (subscription_id, digest_on, not_before)
SELECT DISTINCT subscription_id, digest_on::date, not_before
FROM unnest($1::bigint[], $2::text[], $3::timestamptz[])
     AS fresh (subscription_id, digest_on, not_before)
ON CONFLICT (subscription_id, digest_on)
DO UPDATE SET state = 'pending', settled_at = NULL, next_try_at = '-infinity',
              tries = delivery.tries + 1, tries_before = delivery.tries + 1
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
-- that failed only one.
WITH ready AS MATERIALIZED (
    SELECT delivery.id, subscription_id, person_id, channel
    FROM delivery JOIN subscription ON subscription.id = subscription_id
    WHERE state = 'pending' AND not_before <= $1::timestamptz AND next_try_at <= $2::timestamptz
      AND subscription_id <> ALL ($5::bigint[])
      AND CASE channel WHEN 'mail' THEN $7::boolean ELSE person_id <> ALL ($6::bigint[]) END
      -- One look into the index of lines: by state = 'pending' the index of all that waits would
      -- do too, and be walked once a row.
      AND (issue_id IS NULL OR sequence = (
          SELECT min(earlier.sequence) FROM delivery AS earlier
          WHERE earlier.subscription_id = delivery.subscription_id
            AND earlier.issue_id = delivery.issue_id
            AND earlier.state <> 'delivered' AND earlier.state <> 'dead'))
    ORDER BY not_before, delivery.id
    LIMIT $4::integer * 4),
ranked AS (
    SELECT id, row_number() OVER (PARTITION BY person_id, channel ORDER BY id) AS place,
           row_number() OVER (PARTITION BY subscription_id ORDER BY id) AS place_of_receiver,
           subscription_id = ANY ($8::bigint[]) AS is_ailing
    FROM ready),
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
UPDATE delivery SET state = told.state, next_try_at = told.next_try_at, last_status = told.status,
                    last_error = told.error, settled_at = told.settled_at
FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::timestamptz[], $5::integer[], $6::text[],
            $7::timestamptz[])
     AS told (id, number, state, next_try_at, status, error, settled_at)
WHERE delivery.id = told.id AND delivery.tries = told.number AND delivery.state = 'pending';

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
UPDATE delivery
SET state = 'pending', settled_at = NULL, next_try_at = '-infinity', tries_before = tries, last_error = NULL, last_status = NULL
FROM subscription
WHERE delivery.id = $1::bigint AND delivery.state <> 'pending'
  AND subscription.id = delivery.subscription_id AND subscription.ended_at IS NULL;

-- name: replayDead :execute
UPDATE delivery
SET state = 'pending', settled_at = NULL, next_try_at = '-infinity', tries_before = tries, last_error = NULL, last_status = NULL
FROM subscription
WHERE delivery.subscription_id = $1::bigint AND delivery.state = 'dead'
  AND subscription.id = delivery.subscription_id AND subscription.ended_at IS NULL;

-- name: openIssuesAtLevel :many
-- Open issues whose reached level the person was named at.
SELECT id FROM issue
WHERE is_open AND level_holders && ARRAY[$1::bigint] AND level_holders <> '{}'
ORDER BY id;

-- name: classesOfIssues :many
SELECT id, class FROM issue WHERE id = ANY ($1::bigint[]);
