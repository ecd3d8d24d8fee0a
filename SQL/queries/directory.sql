-- name: divisions :many
SELECT code, name_zh, name_en, parent FROM division ORDER BY code;

-- name: units :many
SELECT id, code, name_zh, name_en, kind, parent_id, division, functions, categories, aliases,
       dissolved_on, successor_id
FROM unit
ORDER BY id;

-- name: unitNames :many
SELECT unit_id, from_on, name_zh, name_en FROM unit_name ORDER BY unit_id, from_on;

-- name: persons :many
SELECT id, login, name, phone, email, left_on FROM person ORDER BY id;

-- name: roleGrants :many
SELECT person_id, role, unit_id, from_on, until_on
FROM role_grant
ORDER BY person_id, role, unit_id;

-- name: pairings :many
SELECT person_id, enterprise_id, project, chain, level, is_chief, from_on, until_on
FROM pairing
ORDER BY person_id, enterprise_id, project, chain, level, from_on;

-- name: projects :many
SELECT code, name_zh, name_en, division FROM project ORDER BY code;

-- name: chains :many
SELECT code, name_zh, name_en FROM industrial_chain ORDER BY code;

-- name: deputies :many
SELECT person_id, deputy_id FROM deputy ORDER BY person_id, rank;

-- name: absences :many
SELECT person_id, from_on, until_on, deputy_id, ended_at FROM absence ORDER BY person_id, from_on;

-- name: duties :many
SELECT unit_id, person_id, from_at, until_at FROM duty ORDER BY unit_id, from_at, person_id;

-- name: removeGrant :execute
-- One that has dates came from elsewhere.
DELETE FROM role_grant
USING person, unit
WHERE person_id = person.id AND unit_id = unit.id AND person.login = $1::text AND role = $2::text
  AND unit.code = $3::text AND from_on IS NULL AND until_on IS NULL;

-- name: removePairing :execute
-- One that has dates, another level or a chief came from elsewhere.
DELETE FROM pairing
USING person, enterprise
WHERE person_id = person.id AND enterprise_id = enterprise.id AND person.login = $1::text
  AND credit_code = $2::text AND level = 0 AND NOT is_chief AND from_on IS NULL AND until_on IS NULL;

-- name: drawEnterpriseIDs :many
SELECT nextval('enterprise_id_seq') AS id FROM generate_series(1, $1::integer);

-- name: addEnterprises :execute
-- One that somebody else adds at the same time is refused here, once that one has committed.
INSERT INTO enterprise (id, credit_code, name, division, tags, search_bigrams)
OVERRIDING SYSTEM VALUE
SELECT id, credit_code, name, division, '{}', string_to_array(bigrams, ' ')
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
     AS fresh (id, credit_code, name, division, bigrams)
ORDER BY credit_code;

-- name: enterpriseByCreditCode :optional
SELECT enterprise.id, credit_code, name, enterprise.division, tags, chains, size, industry,
       unit.code AS locality
FROM enterprise LEFT JOIN unit ON unit.id = enterprise.locality
WHERE credit_code = $1::text;

-- name: enterprisesByCreditCode :many
SELECT enterprise.id, credit_code, name, enterprise.division, tags, chains, size, industry,
       unit.code AS locality
FROM enterprise LEFT JOIN unit ON unit.id = enterprise.locality
WHERE credit_code = ANY ($1::text[]);

-- name: enterprisesByID :many
SELECT enterprise.id, credit_code, name, enterprise.division, tags, chains, size, industry,
       unit.code AS locality
FROM enterprise LEFT JOIN unit ON unit.id = enterprise.locality
WHERE enterprise.id = ANY ($1::bigint[]);

-- name: searchEnterprises :many
-- Every word must occur, in the name or in the credit code.
SELECT enterprise.id, credit_code, name, enterprise.division, tags, chains, size, industry,
       unit.code AS locality
FROM enterprise LEFT JOIN unit ON unit.id = enterprise.locality
WHERE ($1::text[] IS NULL OR search_bigrams @> $1::text[])
  AND concat_ws(' ', name, credit_code) LIKE ALL ($2::text[])
  AND enterprise.id > $3::bigint
ORDER BY enterprise.id
LIMIT $4::integer;

-- name: issuesOfOfficer :many
-- What somebody handles or looks after, and is open or has ended in a state that can be left again; who
-- filed it looks after it until somebody took it over. Of what is open also whose level of attention it has.
SELECT id FROM issue
WHERE (is_open OR EXISTS (SELECT FROM workflow_move AS leaving
                          WHERE leaving.from_state = issue.state AND leaving.to_state <> issue.state))
  AND id > $2::bigint
  AND (handler = $1::bigint OR service_officer = $1::bigint
       OR filer = $1::bigint AND service_officer IS NULL
       OR is_open AND level_holders @> ARRAY[$1::bigint])
ORDER BY id
LIMIT $3::integer;

-- name: beginPairings :execute
INSERT INTO pairing (person_id, enterprise_id, project, chain, level, is_chief, from_on, until_on)
SELECT $2::bigint, enterprise_id, project, chain, level, is_chief, $3::date, until_on
FROM pairing
WHERE person_id = $1::bigint AND (until_on IS NULL OR until_on >= $3::date)
ON CONFLICT ON CONSTRAINT pairing_stands_once DO NOTHING;

-- name: endPairings :execute
-- What would begin that day or later never began.
WITH never AS (
    DELETE FROM pairing WHERE person_id = $1::bigint AND from_on >= $2::date
)
UPDATE pairing SET until_on = $2::date - 1
WHERE person_id = $1::bigint AND (until_on IS NULL OR until_on >= $2::date)
  AND (from_on IS NULL OR from_on < $2::date);

-- name: addVisit :optional
-- Nothing where the officer noted a visit to the enterprise on that day already.
INSERT INTO visit (person_id, enterprise_id, visited_on, note, recorded_at)
VALUES ($1::bigint, $2::bigint, $3::date, $4::text, $5::timestamptz)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: visits :many
SELECT visit.id, visit.person_id, visit.enterprise_id, visit.visited_on, visit.note
FROM visit
WHERE ($1::bigint IS NULL OR visit.person_id = $1::bigint)
  AND ($2::bigint IS NULL OR visit.enterprise_id = $2::bigint)
  AND visit.id > $3::bigint
ORDER BY visit.id
LIMIT $4::integer;

-- name: addAbsence :one
-- Again for the same first day it takes the place of what was given before.
WITH put AS (
    INSERT INTO absence (person_id, from_on, until_on, deputy_id, reason)
    VALUES ($1::bigint, $2::date, $3::date, $4::bigint, $5::text)
    ON CONFLICT (person_id, from_on) DO UPDATE
    SET until_on = excluded.until_on, deputy_id = excluded.deputy_id, reason = excluded.reason,
        ended_at = NULL
    RETURNING person_id
)
INSERT INTO directory_change (at, person_id, what)
SELECT $6::timestamptz, $7::bigint,
       'absence of ' || login || ' from ' || $2::date || ' until ' || $3::date
FROM put JOIN person ON person.id = put.person_id
RETURNING id;

-- name: absencesOf :many
-- Of the persons, and those in which somebody stands in.
SELECT person_id, from_on, until_on, deputy_id, reason, ended_at
FROM absence
WHERE (person_id = ANY ($1::bigint[]) OR deputy_id = $2::bigint) AND until_on >= $3::date
ORDER BY from_on, person_id;

-- name: endAbsence :optional
-- Nothing where it has ended already.
WITH put AS (
    UPDATE absence SET ended_at = $3::timestamptz
    WHERE person_id = $1::bigint AND from_on = $2::date AND ended_at IS NULL
    RETURNING person_id
)
INSERT INTO directory_change (at, person_id, what)
SELECT $3::timestamptz, $4::bigint, 'absence of ' || login || ' from ' || $2::date || ' ended'
FROM put JOIN person ON person.id = put.person_id
RETURNING id;
