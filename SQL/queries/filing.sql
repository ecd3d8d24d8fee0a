-- name: filingsByKey :many
SELECT filer, command_key, id, request_digest
FROM unnest($1::bigint[], $2::bytea[]) AS asked (filer, command_key)
JOIN filed_case USING (filer, command_key);

-- name: referencesTaken :many
SELECT source, external_reference
FROM unnest($1::text[], $2::text[]) AS asked (source, external_reference)
JOIN filed_case USING (source, external_reference);

-- name: drawCaseIDs :many
SELECT nextval('filed_case_id_seq') AS id FROM generate_series(1, $1::integer);

-- name: addCases :many
-- Takes the next numbers of each year. The row of a year stays locked until the batch commits; taken
-- back with it, its numbers are the next one's.
WITH fresh AS (
    SELECT id, year, enterprise_id, workflow_version_id, source, external_reference, note,
           credit_code_override, filer, filed_at, command_key, request_digest, subject, project,
           unit_code,
           row_number() OVER (PARTITION BY year ORDER BY place) AS place_in_year
    FROM unnest($1::bigint[], $2::integer[], $3::bigint[], $4::bigint[], $5::text[], $6::text[],
                $7::text[], $8::text[], $9::bigint[], $10::timestamptz[], $11::bytea[], $12::bytea[],
                $13::text[], $14::text[], $15::text[])
         WITH ORDINALITY
         AS given (id, year, enterprise_id, workflow_version_id, source, external_reference, note,
                   credit_code_override, filer, filed_at, command_key, request_digest, subject,
                   project, unit_code, place)),
taken AS (
    INSERT INTO case_numbering AS numbering (year, last)
    SELECT year, count(*) FROM fresh GROUP BY year ORDER BY year
    ON CONFLICT (year) DO UPDATE SET last = numbering.last + excluded.last
    RETURNING year, last)
INSERT INTO filed_case (id, number, enterprise_id, workflow_version_id, source, external_reference,
                        note, credit_code_override, filer, filed_at, command_key, request_digest,
                        subject, project, subject_unit)
SELECT id, case_number(year, last - count(*) OVER (PARTITION BY year) + place_in_year),
       enterprise_id, workflow_version_id, source, external_reference, note,
       credit_code_override, filer, filed_at, command_key, request_digest,
       subject, project, (SELECT unit.id FROM unit WHERE unit.code = unit_code)
FROM fresh JOIN taken USING (year)
RETURNING id, number;

-- name: caseNumberHoles :many
-- The ranges of numbers that no case has, within each year; old ones were drawn for filings that
-- were refused, when numbers were still drawn before the case was decided.
SELECT year, case_number(year, previous + 1) AS first, case_number(year, place - 1) AS last,
       place - previous - 1 AS hole_size, place <= drawn_until AS is_old
FROM (
    SELECT numbering.year, numbering.drawn_until, taken.place,
           lag(taken.place) OVER (PARTITION BY numbering.year ORDER BY taken.place) AS previous
    FROM case_numbering AS numbering
    CROSS JOIN LATERAL (
        SELECT numbering.begins_after AS place
        UNION
        SELECT part[2]::bigint
        FROM filed_case
        CROSS JOIN LATERAL regexp_match(number, '^ZQ([0-9]{1,4})-([0-9]{1,18})$') AS part
        WHERE part[1]::integer = numbering.year
        UNION
        SELECT numbering.last + 1) AS taken
) AS ordered
WHERE place > previous + 1
ORDER BY year, place;

-- name: caseByID :optional
SELECT number, enterprise_id, project, unit.code AS unit_code, workflow_version_id, source,
       external_reference, note, credit_code_override, filer, filed_at
FROM filed_case LEFT JOIN unit ON unit.id = subject_unit
WHERE filed_case.id = $1::bigint;

-- name: caseIDByNumber :optional
SELECT id FROM filed_case WHERE number = $1::text;

-- name: issueIDsOfCase :many
SELECT id FROM issue WHERE case_id = $1::bigint ORDER BY id;
