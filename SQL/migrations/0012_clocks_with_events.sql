-- Why: whoever may write could move a deadline in silence, and only an examination told.
-- Breaking: no
-- Locks: SHARE ROW EXCLUSIVE on clock for the moment of its triggers

-- A row of a clock is what the last event of the same transaction that speaks of it says it is. Walks
-- back from the head, so that an old issue costs no more than a young one; compares as sets, so that
-- a hundred thousand rows cost a hundred thousand times one.
CREATE FUNCTION refuse_clock_without_event() RETURNS trigger LANGUAGE plpgsql SET jit = off AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE added AS (
            SELECT event.issue_id, event.sequence, event.body
            FROM (SELECT DISTINCT issue_id FROM fresh) AS touched
            CROSS JOIN LATERAL (SELECT issue.id, issue.sequence FROM issue WHERE issue.id = touched.issue_id LIMIT 1) AS head
            CROSS JOIN LATERAL (
                SELECT issue_event.issue_id, issue_event.sequence, issue_event.body FROM issue_event
                WHERE issue_event.issue_id = head.id AND issue_event.sequence = head.sequence
                      AND issue_event.xmin = pg_current_xact_id()::xid
                LIMIT 1) AS event
            UNION ALL
            SELECT event.issue_id, event.sequence, event.body
            FROM added
            CROSS JOIN LATERAL (
                SELECT issue_event.issue_id, issue_event.sequence, issue_event.body FROM issue_event
                WHERE issue_event.issue_id = added.issue_id AND issue_event.sequence = added.sequence - 1
                      AND issue_event.xmin = pg_current_xact_id()::xid
                LIMIT 1) AS event
        ), said AS (
            SELECT DISTINCT ON (added.issue_id, clock.number) added.issue_id, clock.*
            FROM added CROSS JOIN LATERAL json_to_recordset(added.body -> 'clocks') AS clock (
                number integer, kind text, cycle integer, party text, "issueClass" text, "limit" text, calendar text,
                "calendarRevision" integer, status text, "startedAt" timestamptz, "originalDueAt" timestamptz,
                "dueAt" timestamptz, "movedByPauses" timestamptz, "isProvisional" boolean, pauses json,
                "heldAt" timestamptz, "endedAt" timestamptz, "breachedAt" timestamptz, "passedMarks" text[],
                "nextMark" text, "nextAlarmAt" timestamptz, step integer, "hoursOf" text, "savedAt" timestamptz)
            ORDER BY added.issue_id, clock.number, added.sequence DESC
        )
        SELECT issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
               started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from, pauses_until,
               held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step, hours_of, saved_at
        FROM fresh
        EXCEPT
        SELECT issue_id, number, kind, cycle, party, "issueClass", "limit", calendar, "calendarRevision", status,
               "startedAt", "originalDueAt", "dueAt", "movedByPauses", "isProvisional",
               CASE WHEN json_array_length(pauses) = 0 THEN '{}' ELSE ARRAY(
                   SELECT (pause ->> 'from')::timestamptz
                   FROM json_array_elements(pauses) WITH ORDINALITY AS listed (pause, place) ORDER BY place) END,
               CASE WHEN json_array_length(pauses) = 0 THEN '{}' ELSE ARRAY(
                   SELECT COALESCE((pause ->> 'until')::timestamptz, 'infinity')
                   FROM json_array_elements(pauses) WITH ORDINALITY AS listed (pause, place) ORDER BY place) END,
               "heldAt", "endedAt", "breachedAt", "passedMarks", "nextMark", COALESCE("nextAlarmAt", 'infinity'),
               step, "hoursOf", "savedAt"
        FROM said) THEN
        RAISE EXCEPTION 'a clock begins, moves and ends with an event that says so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER clocks_begin_with_an_event AFTER INSERT ON clock REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_clock_without_event();
CREATE TRIGGER clocks_move_with_an_event AFTER UPDATE ON clock REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_clock_without_event();
