-- name: personByToken :optional
SELECT person_id, expires_at, revoked_at FROM access_token WHERE digest = $1::bytea;

-- name: addToken :execute
INSERT INTO access_token (digest, person_id, label, issued_at, expires_at)
VALUES ($1::bytea, $2::bigint, $3::text, $4::timestamptz, $5::timestamptz);

-- name: linkByDigest :optional
SELECT issue_id, number, expires_at FROM enterprise_link WHERE digest = $1::bytea;
