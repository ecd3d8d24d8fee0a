-- Why: running clocks go over to a later revision of their calendar, and run on the hours of their unit.
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on clock while the new constraints read it

ALTER TABLE clock
    ADD COLUMN hours_of text CHECK (char_length(hours_of) <= 60),
    -- When a revised calendar moved the deadline that was missed, so that another run took its place.
    ADD COLUMN saved_at timestamptz,
    ADD CONSTRAINT saved_had_missed_its_deadline CHECK (
        saved_at IS NULL OR (status = 'cancelled' AND breached_at IS NOT NULL AND ended_at = saved_at));

-- The action by which running clocks are pinned to another revision; no workflow may define it.
INSERT INTO workflow_action (name) VALUES ('adoptCalendar');

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
               WHERE CASE action.name
                     WHEN 'moveVersion' THEN (before.workflow = after.workflow AND before.version <> after.version
                           AND origin.is_open AND target.is_open) IS NOT TRUE
                     WHEN 'adoptCalendar' THEN (origin.id = target.id AND origin.is_open) IS NOT TRUE
                     ELSE (after.xmin = pg_current_xact_id()::xid
                           AND (before.id = after.id OR before.id IS NULL)) IS NOT TRUE END) THEN
        RAISE EXCEPTION 'moves are published with their version, or lead running issues to another version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- A clock is pinned to a later revision, and a breach taken off, by the adoption of a calendar only.
CREATE FUNCTION refuse_revision_without_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        -- Where the row is there already, it is updated instead.
        IF NOT EXISTS (SELECT FROM clock WHERE issue_id = NEW.issue_id AND number = NEW.number) THEN
            RAISE EXCEPTION 'a clock that begins has missed nothing yet' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.calendar <> OLD.calendar OR NEW.calendar_revision < OLD.calendar_revision
       OR NEW.saved_at IS NULL AND OLD.saved_at IS NOT NULL
       OR NOT EXISTS (SELECT FROM issue_event AS event
                      JOIN workflow_action AS action ON action.id = event.action
                      JOIN published_document AS document
                          ON document.kind = 'calendar' AND document.name = NEW.calendar
                          AND document.revision = (event.body #>> '{adoption,revision}')::integer
                          AND document.revision > OLD.calendar_revision,
                      json_array_elements(event.body -> 'clocks') AS said
                      WHERE event.issue_id = NEW.issue_id AND event.xmin = pg_current_xact_id()::xid
                        AND action.name = 'adoptCalendar'
                        AND event.body #>> '{adoption,calendar}' = NEW.calendar
                        AND (said ->> 'number')::integer = NEW.number
                        AND said ->> 'hoursOf' IS NOT DISTINCT FROM NEW.hours_of
                        AND CASE WHEN NEW.saved_at IS NULL
                            THEN said ->> 'savedAt' IS NULL AND NEW.calendar_revision = document.revision
                            -- A run that missed its deadline stays on its revision; another takes its place.
                            ELSE said ->> 'savedAt' IS NOT NULL AND NEW.calendar_revision = OLD.calendar_revision
                                 AND EXISTS (SELECT FROM json_array_elements(event.body #> '{adoption,moved}') AS moved
                                             WHERE (moved ->> 'inPlaceOf')::integer = NEW.number) END) THEN
        RAISE EXCEPTION 'a clock goes over to a later revision of its calendar with an event that says so'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER revision_comes_with_an_event BEFORE UPDATE ON clock FOR EACH ROW
    WHEN (NEW.calendar <> OLD.calendar OR NEW.calendar_revision <> OLD.calendar_revision
          OR NEW.hours_of IS DISTINCT FROM OLD.hours_of AND NEW.party IS NOT DISTINCT FROM OLD.party
          OR NEW.saved_at IS DISTINCT FROM OLD.saved_at)
    EXECUTE FUNCTION refuse_revision_without_event();
CREATE TRIGGER nothing_begins_saved BEFORE INSERT ON clock FOR EACH ROW WHEN (NEW.saved_at IS NOT NULL)
    EXECUTE FUNCTION refuse_revision_without_event();

-- Versions that were published before can adopt a calendar too.
INSERT INTO workflow_move (from_state, action, to_state)
SELECT state.id, action.id, state.id
FROM workflow_state AS state, workflow_action AS action
WHERE state.is_open AND action.name = 'adoptCalendar';
