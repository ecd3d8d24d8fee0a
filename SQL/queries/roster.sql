-- The tables of the directory as files and the directory's text give them. What is put answers true where the row is new,
-- false where it changed, nothing where it was there already.

-- name: rosterPutDivision :optional
INSERT INTO division AS old (code, name_zh, name_en, parent)
VALUES ($1::text, $2::text, $3::text, $4::text)
ON CONFLICT (code) DO UPDATE
SET name_zh = excluded.name_zh, name_en = excluded.name_en, parent = excluded.parent
WHERE (old.name_zh, old.name_en, old.parent) IS DISTINCT FROM (excluded.name_zh, excluded.name_en, excluded.parent)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutUnit :optional
INSERT INTO unit AS old (code, name_zh, name_en, kind, parent_id, division, functions, categories,
                         aliases, dissolved_on, successor_id)
VALUES ($1::text, $2::text, $3::text, $4::text, (SELECT id FROM unit WHERE code = $5::text), $6::text,
        $7::text[], $8::text[], $9::text[], $10::date, (SELECT id FROM unit WHERE code = $11::text))
ON CONFLICT (code) DO UPDATE
SET kind = excluded.kind, parent_id = excluded.parent_id, division = excluded.division,
    functions = excluded.functions, categories = excluded.categories, aliases = excluded.aliases,
    dissolved_on = excluded.dissolved_on, successor_id = excluded.successor_id
WHERE (old.kind, old.parent_id, old.division, old.functions, old.categories, old.aliases,
       old.dissolved_on, old.successor_id)
      IS DISTINCT FROM (excluded.kind, excluded.parent_id, excluded.division, excluded.functions,
                        excluded.categories, excluded.aliases, excluded.dissolved_on, excluded.successor_id)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutUnitName :optional
INSERT INTO unit_name AS old (unit_id, from_on, name_zh, name_en)
SELECT id, $2::date, $3::text, $4::text FROM unit WHERE code = $1::text
ON CONFLICT (unit_id, from_on) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
WHERE (old.name_zh, old.name_en) IS DISTINCT FROM (excluded.name_zh, excluded.name_en)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutChain :optional
INSERT INTO industrial_chain AS old (code, name_zh, name_en) VALUES ($1::text, $2::text, $3::text)
ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
WHERE (old.name_zh, old.name_en) IS DISTINCT FROM (excluded.name_zh, excluded.name_en)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutProject :optional
INSERT INTO project AS old (code, name_zh, name_en, division)
VALUES ($1::text, $2::text, $3::text, $4::text)
ON CONFLICT (code) DO UPDATE
SET name_zh = excluded.name_zh, name_en = excluded.name_en, division = excluded.division
WHERE (old.name_zh, old.name_en, old.division) IS DISTINCT FROM (excluded.name_zh, excluded.name_en, excluded.division)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutOfficer :optional
INSERT INTO person AS old (login, name, phone, email, left_on)
VALUES ($1::text, $2::text, $3::text, $4::text, $5::date)
ON CONFLICT (login) DO UPDATE
SET name = excluded.name, phone = excluded.phone, email = excluded.email, left_on = excluded.left_on
WHERE (old.name, old.phone, old.email, old.left_on)
      IS DISTINCT FROM (excluded.name, excluded.phone, excluded.email, excluded.left_on)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutGrant :optional
INSERT INTO role_grant AS old (person_id, role, unit_id, from_on, until_on)
SELECT person.id, $2::text, unit.id, $4::date, $5::date
FROM person CROSS JOIN unit
WHERE person.login = $1::text AND unit.code = $3::text
ON CONFLICT (person_id, role, unit_id) DO UPDATE
SET from_on = excluded.from_on, until_on = excluded.until_on
WHERE (old.from_on, old.until_on) IS DISTINCT FROM (excluded.from_on, excluded.until_on)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutEnterprise :optional
INSERT INTO enterprise AS old (credit_code, name, division, tags, size, industry, chains, locality,
                               search_bigrams)
VALUES ($1::text, $2::text, $3::text, $4::text[], $5::text, $6::text, $7::text[],
        (SELECT id FROM unit WHERE code = $8::text), $9::text[])
ON CONFLICT (credit_code) DO UPDATE
SET name = excluded.name, division = excluded.division, tags = excluded.tags, size = excluded.size,
    industry = excluded.industry, chains = excluded.chains, locality = excluded.locality,
    search_bigrams = excluded.search_bigrams
WHERE (old.name, old.division, old.tags, old.size, old.industry, old.chains, old.locality)
      IS DISTINCT FROM (excluded.name, excluded.division, excluded.tags, excluded.size, excluded.industry,
                        excluded.chains, excluded.locality)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutPairing :optional
INSERT INTO pairing AS old (person_id, enterprise_id, project, chain, level, is_chief, from_on, until_on)
SELECT person.id, (SELECT id FROM enterprise WHERE credit_code = $2::text), $3::text, $4::text,
       $5::smallint, $6::boolean, $7::date, $8::date
FROM person
WHERE person.login = $1::text
ON CONFLICT ON CONSTRAINT pairing_stands_once DO UPDATE
SET is_chief = excluded.is_chief, until_on = excluded.until_on
WHERE (old.is_chief, old.until_on) IS DISTINCT FROM (excluded.is_chief, excluded.until_on)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutDeputy :optional
INSERT INTO deputy AS old (person_id, rank, deputy_id)
SELECT person.id, $2::smallint, other.id
FROM person CROSS JOIN person AS other
WHERE person.login = $1::text AND other.login = $3::text
ON CONFLICT (person_id, rank) DO UPDATE SET deputy_id = excluded.deputy_id
WHERE old.deputy_id <> excluded.deputy_id
RETURNING xmax = 0 AS is_new;

-- name: rosterPutAbsence :optional
INSERT INTO absence AS old (person_id, from_on, until_on, deputy_id, reason)
SELECT person.id, $2::date, $3::date, (SELECT id FROM person WHERE login = $4::text), $5::text
FROM person
WHERE person.login = $1::text
ON CONFLICT (person_id, from_on) DO UPDATE
SET until_on = excluded.until_on, deputy_id = excluded.deputy_id, reason = excluded.reason,
    ended_at = NULL
WHERE (old.until_on, old.deputy_id, old.reason)
      IS DISTINCT FROM (excluded.until_on, excluded.deputy_id, excluded.reason)
RETURNING xmax = 0 AS is_new;

-- name: rosterPutDuty :optional
INSERT INTO duty AS old (unit_id, person_id, from_at, until_at)
SELECT unit.id, person.id, $3::timestamptz, $4::timestamptz
FROM person CROSS JOIN unit
WHERE unit.code = $1::text AND person.login = $2::text
ON CONFLICT (unit_id, from_at, person_id) DO UPDATE SET until_at = excluded.until_at
WHERE old.until_at <> excluded.until_at
RETURNING xmax = 0 AS is_new;

-- name: rosterPutVisit :optional
INSERT INTO visit AS old (person_id, enterprise_id, visited_on, note, recorded_at)
SELECT person.id, enterprise.id, $3::date, $4::text, $5::timestamptz
FROM person CROSS JOIN enterprise
WHERE person.login = $1::text AND enterprise.credit_code = $2::text
ON CONFLICT (person_id, enterprise_id, visited_on) DO UPDATE SET note = excluded.note
WHERE old.note IS DISTINCT FROM excluded.note
RETURNING xmax = 0 AS is_new;

-- name: addDirectoryChange :execute
INSERT INTO directory_change (at, person_id, what, digest)
VALUES ($1::timestamptz, $2::bigint, $3::text, $4::bytea);

-- name: rosterDivisions :many
SELECT code, name_zh, name_en, parent FROM division ORDER BY parent NULLS FIRST, code;

-- name: rosterUnits :many
SELECT unit.code, unit.name_zh, unit.name_en, unit.kind, above.code AS parent, unit.division,
       array_to_string(unit.functions, '、') AS functions,
       array_to_string(unit.categories, '、') AS categories,
       array_to_string(unit.aliases, '、') AS aliases, unit.dissolved_on::text AS dissolved_on,
       successor.code AS successor
FROM unit
LEFT JOIN unit AS above ON above.id = unit.parent_id
LEFT JOIN unit AS successor ON successor.id = unit.successor_id
ORDER BY unit.id;

-- name: rosterUnitNames :many
SELECT code, from_on::text AS from_on, unit_name.name_zh, unit_name.name_en
FROM unit_name JOIN unit ON unit.id = unit_id
ORDER BY code, unit_name.from_on;

-- name: rosterChains :many
SELECT code, name_zh, name_en FROM industrial_chain ORDER BY code;

-- name: rosterProjects :many
SELECT code, name_zh, name_en, division FROM project ORDER BY code;

-- name: rosterOfficers :many
SELECT login, name, phone, email, left_on::text AS left_on FROM person ORDER BY id;

-- name: rosterGrants :many
SELECT login, role, code, from_on::text AS from_on, until_on::text AS until_on
FROM role_grant JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
ORDER BY login, role, code;

-- name: rosterEnterprises :many
SELECT credit_code, name, enterprise.division, array_to_string(tags, '、') AS tags, size, industry,
       array_to_string(chains, '、') AS chains, unit.code AS locality
FROM enterprise LEFT JOIN unit ON unit.id = locality
ORDER BY credit_code;

-- name: rosterPairings :many
SELECT login, credit_code, project, chain, level::text AS level, is_chief::text AS is_chief,
       from_on::text AS from_on, until_on::text AS until_on
FROM pairing JOIN person ON person.id = person_id LEFT JOIN enterprise ON enterprise.id = enterprise_id
ORDER BY login, credit_code, project, chain, level, pairing.from_on;

-- name: rosterDeputies :many
SELECT person.login, rank::text AS rank, other.login AS deputy
FROM deputy JOIN person ON person.id = person_id JOIN person AS other ON other.id = deputy_id
ORDER BY person.login, deputy.rank;

-- name: rosterAbsences :many
SELECT person.login, from_on::text AS from_on, until_on::text AS until_on, other.login AS deputy, reason
FROM absence JOIN person ON person.id = person_id LEFT JOIN person AS other ON other.id = deputy_id
ORDER BY person.login, absence.from_on;

-- name: rosterDuties :many
SELECT code, login, to_char(from_at AT TIME ZONE $1::text, 'YYYY-MM-DD HH24:MI') AS from_at,
       to_char(until_at AT TIME ZONE $1::text, 'YYYY-MM-DD HH24:MI') AS until_at
FROM duty JOIN unit ON unit.id = unit_id JOIN person ON person.id = person_id
ORDER BY code, duty.from_at, login;

-- name: rosterVisits :many
SELECT login, credit_code, visited_on::text AS visited_on, note
FROM visit JOIN person ON person.id = person_id JOIN enterprise ON enterprise.id = enterprise_id
ORDER BY visit.visited_on, login, credit_code;

-- name: creditCodes :many
SELECT credit_code FROM enterprise;
