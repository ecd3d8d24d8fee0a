-- Why: the trigger that guards legal moves knew the administrators' actions by name, and each further
--      one pasted it; a column of the action says where it may stand
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on workflow_action for the moment of adding the column

-- Where an administrator's action may stand, whatever the version: between open states of two versions
-- of one workflow; in each open state; or also in each that has ended and can be left again. The action
-- of a workflow has none: its moves are published with their version.
ALTER TABLE workflow_action ADD COLUMN administrative_reach text
    CHECK (administrative_reach IN ('betweenVersions', 'open', 'openOrLeft'));

ALTER TABLE workflow_action DISABLE TRIGGER actions_stay;
UPDATE workflow_action
SET administrative_reach = CASE name WHEN 'moveVersion' THEN 'betweenVersions'
                                     WHEN 'adoptCalendar' THEN 'open'
                                     ELSE 'openOrLeft' END
WHERE name IN ('moveVersion', 'adoptCalendar', 'handOver');
ALTER TABLE workflow_action ENABLE TRIGGER actions_stay;

-- An action of administrators opens what was published to a further move. A migration that brings one
-- disables the trigger for its INSERT, then adds the moves of the view to what was published before.
CREATE FUNCTION refuse_administrative_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an action of administrators comes with a migration' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER administrative_actions_come_with_migrations BEFORE INSERT ON workflow_action FOR EACH ROW
    WHEN (NEW.administrative_reach IS NOT NULL) EXECUTE FUNCTION refuse_administrative_action();

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is a move by which an administrator may act on a state without leaving it. │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE VIEW administrative_move AS
SELECT state.id AS from_state, action.id AS action, state.id AS to_state
FROM workflow_state AS state
JOIN workflow_action AS action
     ON action.administrative_reach IN ('open', 'openOrLeft') AND state.is_open
     OR action.administrative_reach = 'openOrLeft'
        AND EXISTS (SELECT FROM workflow_move AS leaving
                    WHERE leaving.from_state = state.id AND leaving.to_state <> state.id);

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
                     WHEN action.administrative_reach IS NULL
                     THEN after.xmin = pg_current_xact_id()::xid AND (before.id = after.id OR before.id IS NULL)
                     WHEN action.administrative_reach = 'betweenVersions'
                     THEN before.workflow = after.workflow AND before.version <> after.version
                          AND origin.is_open AND target.is_open
                     ELSE EXISTS (SELECT FROM administrative_move AS permitted
                                  WHERE permitted.from_state = fresh.from_state
                                    AND permitted.action = fresh.action
                                    AND permitted.to_state = fresh.to_state)
                     END IS NOT TRUE) THEN
        RAISE EXCEPTION 'moves are published with their version, or lead running issues to another version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
