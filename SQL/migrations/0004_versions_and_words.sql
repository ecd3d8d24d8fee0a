-- Why: running issues move between versions of a workflow, dated plans have a clock a step, and the
-- enterprise's words change only with an event that says so.
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on clock for the moment of adding a column; SHARE ROW EXCLUSIVE on the
-- tables that get triggers

ALTER TABLE clock ADD COLUMN step integer CHECK (step >= 1);

-- The action by which running issues move; no workflow may define it.
INSERT INTO workflow_action (name) VALUES ('moveVersion');

-- What belongs to a version is published with it, in one transaction. Later there are only moves of
-- running issues from one version of a workflow to a later one.
CREATE FUNCTION refuse_adding_to_published() RETURNS trigger LANGUAGE plpgsql AS $$
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
               WHERE CASE WHEN action.name = 'moveVersion'
                     THEN (before.workflow = after.workflow AND before.version <> after.version
                           AND origin.is_open AND target.is_open) IS NOT TRUE
                     ELSE (after.xmin = pg_current_xact_id()::xid
                           AND (before.id = after.id OR before.id IS NULL)) IS NOT TRUE END) THEN
        RAISE EXCEPTION 'moves are published with their version, or lead running issues to another version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER states_come_with_their_version AFTER INSERT ON workflow_state REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_adding_to_published();
CREATE TRIGGER moves_come_with_their_version AFTER INSERT ON workflow_move REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_adding_to_published();

-- The enterprise's words are what an event of the same transaction says they are.
CREATE FUNCTION refuse_words_without_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (
                   SELECT FROM issue_event AS event
                   WHERE event.issue_id = fresh.issue_id AND event.xmin = pg_current_xact_id()::xid
                     AND event.body #>> '{narrative,title}' = fresh.title
                     AND event.body #>> '{narrative,description}' = fresh.description
                     AND event.body #>> '{narrative,contact,name}' IS NOT DISTINCT FROM fresh.contact_name
                     AND event.body #>> '{narrative,contact,phone}' IS NOT DISTINCT FROM fresh.contact_phone
                     AND (event.body #> '{narrative,needs}')::jsonb IS NOT DISTINCT FROM fresh.needs::jsonb)) THEN
        RAISE EXCEPTION 'the words of an enterprise change with an event that says so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER words_come_with_an_event AFTER INSERT ON issue_narrative REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_without_event();
CREATE TRIGGER words_change_with_an_event AFTER UPDATE ON issue_narrative REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_without_event();
