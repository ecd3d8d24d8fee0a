-- name: divisions :many
SELECT code, name_zh, name_en, parent FROM division ORDER BY code;

-- name: units :many
SELECT id, code, name_zh, name_en, kind, parent_id, division, functions, categories, aliases
FROM unit
ORDER BY id;

-- name: persons :many
SELECT id, login, name, phone FROM person ORDER BY id;

-- name: roleGrants :many
SELECT person_id, role, unit_id FROM role_grant ORDER BY person_id, role, unit_id;

-- name: pairings :many
SELECT person_id, enterprise_id FROM pairing ORDER BY person_id, enterprise_id;

-- name: putDivision :execute
INSERT INTO division (code, name_zh, name_en, parent) VALUES ($1::text, $2::text, $3::text, $4::text)
ON CONFLICT (code) DO UPDATE
SET name_zh = excluded.name_zh, name_en = excluded.name_en, parent = excluded.parent;

-- name: putUnit :execute
INSERT INTO unit (code, name_zh, name_en, kind, parent_id, division, functions, categories, aliases)
VALUES ($1::text, $2::text, $3::text, $4::text, (SELECT id FROM unit WHERE code = $5::text),
        $6::text, $7::text[], $8::text[], $9::text[])
ON CONFLICT (code) DO UPDATE
SET name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
    parent_id = excluded.parent_id, division = excluded.division, functions = excluded.functions,
    categories = excluded.categories, aliases = excluded.aliases;

-- name: putPerson :execute
INSERT INTO person (login, name, phone) VALUES ($1::text, $2::text, $3::text)
ON CONFLICT (login) DO UPDATE SET name = excluded.name, phone = excluded.phone;

-- name: clearGrants :execute
DELETE FROM role_grant;

-- name: addGrant :execute
INSERT INTO role_grant (person_id, role, unit_id)
SELECT person.id, $2::text, unit.id
FROM person CROSS JOIN unit
WHERE person.login = $1::text AND unit.code = $3::text;

-- name: clearPairings :execute
DELETE FROM pairing;

-- name: addPairing :execute
INSERT INTO pairing (person_id, enterprise_id)
SELECT person.id, enterprise.id
FROM person CROSS JOIN enterprise
WHERE person.login = $1::text AND enterprise.credit_code = $2::text;

-- name: putEnterprise :one
INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams)
VALUES ($1::text, $2::text, $3::text, $4::text[], $5::text[])
ON CONFLICT (credit_code) DO UPDATE
SET name = excluded.name, division = excluded.division, tags = excluded.tags,
    search_bigrams = excluded.search_bigrams
RETURNING id;

-- name: addEnterprise :optional
INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams)
VALUES ($1::text, $2::text, $3::text, '{}', $4::text[])
ON CONFLICT (credit_code) DO NOTHING
RETURNING id;

-- name: enterpriseByCreditCode :optional
SELECT id, credit_code, name, division, tags FROM enterprise WHERE credit_code = $1::text;

-- name: enterprisesByID :many
SELECT id, credit_code, name, division, tags FROM enterprise WHERE id = ANY ($1::bigint[]);

-- name: searchEnterprises :many
SELECT id, credit_code, name, division, tags
FROM enterprise
WHERE ($1::text[] IS NULL OR search_bigrams @> $1::text[])
  AND (name LIKE $2::text OR credit_code LIKE $2::text)
  AND id > $3::bigint
ORDER BY id
LIMIT $4::integer;
