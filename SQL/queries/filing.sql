-- name: filingByKey :optional
SELECT id, request_digest FROM filed_case WHERE filer = $1::bigint AND command_key = $2::bytea;

-- name: drawCaseID :one
SELECT nextval('filed_case_id_seq') AS id;

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
