CREATE FUNCTION public.case_number(year integer, place bigint) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    RETURN ((('ZQ'::text || year) || '-'::text) || CASE WHEN (place < 1000000) THEN lpad((place)::text, 6, '0'::text) ELSE (place)::text END);

CREATE FUNCTION public.refuse_adding_to_published() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.refuse_administrative_action() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'an action of administrators comes with a migration' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_changed_installation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the id of an installation is drawn once: receivers know messages by it'
        USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_changed_mark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'whether time is simulated is decided when the database is created, and time never runs backwards'
        USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_changed_subject() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'what an issue is about never changes' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_changing_published() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'what was published is never changed: publish a new version' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_clock_without_event() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    AS $$
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

CREATE FUNCTION public.refuse_event_without_head() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh
        WHERE ((SELECT issue.sequence FROM issue WHERE issue.id = fresh.issue_id) >= fresh.sequence) IS NOT TRUE) THEN
        RAISE EXCEPTION 'an event is written with its head' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_forgotten_breach() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a breach is a fact that nothing erases, and an original deadline never moves' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_head_out_of_step() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the head of an issue moves forward only, with its event' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_number_without_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    taken_from bigint := 1;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.last < OLD.last OR (NEW.year, NEW.begins_after, NEW.drawn_until) <> (OLD.year, OLD.begins_after, OLD.drawn_until) THEN
            RAISE EXCEPTION 'numbers of cases only go up' USING ERRCODE = 'check_violation';
        END IF;
        taken_from := OLD.last + 1;
    END IF;
    IF EXISTS (SELECT FROM generate_series(taken_from, NEW.last) AS place
               WHERE NOT EXISTS (SELECT FROM filed_case WHERE number = case_number(NEW.year, place))) THEN
        RAISE EXCEPTION 'a number is taken only with its case' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_other_subject() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM workflow_version WHERE workflow = NEW.workflow AND subject <> NEW.subject) THEN
        RAISE EXCEPTION 'all versions of a workflow are about the same' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_other_subject_than_case() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh
        WHERE (SELECT fresh.enterprise_id IS NOT DISTINCT FROM filed.enterprise_id
                      AND fresh.subject_unit IS NOT DISTINCT FROM filed.subject_unit
                      AND (filed.project IS NULL OR fresh.project IS NOT DISTINCT FROM filed.project)
                      AND filed.subject = (SELECT version.subject FROM workflow_version AS version
                                           WHERE version.id = fresh.workflow_version_id)
               FROM filed_case AS filed
               WHERE filed.id = fresh.case_id) IS NOT TRUE) THEN
        RAISE EXCEPTION 'an issue is about what its case is about' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_revision_without_event() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the record is added to, never changed' USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION public.refuse_words_without_event() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh
        LEFT JOIN LATERAL (
            SELECT event.body -> 'narrative' AS narrative
            FROM issue_event AS event
            WHERE event.issue_id = fresh.issue_id AND event.xmin = pg_current_xact_id()::xid
                  AND event.body -> 'narrative' IS NOT NULL
            ORDER BY event.sequence DESC
            LIMIT 1) AS said ON true
        WHERE (said.narrative #>> '{title}' = fresh.title
               AND said.narrative #>> '{description}' = fresh.description
               AND said.narrative #>> '{contact,name}' IS NOT DISTINCT FROM fresh.contact_name
               AND said.narrative #>> '{contact,phone}' IS NOT DISTINCT FROM fresh.contact_phone
               AND (said.narrative -> 'needs')::jsonb IS NOT DISTINCT FROM fresh.needs::jsonb) IS NOT TRUE) THEN
        RAISE EXCEPTION 'the words of an enterprise change with an event that says so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TABLE public.absence (
    person_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    deputy_id bigint,
    reason text,
    ended_at timestamp with time zone,
    CONSTRAINT absence_ends_after_it_begins CHECK ((until_on >= from_on)),
    CONSTRAINT absence_reason_check CHECK ((char_length(reason) <= 200)),
    CONSTRAINT nobody_stands_in_for_itself CHECK ((deputy_id <> person_id))
);

CREATE TABLE public.access_token (
    digest bytea NOT NULL,
    person_id bigint NOT NULL,
    label text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    id bigint NOT NULL,
    last_used_on date,
    CONSTRAINT access_token_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT access_token_label_check CHECK ((char_length(label) <= 100)),
    CONSTRAINT expires_after_issue CHECK ((expires_at > issued_at)),
    CONSTRAINT token_ends_within_a_year CHECK (((expires_at - issued_at) <= '366 days'::interval))
);

ALTER TABLE public.access_token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.workflow_action (
    id integer NOT NULL,
    name text NOT NULL,
    administrative_reach text,
    CONSTRAINT workflow_action_administrative_reach_check CHECK ((administrative_reach = ANY (ARRAY['betweenVersions'::text, 'open'::text, 'openOrLeft'::text]))),
    CONSTRAINT workflow_action_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);

CREATE TABLE public.workflow_move (
    from_state integer NOT NULL,
    action integer NOT NULL,
    to_state integer NOT NULL
);

CREATE TABLE public.workflow_state (
    id integer NOT NULL,
    workflow_version_id bigint,
    name text NOT NULL,
    is_open boolean NOT NULL,
    CONSTRAINT unborn_belongs_to_no_version CHECK (((id = 0) = (workflow_version_id IS NULL))),
    CONSTRAINT workflow_state_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);

CREATE VIEW public.administrative_move AS
 SELECT state.id AS from_state,
    action.id AS action,
    state.id AS to_state
   FROM (public.workflow_state state
     JOIN public.workflow_action action ON ((((action.administrative_reach = ANY (ARRAY['open'::text, 'openOrLeft'::text])) AND state.is_open) OR ((action.administrative_reach = 'openOrLeft'::text) AND (EXISTS ( SELECT
           FROM public.workflow_move leaving
          WHERE ((leaving.from_state = state.id) AND (leaving.to_state <> state.id))))))));

CREATE TABLE public.case_numbering (
    year integer NOT NULL,
    begins_after bigint DEFAULT 0 NOT NULL,
    drawn_until bigint DEFAULT 0 NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT case_numbering_year_check CHECK (((year >= 1) AND (year <= 9999))),
    CONSTRAINT numbers_go_up CHECK (((begins_after >= 0) AND (drawn_until >= 0) AND (last >= begins_after) AND (last >= drawn_until)))
);

CREATE TABLE public.clock (
    issue_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    cycle integer NOT NULL,
    party text,
    issue_class text,
    time_limit text NOT NULL,
    calendar text NOT NULL,
    calendar_revision integer NOT NULL,
    status text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    original_due_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    moved_by_pauses timestamp with time zone,
    is_provisional boolean NOT NULL,
    pauses_from timestamp with time zone[] NOT NULL,
    pauses_until timestamp with time zone[] NOT NULL,
    held_at timestamp with time zone,
    ended_at timestamp with time zone,
    breached_at timestamp with time zone,
    passed_marks text[] NOT NULL,
    next_mark text,
    next_alarm_at timestamp with time zone NOT NULL,
    step integer,
    hours_of text,
    saved_at timestamp with time zone,
    CONSTRAINT clock_calendar_check CHECK ((char_length(calendar) <= 100)),
    CONSTRAINT clock_cycle_check CHECK ((cycle >= 1)),
    CONSTRAINT clock_hours_of_check CHECK ((char_length(hours_of) <= 60)),
    CONSTRAINT clock_issue_class_check CHECK ((char_length(issue_class) <= 60)),
    CONSTRAINT clock_kind_check CHECK ((char_length(kind) <= 60)),
    CONSTRAINT clock_next_mark_check CHECK ((char_length(next_mark) <= 60)),
    CONSTRAINT clock_number_check CHECK ((number >= 1)),
    CONSTRAINT clock_party_check CHECK ((char_length(party) <= 60)),
    CONSTRAINT clock_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'held'::text, 'met'::text, 'late'::text, 'cancelled'::text]))),
    CONSTRAINT clock_step_check CHECK ((step >= 1)),
    CONSTRAINT clock_time_limit_check CHECK ((char_length(time_limit) <= 40)),
    CONSTRAINT deadline_not_before_start CHECK (((original_due_at >= started_at) AND (due_at >= started_at))),
    CONSTRAINT ended_has_its_instant CHECK (((status = ANY (ARRAY['met'::text, 'late'::text, 'cancelled'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT ended_rings_no_more CHECK (((ended_at IS NULL) OR (next_alarm_at = 'infinity'::timestamp with time zone))),
    CONSTRAINT every_pause_has_both_ends CHECK ((cardinality(pauses_from) = cardinality(pauses_until))),
    CONSTRAINT met_is_not_breached CHECK (((status <> 'met'::text) OR (breached_at IS NULL))),
    CONSTRAINT saved_had_missed_its_deadline CHECK (((saved_at IS NULL) OR ((status = 'cancelled'::text) AND (breached_at IS NOT NULL) AND (ended_at = saved_at))))
)
WITH (fillfactor='70');

CREATE TABLE public.common_member (
    issue_id bigint NOT NULL,
    lead_issue_id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    has_received boolean DEFAULT false NOT NULL,
    CONSTRAINT none_leads_itself CHECK ((issue_id <> lead_issue_id))
);

CREATE TABLE public.common_result (
    lead_issue_id bigint NOT NULL,
    sequence integer NOT NULL
);

CREATE TABLE public.delivery (
    id bigint NOT NULL,
    subscription_id bigint NOT NULL,
    issue_id bigint,
    sequence integer,
    digest_on date,
    state text DEFAULT 'pending'::text NOT NULL,
    not_before timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    tries_before integer DEFAULT 0 NOT NULL,
    last_status integer,
    last_error text,
    settled_at timestamp with time zone,
    is_apart boolean DEFAULT false NOT NULL,
    CONSTRAINT delivery_check CHECK (((tries_before >= 0) AND (tries_before <= tries))),
    CONSTRAINT delivery_last_error_check CHECK ((char_length(last_error) <= 60)),
    CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'noLongerVisible'::text, 'dead'::text]))),
    CONSTRAINT delivery_tries_check CHECK ((tries >= 0)),
    CONSTRAINT one_event_or_a_digest CHECK ((((issue_id IS NULL) = (sequence IS NULL)) AND ((issue_id IS NULL) = (digest_on IS NOT NULL)))),
    CONSTRAINT what_ended_was_settled CHECK (((state = 'pending'::text) = (settled_at IS NULL)))
)
WITH (fillfactor='70');

CREATE TABLE public.delivery_attempt (
    delivery_id bigint NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    status integer,
    error text,
    milliseconds integer NOT NULL,
    CONSTRAINT delivery_attempt_error_check CHECK ((char_length(error) <= 60)),
    CONSTRAINT delivery_attempt_milliseconds_check CHECK ((milliseconds >= 0)),
    CONSTRAINT delivery_attempt_number_check CHECK ((number >= 1))
);

ALTER TABLE public.delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.deputy (
    person_id bigint NOT NULL,
    rank smallint NOT NULL,
    deputy_id bigint NOT NULL,
    CONSTRAINT deputy_rank_check CHECK ((rank >= 1)),
    CONSTRAINT nobody_stands_in_for_itself CHECK ((deputy_id <> person_id))
);

CREATE TABLE public.digest_item (
    delivery_id bigint NOT NULL,
    issue_id bigint NOT NULL,
    sequence integer NOT NULL
);

CREATE TABLE public.directory_change (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    what text NOT NULL,
    digest bytea,
    CONSTRAINT directory_change_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT directory_change_what_check CHECK (((char_length(what) >= 1) AND (char_length(what) <= 2000)))
);

ALTER TABLE public.directory_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.directory_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.division (
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    parent text,
    CONSTRAINT division_code_check CHECK ((code ~ '^[0-9]{6}$'::text)),
    CONSTRAINT division_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT division_name_zh_check CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 100)))
);

CREATE TABLE public.duty (
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    CONSTRAINT shift_ends_after_it_begins CHECK ((until_at > from_at))
);

CREATE TABLE public.enterprise (
    id bigint NOT NULL,
    credit_code text NOT NULL,
    name text NOT NULL,
    division text NOT NULL,
    tags text[] NOT NULL,
    search_bigrams text[] NOT NULL,
    size text,
    industry text,
    chains text[] DEFAULT '{}'::text[] NOT NULL,
    locality bigint,
    CONSTRAINT enterprise_credit_code_check CHECK ((credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text)),
    CONSTRAINT enterprise_industry_check CHECK ((industry ~ '^[A-T][0-9]{0,4}$'::text)),
    CONSTRAINT enterprise_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT enterprise_size_check CHECK ((size = ANY (ARRAY['large'::text, 'medium'::text, 'small'::text, 'micro'::text])))
);

ALTER TABLE public.enterprise ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.enterprise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.enterprise_link (
    digest bytea NOT NULL,
    issue_id bigint NOT NULL,
    number integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT enterprise_link_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT enterprise_link_number_check CHECK ((number >= 1))
);

CREATE TABLE public.filed_case (
    id bigint NOT NULL,
    number text NOT NULL,
    enterprise_id bigint,
    workflow_version_id bigint NOT NULL,
    source text NOT NULL,
    external_reference text,
    note text,
    credit_code_override text,
    filer bigint NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    command_key bytea NOT NULL,
    request_digest bytea NOT NULL,
    subject text DEFAULT 'enterprise'::text NOT NULL,
    project text,
    subject_unit bigint,
    CONSTRAINT case_names_its_subject CHECK ((((enterprise_id IS NOT NULL) = (subject = 'enterprise'::text)) AND ((project IS NOT NULL) = (subject = 'project'::text)) AND ((subject_unit IS NOT NULL) = (subject = 'unit'::text)))),
    CONSTRAINT filed_case_command_key_check CHECK ((octet_length(command_key) = 16)),
    CONSTRAINT filed_case_credit_code_override_check CHECK (((char_length(credit_code_override) >= 1) AND (char_length(credit_code_override) <= 500))),
    CONSTRAINT filed_case_external_reference_check CHECK (((char_length(external_reference) >= 1) AND (char_length(external_reference) <= 200))),
    CONSTRAINT filed_case_note_check CHECK ((char_length(note) <= 4000)),
    CONSTRAINT filed_case_number_check CHECK ((char_length(number) <= 40)),
    CONSTRAINT filed_case_request_digest_check CHECK ((octet_length(request_digest) = 32)),
    CONSTRAINT filed_case_source_check CHECK (((char_length(source) >= 1) AND (char_length(source) <= 60))),
    CONSTRAINT only_enterprises_have_a_credit_code CHECK (((credit_code_override IS NULL) OR (enterprise_id IS NOT NULL)))
);

ALTER TABLE public.filed_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.filed_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.industrial_chain (
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT industrial_chain_code_check CHECK ((code ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
    CONSTRAINT industrial_chain_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT industrial_chain_name_zh_check CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 100)))
);

CREATE TABLE public.installation (
    is_only_row boolean DEFAULT true NOT NULL,
    is_simulated boolean NOT NULL,
    simulated_now timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT installation_is_only_row_check CHECK (is_only_row),
    CONSTRAINT time_is_simulated_only_where_marked CHECK ((is_simulated OR (simulated_now IS NULL)))
);

CREATE TABLE public.issue (
    id bigint NOT NULL,
    number text NOT NULL,
    case_id bigint NOT NULL,
    enterprise_id bigint,
    filer bigint,
    workflow_version_id bigint NOT NULL,
    sequence integer NOT NULL,
    state integer NOT NULL,
    is_open boolean NOT NULL,
    lead_unit bigint,
    supporting_units bigint[] NOT NULL,
    office bigint,
    handler bigint,
    complained_unit bigint,
    class text NOT NULL,
    class_rank smallint NOT NULL,
    category text NOT NULL,
    division text NOT NULL,
    level smallint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attributes json NOT NULL,
    clock_count integer NOT NULL,
    head_digest bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    project text,
    chains text[] DEFAULT '{}'::text[] NOT NULL,
    service_officer bigint,
    level_holders bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    subject_unit bigint,
    CONSTRAINT issue_head_digest_check CHECK ((octet_length(head_digest) = 32)),
    CONSTRAINT issue_level_check CHECK (((level >= 0) AND (level <= 6))),
    CONSTRAINT issue_number_check CHECK ((char_length(number) <= 60))
)
WITH (fillfactor='70');

CREATE TABLE public.issue_event (
    issue_id bigint NOT NULL,
    sequence integer NOT NULL,
    previous_sequence integer GENERATED ALWAYS AS (NULLIF((sequence - 1), 0)) STORED,
    from_state integer NOT NULL,
    action integer NOT NULL,
    to_state integer NOT NULL,
    person_id bigint,
    role text NOT NULL,
    at timestamp with time zone NOT NULL,
    command_key bytea NOT NULL,
    request_digest bytea NOT NULL,
    body json NOT NULL,
    previous_digest bytea NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT birth_is_first CHECK (((sequence = 1) = (from_state = 0))),
    CONSTRAINT chain_begins_at_birth CHECK (((sequence = 1) = (octet_length(previous_digest) = 0))),
    CONSTRAINT issue_event_command_key_check CHECK ((octet_length(command_key) = 16)),
    CONSTRAINT issue_event_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT issue_event_previous_digest_check CHECK ((octet_length(previous_digest) = ANY (ARRAY[0, 32]))),
    CONSTRAINT issue_event_request_digest_check CHECK ((octet_length(request_digest) = ANY (ARRAY[0, 32]))),
    CONSTRAINT issue_event_role_check CHECK ((char_length(role) <= 60)),
    CONSTRAINT issue_event_sequence_check CHECK ((sequence >= 1))
);

ALTER TABLE public.issue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.issue_narrative (
    issue_id bigint NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    contact_name text,
    contact_phone text,
    needs json,
    search_bigrams text[] NOT NULL,
    CONSTRAINT issue_narrative_contact_name_check CHECK ((char_length(contact_name) <= 100)),
    CONSTRAINT issue_narrative_contact_phone_check CHECK ((char_length(contact_phone) <= 40)),
    CONSTRAINT issue_narrative_description_check CHECK ((char_length(description) <= 8000)),
    CONSTRAINT issue_narrative_title_check CHECK ((char_length(title) <= 200)),
    CONSTRAINT phone_belongs_to_a_contact CHECK (((contact_phone IS NULL) OR (contact_name IS NOT NULL)))
);

CREATE TABLE public.subscription (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    channel text NOT NULL,
    url text,
    scope text NOT NULL,
    pace text NOT NULL,
    is_quiet boolean NOT NULL,
    language text NOT NULL,
    actions text[] DEFAULT '{}'::text[] NOT NULL,
    generation integer DEFAULT 1 NOT NULL,
    oldest_generation integer DEFAULT 1 NOT NULL,
    previous_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone,
    failed_at timestamp with time zone,
    probe_at timestamp with time zone,
    is_apart boolean DEFAULT false NOT NULL,
    paused_at timestamp with time zone,
    behind_xid xid8,
    behind_position bigint,
    CONSTRAINT an_end_has_its_reason CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
    CONSTRAINT failures_have_their_time CHECK (((failures = 0) = (failing_since IS NULL))),
    CONSTRAINT generations_follow CHECK (((oldest_generation >= 1) AND (oldest_generation <= generation))),
    CONSTRAINT links_are_sent_each CHECK (((scope <> 'links'::text) OR (pace <> 'digest'::text))),
    CONSTRAINT mail_tells_its_person CHECK (((channel = 'webhook'::text) OR (scope = 'told'::text))),
    CONSTRAINT places_are_whole CHECK (((behind_xid IS NULL) = (behind_position IS NULL))),
    CONSTRAINT subscription_actions_check CHECK ((cardinality(actions) <= 200)),
    CONSTRAINT subscription_channel_check CHECK ((channel = ANY (ARRAY['webhook'::text, 'mail'::text]))),
    CONSTRAINT subscription_end_reason_check CHECK ((char_length(end_reason) <= 60)),
    CONSTRAINT subscription_failures_check CHECK ((failures >= 0)),
    CONSTRAINT subscription_generation_check CHECK ((generation >= 1)),
    CONSTRAINT subscription_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
    CONSTRAINT subscription_pace_check CHECK ((pace = ANY (ARRAY['each'::text, 'digest'::text, 'none'::text]))),
    CONSTRAINT subscription_scope_check CHECK ((scope = ANY (ARRAY['told'::text, 'seen'::text, 'links'::text]))),
    CONSTRAINT subscription_url_check CHECK (((char_length(url) >= 1) AND (char_length(url) <= 2000))),
    CONSTRAINT webhooks_have_an_address CHECK (((channel = 'webhook'::text) = (url IS NOT NULL))),
    CONSTRAINT what_is_paused_stands_apart CHECK (((paused_at IS NULL) OR (is_apart AND (behind_xid IS NOT NULL))))
);

CREATE VIEW public.lagging_subscription AS
 SELECT subscription.id,
        CASE
            WHEN (subscription.failures = 0) THEN '-infinity'::timestamp with time zone
            WHEN (NOT (EXISTS ( SELECT
               FROM public.delivery
              WHERE ((delivery.subscription_id = subscription.id) AND (delivery.state = 'pending'::text) AND delivery.is_apart)))) THEN subscription.probe_at
            ELSE NULL::timestamp with time zone
        END AS may_go_on_at
   FROM public.subscription
  WHERE ((subscription.behind_xid IS NOT NULL) AND (subscription.ended_at IS NULL) AND (subscription.paused_at IS NULL));

CREATE TABLE public.open_duty (
    issue_id bigint NOT NULL,
    slot integer NOT NULL,
    holder text NOT NULL,
    part text NOT NULL,
    actions text[] NOT NULL,
    barred bigint[] NOT NULL,
    since timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    is_paused boolean NOT NULL,
    is_blocked boolean NOT NULL,
    class_rank smallint NOT NULL,
    division text,
    category text,
    lead_unit bigint,
    state integer,
    level smallint,
    complained_unit bigint,
    CONSTRAINT open_duty_actions_check CHECK ((cardinality(actions) > 0)),
    CONSTRAINT open_duty_holder_check CHECK ((holder ~ '^(person|unit|head|office|leader|force|divisionForce|role|enterprise|paired|project):'::text)),
    CONSTRAINT open_duty_part_check CHECK ((part = ANY (ARRAY['owes'::text, 'substitutes'::text, 'helps'::text, 'within'::text, 'waits'::text]))),
    CONSTRAINT what_is_owed_says_where_it_belongs CHECK (((part <> 'owes'::text) OR (num_nulls(division, category, state, level) = 0)))
);

CREATE TABLE public.outbox_batch (
    "position" bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    issue_ids bigint[] NOT NULL,
    sequences integer[] NOT NULL,
    notices boolean[] NOT NULL,
    CONSTRAINT every_event_has_its_issue CHECK (((cardinality(issue_ids) = cardinality(sequences)) AND (cardinality(issue_ids) = cardinality(notices))))
);

ALTER TABLE public.outbox_batch ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_batch_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outbox_reader (
    name text NOT NULL,
    xid xid8 NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT outbox_reader_name_check CHECK ((char_length(name) <= 60))
);

CREATE TABLE public.pairing (
    person_id bigint NOT NULL,
    enterprise_id bigint,
    project text,
    chain text,
    level smallint DEFAULT 0 NOT NULL,
    is_chief boolean DEFAULT false NOT NULL,
    from_on date,
    until_on date,
    CONSTRAINT pairing_ends_after_it_begins CHECK ((until_on >= from_on)),
    CONSTRAINT pairing_has_one_subject CHECK ((num_nonnulls(enterprise_id, project, chain) = 1)),
    CONSTRAINT pairing_level_check CHECK (((level >= 0) AND (level <= 6)))
);

CREATE TABLE public.person (
    id bigint NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    phone text,
    email text,
    left_on date,
    CONSTRAINT person_email_check CHECK (((email ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$'::text) AND (char_length(email) <= 200))),
    CONSTRAINT person_login_check CHECK ((login ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
    CONSTRAINT person_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT person_phone_check CHECK ((char_length(phone) <= 40))
);

ALTER TABLE public.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.project (
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    division text NOT NULL,
    CONSTRAINT project_code_check CHECK ((code ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
    CONSTRAINT project_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT project_name_zh_check CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 100)))
);

CREATE TABLE public.published_document (
    kind text NOT NULL,
    name text NOT NULL,
    revision integer NOT NULL,
    source text NOT NULL,
    digest bytea NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT published_document_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT published_document_kind_check CHECK ((kind = ANY (ARRAY['calendar'::text, 'routing'::text, 'ladder'::text, 'directory'::text, 'notices'::text]))),
    CONSTRAINT published_document_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT published_document_revision_check CHECK ((revision >= 1)),
    CONSTRAINT published_document_source_check CHECK ((char_length(source) <= 2097152))
);

CREATE TABLE public.request_key (
    person_id bigint NOT NULL,
    sent_key bytea NOT NULL,
    request_digest bytea NOT NULL,
    result jsonb NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT request_key_request_digest_check CHECK ((octet_length(request_digest) = 32)),
    CONSTRAINT request_key_result_check CHECK ((octet_length((result)::text) <= 10000)),
    CONSTRAINT request_key_sent_key_check CHECK ((octet_length(sent_key) = 16))
);

CREATE TABLE public.role_grant (
    person_id bigint NOT NULL,
    role text NOT NULL,
    unit_id bigint NOT NULL,
    from_on date,
    until_on date,
    CONSTRAINT grant_ends_after_it_begins CHECK ((until_on >= from_on)),
    CONSTRAINT role_grant_role_check CHECK ((char_length(role) <= 60))
);

ALTER TABLE public.subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.unit (
    id bigint NOT NULL,
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    parent_id bigint,
    division text NOT NULL,
    functions text[] NOT NULL,
    categories text[] NOT NULL,
    aliases text[] NOT NULL,
    dissolved_on date,
    successor_id bigint,
    CONSTRAINT only_the_dissolved_have_a_successor CHECK (((successor_id IS NULL) OR (dissolved_on IS NOT NULL))),
    CONSTRAINT unit_code_check CHECK ((code ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
    CONSTRAINT unit_does_not_succeed_itself CHECK ((successor_id <> id)),
    CONSTRAINT unit_is_not_its_own_parent CHECK ((parent_id <> id)),
    CONSTRAINT unit_kind_check CHECK ((char_length(kind) <= 60)),
    CONSTRAINT unit_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT unit_name_zh_check CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 100)))
);

ALTER TABLE public.unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.unit_name (
    unit_id bigint NOT NULL,
    from_on date NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT unit_name_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT unit_name_name_zh_check CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 100)))
);

CREATE TABLE public.visit (
    id bigint NOT NULL,
    enterprise_id bigint NOT NULL,
    person_id bigint NOT NULL,
    visited_on date NOT NULL,
    note text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_note_check CHECK ((char_length(note) <= 2000))
);

ALTER TABLE public.visit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.workflow_action ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.workflow_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.workflow_state ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workflow_state_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.workflow_version (
    id bigint NOT NULL,
    workflow text NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    digest bytea NOT NULL,
    published_at timestamp with time zone NOT NULL,
    subject text DEFAULT 'enterprise'::text NOT NULL,
    CONSTRAINT workflow_version_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT workflow_version_source_check CHECK ((char_length(source) <= 2097152)),
    CONSTRAINT workflow_version_subject_check CHECK ((subject = ANY (ARRAY['enterprise'::text, 'project'::text, 'unit'::text, 'none'::text]))),
    CONSTRAINT workflow_version_version_check CHECK ((version >= 1)),
    CONSTRAINT workflow_version_workflow_check CHECK (((char_length(workflow) >= 1) AND (char_length(workflow) <= 100)))
);

ALTER TABLE public.workflow_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.workflow_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT a_command_counts_once UNIQUE (issue_id, command_key);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT a_filing_counts_once UNIQUE (filer, command_key);

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (person_id, from_on);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_id_key UNIQUE (id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.case_numbering
    ADD CONSTRAINT case_numbering_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (issue_id, number);

ALTER TABLE ONLY public.common_member
    ADD CONSTRAINT common_member_pkey PRIMARY KEY (issue_id);

ALTER TABLE ONLY public.common_result
    ADD CONSTRAINT common_result_pkey PRIMARY KEY (lead_issue_id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_id, number);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_subscription_id_digest_on_key UNIQUE (subscription_id, digest_on);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_subscription_id_issue_id_sequence_key UNIQUE (subscription_id, issue_id, sequence);

ALTER TABLE ONLY public.deputy
    ADD CONSTRAINT deputy_person_id_deputy_id_key UNIQUE (person_id, deputy_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.deputy
    ADD CONSTRAINT deputy_pkey PRIMARY KEY (person_id, rank);

ALTER TABLE ONLY public.digest_item
    ADD CONSTRAINT digest_item_pkey PRIMARY KEY (delivery_id, issue_id, sequence);

ALTER TABLE ONLY public.directory_change
    ADD CONSTRAINT directory_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.division
    ADD CONSTRAINT division_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (unit_id, from_at, person_id);

ALTER TABLE ONLY public.enterprise
    ADD CONSTRAINT enterprise_credit_code_key UNIQUE (credit_code);

ALTER TABLE ONLY public.enterprise_link
    ADD CONSTRAINT enterprise_link_issue_id_number_key UNIQUE (issue_id, number);

ALTER TABLE ONLY public.enterprise_link
    ADD CONSTRAINT enterprise_link_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.enterprise
    ADD CONSTRAINT enterprise_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT external_reference_is_used_once UNIQUE (source, external_reference);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_number_key UNIQUE (number);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT head_target UNIQUE (issue_id, sequence, to_state);

ALTER TABLE ONLY public.industrial_chain
    ADD CONSTRAINT industrial_chain_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (is_only_row);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT issue_event_pkey PRIMARY KEY (issue_id, sequence);

ALTER TABLE ONLY public.issue_narrative
    ADD CONSTRAINT issue_narrative_pkey PRIMARY KEY (issue_id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_number_key UNIQUE (number);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT one_visit_a_day UNIQUE (person_id, enterprise_id, visited_on);

ALTER TABLE ONLY public.open_duty
    ADD CONSTRAINT open_duty_pkey PRIMARY KEY (issue_id, slot, holder);

ALTER TABLE ONLY public.outbox_batch
    ADD CONSTRAINT outbox_batch_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.outbox_reader
    ADD CONSTRAINT outbox_reader_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_stands_once UNIQUE NULLS NOT DISTINCT (person_id, enterprise_id, project, chain, level, from_on);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_login_key UNIQUE (login);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.published_document
    ADD CONSTRAINT published_document_pkey PRIMARY KEY (kind, name, revision);

ALTER TABLE ONLY public.request_key
    ADD CONSTRAINT request_key_pkey PRIMARY KEY (person_id, sent_key);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (person_id, role, unit_id);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_code_key UNIQUE (code);

ALTER TABLE ONLY public.unit_name
    ADD CONSTRAINT unit_name_pkey PRIMARY KEY (unit_id, from_on);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workflow_version
    ADD CONSTRAINT version_has_one_subject UNIQUE (id, subject);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workflow_action
    ADD CONSTRAINT workflow_action_name_key UNIQUE (name);

ALTER TABLE ONLY public.workflow_action
    ADD CONSTRAINT workflow_action_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workflow_move
    ADD CONSTRAINT workflow_move_pkey PRIMARY KEY (from_state, action, to_state);

ALTER TABLE ONLY public.workflow_state
    ADD CONSTRAINT workflow_state_id_workflow_version_id_is_open_key UNIQUE (id, workflow_version_id, is_open);

ALTER TABLE ONLY public.workflow_state
    ADD CONSTRAINT workflow_state_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workflow_state
    ADD CONSTRAINT workflow_state_workflow_version_id_name_key UNIQUE (workflow_version_id, name);

ALTER TABLE ONLY public.workflow_version
    ADD CONSTRAINT workflow_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workflow_version
    ADD CONSTRAINT workflow_version_workflow_version_key UNIQUE (workflow, version);

CREATE INDEX clock_alarm ON public.clock USING btree (next_alarm_at) WHERE (next_alarm_at < 'infinity'::timestamp with time zone);

CREATE INDEX delivery_by_age ON public.delivery USING btree (settled_at) WHERE (settled_at IS NOT NULL);

CREATE INDEX delivery_line ON public.delivery USING btree (subscription_id, issue_id, sequence) WHERE ((state <> 'delivered'::text) AND (state <> 'noLongerVisible'::text) AND (state <> 'dead'::text));

CREATE INDEX delivery_that_failed ON public.delivery USING btree (id) WHERE (state = 'dead'::text);

CREATE INDEX delivery_that_waits ON public.delivery USING btree (not_before, id) WHERE ((state = 'pending'::text) AND (NOT is_apart));

CREATE INDEX delivery_that_waits_apart ON public.delivery USING btree (subscription_id, not_before, id) WHERE ((state = 'pending'::text) AND is_apart);

CREATE INDEX enterprise_search ON public.enterprise USING gin (search_bigrams);

CREATE INDEX issue_event_at ON public.issue_event USING brin (at);

CREATE INDEX issue_in_order ON public.issue USING btree (class_rank, due_at, id);

CREATE INDEX issue_in_state ON public.issue USING btree (state) WHERE is_open;

CREATE INDEX issue_narrative_search ON public.issue_narrative USING gin (search_bigrams);

CREATE INDEX issue_number_beginning ON public.issue USING btree (number COLLATE "C");

CREATE INDEX issue_of_case ON public.issue USING btree (case_id);

CREATE INDEX issue_of_category ON public.issue USING btree (category, created_at);

CREATE INDEX issue_of_chain ON public.issue USING gin (chains) WHERE (chains <> '{}'::text[]);

CREATE INDEX issue_of_enterprise ON public.issue USING btree (enterprise_id);

CREATE INDEX issue_of_filer ON public.issue USING btree (filer);

CREATE INDEX issue_of_level_holder ON public.issue USING gin (level_holders) WHERE (level_holders <> '{}'::bigint[]);

CREATE INDEX issue_of_project ON public.issue USING btree (project) WHERE (project IS NOT NULL);

CREATE INDEX issue_of_service_officer ON public.issue USING btree (service_officer) WHERE (service_officer IS NOT NULL);

CREATE INDEX issue_of_subject_unit ON public.issue USING btree (subject_unit) WHERE (subject_unit IS NOT NULL);

CREATE INDEX issue_queue ON public.issue USING btree (lead_unit, class_rank, due_at, id) WHERE is_open;

CREATE INDEX issue_raised ON public.issue USING btree (class_rank, due_at, id) WHERE (is_open AND (level > 0));

CREATE INDEX issue_supported ON public.issue USING gin (supporting_units) WHERE is_open;

CREATE INDEX member_of_lead ON public.common_member USING btree (lead_issue_id, issue_id);

CREATE UNIQUE INDEX one_mail_for_a_person ON public.subscription USING btree (person_id) WHERE (channel = 'mail'::text);

CREATE INDEX open_duty_in_order ON public.open_duty USING btree (due_at, class_rank, issue_id, slot) WHERE (part = 'owes'::text);

CREATE INDEX open_duty_in_state ON public.open_duty USING btree (state, due_at, class_rank, issue_id, slot) WHERE (part = 'owes'::text);

CREATE INDEX open_duty_of_category ON public.open_duty USING btree (category, due_at, class_rank, issue_id, slot) WHERE (part = 'owes'::text);

CREATE INDEX open_duty_of_division ON public.open_duty USING btree (division, due_at, class_rank, issue_id, slot) WHERE (part = 'owes'::text);

CREATE INDEX open_duty_of_lead ON public.open_duty USING btree (lead_unit, due_at, class_rank, issue_id, slot) WHERE ((part = 'owes'::text) AND (lead_unit IS NOT NULL));

CREATE INDEX open_duty_queue ON public.open_duty USING btree (holder, part, due_at, class_rank, issue_id, slot);

CREATE INDEX open_duty_raised ON public.open_duty USING btree (due_at, class_rank, issue_id, slot) WHERE ((part = 'owes'::text) AND (level > 0));

CREATE INDEX outbox_batch_order ON public.outbox_batch USING btree (xid, "position");

CREATE INDEX pairing_of_enterprise ON public.pairing USING btree (enterprise_id);

CREATE INDEX request_key_by_age ON public.request_key USING btree (kept_at);

CREATE INDEX subscription_apart ON public.subscription USING btree (id) WHERE (is_apart AND (ended_at IS NULL));

CREATE INDEX subscription_behind ON public.subscription USING btree (behind_xid, behind_position) WHERE (behind_xid IS NOT NULL);

CREATE INDEX subscription_of_person ON public.subscription USING btree (person_id, id);

CREATE INDEX token_of_person ON public.access_token USING btree (person_id);

CREATE INDEX visit_of_enterprise ON public.visit USING btree (enterprise_id, visited_on);

CREATE TRIGGER actions_are_not_truncated BEFORE TRUNCATE ON public.workflow_action FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER actions_stay BEFORE DELETE OR UPDATE ON public.workflow_action FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER administrative_actions_come_with_migrations BEFORE INSERT ON public.workflow_action FOR EACH ROW WHEN ((new.administrative_reach IS NOT NULL)) EXECUTE FUNCTION public.refuse_administrative_action();

CREATE TRIGGER breach_stays BEFORE UPDATE ON public.clock FOR EACH ROW WHEN ((((old.breached_at IS DISTINCT FROM new.breached_at) AND (old.breached_at IS NOT NULL)) OR (new.original_due_at <> old.original_due_at) OR (new.started_at <> old.started_at) OR (new.issue_id <> old.issue_id) OR (new.number <> old.number))) EXECUTE FUNCTION public.refuse_forgotten_breach();

CREATE TRIGGER cases_are_not_truncated BEFORE TRUNCATE ON public.filed_case FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER cases_stay BEFORE DELETE OR UPDATE ON public.filed_case FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER changes_are_not_truncated BEFORE TRUNCATE ON public.directory_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER changes_stay BEFORE DELETE OR UPDATE ON public.directory_change FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER clocks_are_not_deleted BEFORE DELETE ON public.clock FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER clocks_are_not_truncated BEFORE TRUNCATE ON public.clock FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER clocks_begin_with_an_event AFTER INSERT ON public.clock REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_clock_without_event();

CREATE TRIGGER clocks_move_with_an_event AFTER UPDATE ON public.clock REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_clock_without_event();

CREATE TRIGGER documents_are_not_truncated BEFORE TRUNCATE ON public.published_document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER documents_stay BEFORE DELETE OR UPDATE ON public.published_document FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER event_has_head AFTER INSERT ON public.issue_event REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_event_without_head();

CREATE TRIGGER events_are_not_truncated BEFORE TRUNCATE ON public.issue_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER events_stay BEFORE DELETE OR UPDATE ON public.issue_event FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER head_moves_forward BEFORE UPDATE ON public.issue FOR EACH ROW WHEN (((new.id <> old.id) OR (new.sequence <= old.sequence))) EXECUTE FUNCTION public.refuse_head_out_of_step();

CREATE TRIGGER installation_id_stays BEFORE UPDATE ON public.installation FOR EACH ROW WHEN ((new.id <> old.id)) EXECUTE FUNCTION public.refuse_changed_installation();

CREATE TRIGGER issue_is_about_its_case AFTER INSERT ON public.issue REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_other_subject_than_case();

CREATE TRIGGER issues_are_not_deleted BEFORE DELETE ON public.issue FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER issues_are_not_truncated BEFORE TRUNCATE ON public.issue FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER mark_is_not_deleted BEFORE DELETE ON public.installation FOR EACH ROW EXECUTE FUNCTION public.refuse_changed_mark();

CREATE TRIGGER mark_is_not_truncated BEFORE TRUNCATE ON public.installation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changed_mark();

CREATE TRIGGER mark_stays BEFORE UPDATE ON public.installation FOR EACH ROW WHEN (((new.is_simulated <> old.is_simulated) OR (COALESCE(new.simulated_now, '-infinity'::timestamp with time zone) < COALESCE(old.simulated_now, '-infinity'::timestamp with time zone)))) EXECUTE FUNCTION public.refuse_changed_mark();

CREATE TRIGGER moves_are_not_truncated BEFORE TRUNCATE ON public.workflow_move FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER moves_come_with_their_version AFTER INSERT ON public.workflow_move REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_adding_to_published();

CREATE TRIGGER moves_stay BEFORE DELETE OR UPDATE ON public.workflow_move FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER narratives_are_not_deleted BEFORE DELETE ON public.issue_narrative FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER narratives_are_not_truncated BEFORE TRUNCATE ON public.issue_narrative FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER nothing_begins_saved BEFORE INSERT ON public.clock FOR EACH ROW WHEN ((new.saved_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_revision_without_event();

CREATE TRIGGER numbering_is_not_truncated BEFORE TRUNCATE ON public.case_numbering FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER numbering_stays BEFORE DELETE ON public.case_numbering FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE CONSTRAINT TRIGGER numbers_are_taken_with_their_case AFTER INSERT OR UPDATE ON public.case_numbering DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_number_without_case();

CREATE TRIGGER revision_comes_with_an_event BEFORE UPDATE ON public.clock FOR EACH ROW WHEN (((new.calendar <> old.calendar) OR (new.calendar_revision <> old.calendar_revision) OR ((new.hours_of IS DISTINCT FROM old.hours_of) AND (NOT (new.party IS DISTINCT FROM old.party))) OR (new.saved_at IS DISTINCT FROM old.saved_at))) EXECUTE FUNCTION public.refuse_revision_without_event();

CREATE TRIGGER states_are_not_truncated BEFORE TRUNCATE ON public.workflow_state FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER states_come_with_their_version AFTER INSERT ON public.workflow_state REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_adding_to_published();

CREATE TRIGGER states_stay BEFORE DELETE OR UPDATE ON public.workflow_state FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER subject_stays BEFORE UPDATE ON public.issue FOR EACH ROW WHEN (((new.case_id <> old.case_id) OR (new.enterprise_id IS DISTINCT FROM old.enterprise_id) OR (new.subject_unit IS DISTINCT FROM old.subject_unit) OR (new.project IS DISTINCT FROM old.project))) EXECUTE FUNCTION public.refuse_changed_subject();

CREATE TRIGGER subject_stays BEFORE INSERT ON public.workflow_version FOR EACH ROW EXECUTE FUNCTION public.refuse_other_subject();

CREATE TRIGGER versions_are_not_truncated BEFORE TRUNCATE ON public.workflow_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER versions_stay BEFORE DELETE OR UPDATE ON public.workflow_version FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_published();

CREATE TRIGGER words_change_with_an_event AFTER UPDATE ON public.issue_narrative REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_words_without_event();

CREATE TRIGGER words_come_with_an_event AFTER INSERT ON public.issue_narrative REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_words_without_event();

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.common_member
    ADD CONSTRAINT common_member_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.common_member
    ADD CONSTRAINT common_member_lead_issue_id_fkey FOREIGN KEY (lead_issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.common_result
    ADD CONSTRAINT common_result_lead_issue_id_fkey FOREIGN KEY (lead_issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.common_result
    ADD CONSTRAINT common_result_lead_issue_id_sequence_fkey FOREIGN KEY (lead_issue_id, sequence) REFERENCES public.issue_event(issue_id, sequence);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_issue_id_sequence_fkey FOREIGN KEY (issue_id, sequence) REFERENCES public.issue_event(issue_id, sequence);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES public.subscription(id);

ALTER TABLE ONLY public.deputy
    ADD CONSTRAINT deputy_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.deputy
    ADD CONSTRAINT deputy_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.digest_item
    ADD CONSTRAINT digest_item_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);

ALTER TABLE ONLY public.digest_item
    ADD CONSTRAINT digest_item_issue_id_sequence_fkey FOREIGN KEY (issue_id, sequence) REFERENCES public.issue_event(issue_id, sequence);

ALTER TABLE ONLY public.directory_change
    ADD CONSTRAINT directory_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.division
    ADD CONSTRAINT division_parent_fkey FOREIGN KEY (parent) REFERENCES public.division(code);

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.enterprise
    ADD CONSTRAINT enterprise_division_fkey FOREIGN KEY (division) REFERENCES public.division(code);

ALTER TABLE ONLY public.enterprise_link
    ADD CONSTRAINT enterprise_link_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.enterprise
    ADD CONSTRAINT enterprise_locality_fkey FOREIGN KEY (locality) REFERENCES public.unit(id);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_filer_fkey FOREIGN KEY (filer) REFERENCES public.person(id);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_project_fkey FOREIGN KEY (project) REFERENCES public.project(code);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT filed_case_subject_unit_fkey FOREIGN KEY (subject_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT follows_the_event_before FOREIGN KEY (issue_id, previous_sequence, from_state) REFERENCES public.issue_event(issue_id, sequence, to_state);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT head_is_an_event FOREIGN KEY (id, sequence, state) REFERENCES public.issue_event(issue_id, sequence, to_state) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.filed_case(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_complained_unit_fkey FOREIGN KEY (complained_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_division_fkey FOREIGN KEY (division) REFERENCES public.division(code);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT issue_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_filer_fkey FOREIGN KEY (filer) REFERENCES public.person(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_handler_fkey FOREIGN KEY (handler) REFERENCES public.person(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_lead_unit_fkey FOREIGN KEY (lead_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue_narrative
    ADD CONSTRAINT issue_narrative_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_office_fkey FOREIGN KEY (office) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_project_fkey FOREIGN KEY (project) REFERENCES public.project(code);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_service_officer_fkey FOREIGN KEY (service_officer) REFERENCES public.person(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_subject_unit_fkey FOREIGN KEY (subject_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_workflow_version_id_fkey FOREIGN KEY (workflow_version_id) REFERENCES public.workflow_version(id);

ALTER TABLE ONLY public.issue_event
    ADD CONSTRAINT move_is_legal FOREIGN KEY (from_state, action, to_state) REFERENCES public.workflow_move(from_state, action, to_state);

ALTER TABLE ONLY public.open_duty
    ADD CONSTRAINT open_duty_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES public.issue(id);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_chain_fkey FOREIGN KEY (chain) REFERENCES public.industrial_chain(code);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_project_fkey FOREIGN KEY (project) REFERENCES public.project(code);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_division_fkey FOREIGN KEY (division) REFERENCES public.division(code);

ALTER TABLE ONLY public.request_key
    ADD CONSTRAINT request_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT state_belongs_to_its_version FOREIGN KEY (state, workflow_version_id, is_open) REFERENCES public.workflow_state(id, workflow_version_id, is_open);

ALTER TABLE ONLY public.filed_case
    ADD CONSTRAINT subject_is_that_of_the_workflow FOREIGN KEY (workflow_version_id, subject) REFERENCES public.workflow_version(id, subject);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_division_fkey FOREIGN KEY (division) REFERENCES public.division(code);

ALTER TABLE ONLY public.unit_name
    ADD CONSTRAINT unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.workflow_move
    ADD CONSTRAINT workflow_move_action_fkey FOREIGN KEY (action) REFERENCES public.workflow_action(id);

ALTER TABLE ONLY public.workflow_move
    ADD CONSTRAINT workflow_move_from_state_fkey FOREIGN KEY (from_state) REFERENCES public.workflow_state(id);

ALTER TABLE ONLY public.workflow_move
    ADD CONSTRAINT workflow_move_to_state_fkey FOREIGN KEY (to_state) REFERENCES public.workflow_state(id);

ALTER TABLE ONLY public.workflow_state
    ADD CONSTRAINT workflow_state_workflow_version_id_fkey FOREIGN KEY (workflow_version_id) REFERENCES public.workflow_version(id);

GRANT SELECT,INSERT,UPDATE ON TABLE public.absence TO zhuqi_server;
GRANT SELECT ON TABLE public.absence TO zhuqi_auditor;

GRANT SELECT ON TABLE public.access_token TO zhuqi_server;

GRANT UPDATE(last_used_on) ON TABLE public.access_token TO zhuqi_server;

GRANT SELECT ON TABLE public.workflow_action TO zhuqi_server;
GRANT SELECT ON TABLE public.workflow_action TO zhuqi_auditor;

GRANT SELECT ON TABLE public.workflow_move TO zhuqi_server;
GRANT SELECT ON TABLE public.workflow_move TO zhuqi_auditor;

GRANT SELECT ON TABLE public.workflow_state TO zhuqi_server;
GRANT SELECT ON TABLE public.workflow_state TO zhuqi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.case_numbering TO zhuqi_server;
GRANT SELECT ON TABLE public.case_numbering TO zhuqi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.clock TO zhuqi_server;
GRANT SELECT ON TABLE public.clock TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.common_member TO zhuqi_server;
GRANT SELECT ON TABLE public.common_member TO zhuqi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.common_result TO zhuqi_server;
GRANT SELECT ON TABLE public.common_result TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO zhuqi_server;
GRANT SELECT ON TABLE public.delivery TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.delivery_attempt TO zhuqi_server;
GRANT SELECT ON TABLE public.delivery_attempt TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.delivery_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.deputy TO zhuqi_server;
GRANT SELECT ON TABLE public.deputy TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.digest_item TO zhuqi_server;
GRANT SELECT ON TABLE public.digest_item TO zhuqi_auditor;

GRANT SELECT,INSERT ON TABLE public.directory_change TO zhuqi_server;
GRANT SELECT ON TABLE public.directory_change TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.directory_change_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.division TO zhuqi_server;
GRANT SELECT ON TABLE public.division TO zhuqi_auditor;

GRANT SELECT ON TABLE public.duty TO zhuqi_server;
GRANT SELECT ON TABLE public.duty TO zhuqi_auditor;

GRANT SELECT,INSERT ON TABLE public.enterprise TO zhuqi_server;
GRANT SELECT ON TABLE public.enterprise TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.enterprise_id_seq TO zhuqi_server;

GRANT SELECT,INSERT ON TABLE public.enterprise_link TO zhuqi_server;

GRANT SELECT,INSERT ON TABLE public.filed_case TO zhuqi_server;
GRANT SELECT ON TABLE public.filed_case TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.filed_case_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.industrial_chain TO zhuqi_server;
GRANT SELECT ON TABLE public.industrial_chain TO zhuqi_auditor;

GRANT SELECT ON TABLE public.installation TO zhuqi_server;
GRANT SELECT ON TABLE public.installation TO zhuqi_auditor;

GRANT UPDATE(simulated_now) ON TABLE public.installation TO zhuqi_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.issue TO zhuqi_server;
GRANT SELECT ON TABLE public.issue TO zhuqi_auditor;

GRANT SELECT,INSERT ON TABLE public.issue_event TO zhuqi_server;
GRANT SELECT ON TABLE public.issue_event TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.issue_id_seq TO zhuqi_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.issue_narrative TO zhuqi_server;
GRANT SELECT ON TABLE public.issue_narrative TO zhuqi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.subscription TO zhuqi_server;
GRANT SELECT ON TABLE public.subscription TO zhuqi_auditor;

GRANT SELECT ON TABLE public.lagging_subscription TO zhuqi_server;
GRANT SELECT ON TABLE public.lagging_subscription TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.open_duty TO zhuqi_server;
GRANT SELECT ON TABLE public.open_duty TO zhuqi_auditor;

GRANT SELECT,INSERT ON TABLE public.outbox_batch TO zhuqi_server;
GRANT SELECT ON TABLE public.outbox_batch TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.outbox_batch_position_seq TO zhuqi_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outbox_reader TO zhuqi_server;
GRANT SELECT ON TABLE public.outbox_reader TO zhuqi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.pairing TO zhuqi_server;
GRANT SELECT ON TABLE public.pairing TO zhuqi_auditor;

GRANT SELECT ON TABLE public.person TO zhuqi_server;
GRANT SELECT ON TABLE public.person TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.person_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.project TO zhuqi_server;
GRANT SELECT ON TABLE public.project TO zhuqi_auditor;

GRANT SELECT ON TABLE public.published_document TO zhuqi_server;
GRANT SELECT ON TABLE public.published_document TO zhuqi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.request_key TO zhuqi_server;
GRANT SELECT ON TABLE public.request_key TO zhuqi_auditor;

GRANT SELECT ON TABLE public.role_grant TO zhuqi_server;
GRANT SELECT ON TABLE public.role_grant TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.subscription_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.unit TO zhuqi_server;
GRANT SELECT ON TABLE public.unit TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.unit_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.unit_name TO zhuqi_server;
GRANT SELECT ON TABLE public.unit_name TO zhuqi_auditor;

GRANT SELECT,INSERT ON TABLE public.visit TO zhuqi_server;
GRANT SELECT ON TABLE public.visit TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.visit_id_seq TO zhuqi_server;

GRANT USAGE ON SEQUENCE public.workflow_action_id_seq TO zhuqi_server;

GRANT USAGE ON SEQUENCE public.workflow_state_id_seq TO zhuqi_server;

GRANT SELECT ON TABLE public.workflow_version TO zhuqi_server;
GRANT SELECT ON TABLE public.workflow_version TO zhuqi_auditor;

GRANT USAGE ON SEQUENCE public.workflow_version_id_seq TO zhuqi_server;

