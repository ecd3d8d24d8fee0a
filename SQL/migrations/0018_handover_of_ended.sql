-- Why: what has ended and may be reopened stayed with the officer who left, and was that one's again once it was.
-- Breaking: no
-- Locks: none but for the moment of the new function

CREATE OR REPLACE FUNCTION refuse_adding_to_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'workflow_state' THEN
        IF EXISTS (SELECT FROM fresh JOIN workflow_version AS version ON version.id = fresh.workflow_version_id
                   WHERE version.xmin <> pg_current_xact_id()::xid) THEN
            RAISE EXCEPTION 'what was published is never changed: publish a new version' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT FROM fresh
               JOIN workflow_action AS action ON action.id = fresh.action
               JOIN workflow_state AS origin ON origin.id = fresh.from_state
               JOIN workflow_state AS target ON target.id = fresh.to_state
               LEFT JOIN workflow_version AS before ON before.id = origin.workflow_version_id
               LEFT JOIN workflow_version AS after ON after.id = target.workflow_version_id
               WHERE CASE
                     WHEN action.name = 'moveVersion' THEN (before.workflow = after.workflow AND before.version <> after.version
                           AND origin.is_open AND target.is_open) IS NOT TRUE
                     WHEN action.name = 'adoptCalendar' THEN (origin.id = target.id AND origin.is_open) IS NOT TRUE
                     -- Also where an issue has ended and can be led on again.
                     WHEN action.name = 'handOver' THEN (origin.id = target.id
                           AND (origin.is_open OR EXISTS (SELECT FROM workflow_move AS leaving
                                                          WHERE leaving.from_state = origin.id
                                                            AND leaving.to_state <> origin.id))) IS NOT TRUE
                     ELSE (after.xmin = pg_current_xact_id()::xid
                           AND (before.id = after.id OR before.id IS NULL)) IS NOT TRUE END) THEN
        RAISE EXCEPTION 'moves are published with their version, or lead running issues to another version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- Versions that were published before know it too.
INSERT INTO workflow_move (from_state, action, to_state)
SELECT state.id, action.id, state.id
FROM workflow_state AS state, workflow_action AS action
WHERE NOT state.is_open AND action.name = 'handOver'
  AND EXISTS (SELECT FROM workflow_move AS leaving
              WHERE leaving.from_state = state.id AND leaving.to_state <> state.id);
