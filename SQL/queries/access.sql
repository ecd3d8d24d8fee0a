-- name: personByToken :optional
SELECT id, person_id, expires_at, revoked_at, last_used_on FROM access_token WHERE digest = $1::bytea;

-- name: addToken :one
INSERT INTO access_token (digest, person_id, label, issued_at, expires_at)
VALUES ($1::bytea, $2::bigint, $3::text, $4::timestamptz, $5::timestamptz)
RETURNING id;

-- name: noteTokenUses :execute
-- Once a day at most: a row that says the day already is not written.
WITH held AS MATERIALIZED (
    SELECT id FROM access_token
    WHERE digest = ANY ($1::bytea[]) AND (last_used_on IS NULL OR last_used_on < $2::date)
    ORDER BY id
    FOR NO KEY UPDATE)
UPDATE access_token SET last_used_on = $2::date FROM held WHERE access_token.id = held.id;

-- name: tokens :many
-- Those that ended too: they are the record of who could get in.
SELECT token.id, person.login, token.label, token.issued_at, token.expires_at, token.revoked_at,
       token.last_used_on
FROM access_token AS token JOIN person ON person.id = token.person_id
WHERE ($1::text IS NULL OR person.login = $1::text) AND ($2::bigint IS NULL OR token.id = $2::bigint)
ORDER BY person.login, token.id;

-- name: revokeToken :execute
-- Sooner than it would end, or not at all.
UPDATE access_token SET revoked_at = $2::timestamptz
WHERE id = $1::bigint AND expires_at > $2::timestamptz
  AND (revoked_at IS NULL OR revoked_at > $2::timestamptz);

-- name: revokeTokensOf :many
WITH held AS MATERIALIZED (
    SELECT token.id
    FROM access_token AS token JOIN person ON person.id = token.person_id
    WHERE person.login = $1::text AND token.expires_at > $2::timestamptz
      AND (token.revoked_at IS NULL OR token.revoked_at > $2::timestamptz)
    ORDER BY token.id
    FOR NO KEY UPDATE OF token)
UPDATE access_token SET revoked_at = $2::timestamptz FROM held WHERE access_token.id = held.id
RETURNING access_token.id;

-- name: leavers :many
-- Who has left by a day.
SELECT id FROM person WHERE left_on <= $1::date ORDER BY id;

-- name: revokeTokensOfLeavers :execute
-- Of those who have left by a day, and of others that are named. Tokens run on real time, whatever the
-- clock of the issues says.
WITH held AS MATERIALIZED (
    SELECT token.id
    FROM access_token AS token JOIN person ON person.id = token.person_id
    WHERE (person.left_on <= $1::date OR person.id = ANY ($2::bigint[])) AND token.expires_at > now()
      AND (token.revoked_at IS NULL OR token.revoked_at > now())
    ORDER BY token.id
    FOR NO KEY UPDATE OF token)
UPDATE access_token SET revoked_at = now() FROM held WHERE access_token.id = held.id;

-- name: revokeTokensWithoutPost :execute
-- Of those named, whoever has neither a role nor a shift left.
WITH held AS MATERIALIZED (
    SELECT token.id
    FROM access_token AS token JOIN person ON person.id = token.person_id
    WHERE person.login = ANY ($1::text[]) AND token.expires_at > now()
      AND (token.revoked_at IS NULL OR token.revoked_at > now())
      AND NOT EXISTS (SELECT FROM role_grant WHERE role_grant.person_id = person.id
                      AND (until_on IS NULL OR until_on >= now()::date))
      AND NOT EXISTS (SELECT FROM duty WHERE duty.person_id = person.id AND until_at > now())
    ORDER BY token.id
    FOR NO KEY UPDATE OF token)
UPDATE access_token SET revoked_at = now() FROM held WHERE access_token.id = held.id;

-- name: linkByDigest :optional
SELECT issue_id, number, expires_at FROM enterprise_link WHERE digest = $1::bytea;
