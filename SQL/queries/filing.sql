-- name: filingByKey :optional
SELECT id, request_digest FROM filed_case WHERE filer = $1::bigint AND command_key = $2::bytea;

-- name: drawCaseID :one
SELECT nextval('filed_case_id_seq') AS id;

-- name: takeCaseNumber :one
-- The row stays locked until the case commits; taken back with it, the number is the next one's.
INSERT INTO case_numbering AS numbering (year, last) VALUES ($1::integer, 1)
ON CONFLICT (year) DO UPDATE SET last = numbering.last + 1
RETURNING case_number(year, last) AS number;

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

-- name: addCase :execute
INSERT INTO filed_case (id, number, enterprise_id, workflow_version_id, source, external_reference,
                        note, credit_code_override, filer, filed_at, command_key, request_digest)
VALUES ($1::bigint, $2::text, $3::bigint, $4::bigint, $5::text, $6::text, $7::text, $8::text,
        $9::bigint, $10::timestamptz, $11::bytea, $12::bytea);

-- name: caseByID :optional
SELECT id, number, enterprise_id, workflow_version_id, source, external_reference, note,
       credit_code_override, filer, filed_at
FROM filed_case
WHERE id = $1::bigint;

-- name: caseIDByNumber :optional
SELECT id FROM filed_case WHERE number = $1::text;

-- name: issueIDsOfCase :many
SELECT id FROM issue WHERE case_id = $1::bigint ORDER BY id;
