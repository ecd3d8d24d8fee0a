-- name: installation :optional
SELECT is_simulated, simulated_now, id::text AS id FROM installation;

-- name: markInstallation :execute
INSERT INTO installation (is_simulated, simulated_now, created_at)
VALUES ($1::boolean, NULL, $2::timestamptz)
ON CONFLICT DO NOTHING;

-- name: keepSimulatedNow :execute
UPDATE installation SET simulated_now = $1::timestamptz
WHERE is_simulated AND (simulated_now IS NULL OR simulated_now <= $1::timestamptz);

-- name: publicationMark :one
-- Changes whenever something was published or the directory was changed: what a server looks at to know that it must load anew.
SELECT (SELECT count(*) FROM workflow_version) + (SELECT count(*) FROM published_document)
       + (SELECT count(*) FROM directory_change) AS mark;

-- name: newestDocument :optional
SELECT revision, source, digest FROM published_document
WHERE kind = $1::text AND name = $2::text
ORDER BY revision DESC
LIMIT 1;

-- name: documents :many
SELECT name, revision, source, digest FROM published_document WHERE kind = $1::text ORDER BY name, revision;

-- name: addDocument :execute
INSERT INTO published_document (kind, name, revision, source, digest, published_at)
VALUES ($1::text, $2::text, $3::integer, $4::text, $5::bytea, $6::timestamptz);

-- name: workflowVersions :many
SELECT id, workflow, version, source, digest, subject FROM workflow_version ORDER BY workflow, version;

-- name: addWorkflowVersion :one
INSERT INTO workflow_version (workflow, version, source, digest, published_at, subject)
VALUES ($1::text, $2::integer, $3::text, $4::bytea, $5::timestamptz, $6::text)
RETURNING id;

-- name: versionPublishedAt :optional
SELECT published_at FROM workflow_version WHERE id = $1::bigint;

-- name: addStates :execute
INSERT INTO workflow_state (workflow_version_id, name, is_open)
SELECT $1::bigint, name, is_open FROM unnest($2::text[], $3::boolean[]) AS state (name, is_open);

-- name: addActions :execute
INSERT INTO workflow_action (name) SELECT name FROM unnest($1::text[]) AS action (name)
ON CONFLICT (name) DO NOTHING;

-- name: addMoves :execute
INSERT INTO workflow_move (from_state, action, to_state)
SELECT origin.id, workflow_action.id, target.id
FROM unnest($2::text[], $3::text[], $4::text[]) AS move (from_name, action, to_name)
JOIN workflow_state AS target ON target.workflow_version_id = $1::bigint AND target.name = move.to_name
JOIN workflow_state AS origin ON origin.name = move.from_name
     AND (origin.workflow_version_id = $1::bigint OR origin.id = 0)
JOIN workflow_action ON workflow_action.name = move.action;

-- name: addAdministrativeMoves :execute
-- What administrators may do in the states of a version that is being published, its moves being there.
INSERT INTO workflow_move (from_state, action, to_state)
SELECT move.from_state, move.action, move.to_state
FROM administrative_move AS move
JOIN workflow_state AS state ON state.id = move.from_state
WHERE state.workflow_version_id = $1::bigint;

-- name: addVersionMoves :execute
-- The moves by which running issues go to another version; those that are published stay.
INSERT INTO workflow_move (from_state, action, to_state)
SELECT origin.id, workflow_action.id, target.id
FROM unnest($3::text[], $4::text[]) AS move (from_name, to_name)
JOIN workflow_state AS origin ON origin.workflow_version_id = $1::bigint AND origin.name = move.from_name
JOIN workflow_state AS target ON target.workflow_version_id = $2::bigint AND target.name = move.to_name
JOIN workflow_action ON workflow_action.name = $5::text
ON CONFLICT DO NOTHING;

-- name: states :many
SELECT id, workflow_version_id, name, is_open FROM workflow_state ORDER BY id;

-- name: actions :many
SELECT id, name FROM workflow_action ORDER BY id;
