-- The command path. Every statement here runs inside one transaction of the batcher.

-- name: lockIssues :many
-- Locks in the order of ids what is named by id or by number; what is loaded is loaded by statements of
-- their own, after the waits.
SELECT id FROM issue
WHERE id = ANY (ARRAY(
    SELECT unnest($1::bigint[])
    UNION ALL
    SELECT id FROM issue WHERE number = ANY ($2::text[])))
ORDER BY id
FOR NO KEY UPDATE;

-- name: lockFreeIssues :many
-- Those that nobody else holds; it waits for none.
SELECT id FROM issue
WHERE id = ANY (ARRAY(
    SELECT unnest($1::bigint[])
    UNION ALL
    SELECT id FROM issue WHERE number = ANY ($2::text[])))
ORDER BY id
FOR NO KEY UPDATE SKIP LOCKED;

-- name: loadIssues :many
SELECT issue.id, number, case_id, enterprise_id, filer, workflow_version_id, sequence, state,
       attributes, clock_count, head_digest, created_at, updated_at,
       title, description, contact_name, contact_phone, needs
FROM issue JOIN issue_narrative ON issue_narrative.issue_id = issue.id
WHERE issue.id = ANY (ARRAY(
    SELECT unnest($1::bigint[])
    UNION ALL
    SELECT id FROM issue WHERE number = ANY ($2::text[])));

-- name: loadEarlierUses :many
-- Where there is no id there is a number.
SELECT issue_event.issue_id, issue_event.command_key, issue_event.sequence,
       issue_event.request_digest
FROM unnest($1::bigint[], $2::text[], $3::bytea[]) AS asked (issue_id, number, command_key)
JOIN issue_event
     ON issue_event.issue_id = coalesce(
            asked.issue_id, (SELECT id FROM issue WHERE issue.number = asked.number))
        AND issue_event.command_key = asked.command_key;

-- name: loadLiveClocks :many
-- Of those in the second two lists those that have ended too.
SELECT issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
       started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from,
       pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step,
       hours_of, saved_at
FROM clock
WHERE issue_id = ANY (ARRAY(
    SELECT unnest($1::bigint[])
    UNION ALL
    SELECT id FROM issue WHERE number = ANY ($2::text[])))
  AND (ended_at IS NULL OR issue_id = ANY (ARRAY(
    SELECT unnest($3::bigint[])
    UNION ALL
    SELECT id FROM issue WHERE number = ANY ($4::text[]))))
ORDER BY issue_id, number;

-- name: drawIssueIDs :many
SELECT nextval('issue_id_seq') AS id FROM generate_series(1, $1::integer);

-- name: moveHeads :execute
-- A head that another transaction moved is not found here; its event is then refused.
UPDATE issue
SET sequence = moved.sequence, workflow_version_id = moved.workflow_version_id,
    state = moved.state, is_open = moved.is_open,
    lead_unit = moved.lead_unit, supporting_units = moved.supporting_units::bigint[],
    office = moved.office, handler = moved.handler, class = moved.class,
    class_rank = moved.class_rank, category = moved.category, division = moved.division,
    level = moved.level, due_at = moved.due_at, attributes = moved.attributes,
    clock_count = moved.clock_count, head_digest = moved.head_digest,
    updated_at = moved.updated_at, service_officer = moved.service_officer,
    level_holders = moved.level_holders::bigint[]
FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::integer[], $5::boolean[], $6::bigint[],
            $7::text[], $8::bigint[], $9::bigint[], $10::text[], $11::smallint[], $12::text[],
            $13::text[], $14::smallint[], $15::timestamptz[], $16::json[], $17::integer[],
            $18::bytea[], $19::timestamptz[], $20::bigint[], $21::bigint[],
            $22::text[])
     AS moved (id, from_sequence, sequence, state, is_open, lead_unit, supporting_units, office,
               handler, class, class_rank, category, division, level, due_at, attributes,
               clock_count, head_digest, updated_at, workflow_version_id, service_officer,
               level_holders)
WHERE issue.id = moved.id AND issue.sequence = moved.from_sequence;

-- name: putNarratives :execute
INSERT INTO issue_narrative (issue_id, title, description, contact_name, contact_phone, needs,
                             search_bigrams)
SELECT issue_id, title, description, contact_name, contact_phone, needs,
       string_to_array(bigrams, ' ')
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::json[], $7::text[])
     AS put (issue_id, title, description, contact_name, contact_phone, needs, bigrams)
ON CONFLICT (issue_id) DO UPDATE
SET title = excluded.title, description = excluded.description,
    contact_name = excluded.contact_name, contact_phone = excluded.contact_phone,
    needs = excluded.needs, search_bigrams = excluded.search_bigrams;

-- name: createIssues :execute
-- What is not numbered has its place in a case, whose number comes before it.
INSERT INTO issue (id, number, case_id, enterprise_id, filer, workflow_version_id, sequence, state,
                   is_open, lead_unit, supporting_units, office, handler, complained_unit, class,
                   class_rank, category, division, level, due_at, attributes, clock_count,
                   head_digest, created_at, updated_at, project, chains, service_officer,
                   subject_unit)
SELECT created.id, CASE WHEN is_numbered THEN created.number ELSE filed_case.number || created.number END,
       case_id, created.enterprise_id, created.filer, created.workflow_version_id, sequence, state,
       is_open, lead_unit, supporting_units::bigint[], office, handler, complained_unit, class,
       class_rank, category, division, level, due_at, attributes, clock_count, head_digest,
       created_at, created_at, created.project, chains::text[], service_officer, created.subject_unit
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
            $7::integer[], $8::integer[], $9::boolean[], $10::bigint[], $11::text[], $12::bigint[],
            $13::bigint[], $14::bigint[], $15::text[], $16::smallint[], $17::text[], $18::text[],
            $19::smallint[], $20::timestamptz[], $21::json[], $22::integer[], $23::bytea[],
            $24::timestamptz[], $25::text[], $26::text[], $27::bigint[], $28::boolean[],
            $29::bigint[])
     AS created (id, number, case_id, enterprise_id, filer, workflow_version_id, sequence, state,
              is_open, lead_unit, supporting_units, office, handler, complained_unit, class,
              class_rank, category, division, level, due_at, attributes, clock_count,
              head_digest, created_at, project, chains, service_officer, is_numbered,
              subject_unit)
JOIN filed_case ON filed_case.id = created.case_id;

-- name: addEvents :execute
INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, person_id, role, at,
                         command_key, request_digest, body, previous_digest, digest)
SELECT issue_id, sequence, from_state, action, to_state, person_id, role, at,
       command_key, request_digest, body, previous_digest, digest
FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::bigint[],
            $7::text[], $8::timestamptz[], $9::bytea[], $10::bytea[], $11::json[], $12::bytea[],
            $13::bytea[])
     AS fresh (issue_id, sequence, from_state, action, to_state, person_id, role, at,
               command_key, request_digest, body, previous_digest, digest);

-- name: putClocks :execute
INSERT INTO clock (issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
                   started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from,
                   pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step,
                   hours_of, saved_at)
SELECT issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
       started_at, original_due_at, due_at, moved_by_pauses, is_provisional,
       pauses_from::timestamptz[], pauses_until::timestamptz[], held_at, ended_at, breached_at,
       passed_marks::text[], next_mark, next_alarm_at, step, hours_of, saved_at
FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::integer[], $5::text[], $6::text[],
            $7::text[], $8::text[], $9::integer[], $10::text[], $11::timestamptz[],
            $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::boolean[], $16::text[],
            $17::text[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[], $21::text[],
            $22::text[], $23::timestamptz[], $24::integer[], $25::text[], $26::timestamptz[])
     AS put (issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
             started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from,
             pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step,
             hours_of, saved_at)
ON CONFLICT (issue_id, number) DO UPDATE
SET calendar_revision = excluded.calendar_revision, hours_of = excluded.hours_of,
    saved_at = excluded.saved_at, party = excluded.party, issue_class = excluded.issue_class,
    time_limit = excluded.time_limit, status = excluded.status, due_at = excluded.due_at,
    moved_by_pauses = excluded.moved_by_pauses, is_provisional = excluded.is_provisional,
    pauses_from = excluded.pauses_from, pauses_until = excluded.pauses_until,
    held_at = excluded.held_at, ended_at = excluded.ended_at, breached_at = excluded.breached_at,
    passed_marks = excluded.passed_marks, next_mark = excluded.next_mark,
    next_alarm_at = excluded.next_alarm_at;

-- name: endDuties :execute
DELETE FROM open_duty
USING unnest($1::bigint[], $2::integer[], $3::text[]) AS ended (issue_id, slot, holder)
WHERE open_duty.issue_id = ended.issue_id AND open_duty.slot = ended.slot
  AND open_duty.holder = ended.holder;

-- name: putDuties :execute
-- What is there already keeps the time since when it is held. Where the issue belongs is copied from the head,
-- which was moved before.
INSERT INTO open_duty (issue_id, slot, holder, part, actions, barred, since, due_at, is_paused,
                       is_blocked, class_rank, division, category, lead_unit, state, level,
                       complained_unit)
SELECT issue_id, slot, holder, part, actions::text[], barred::bigint[], since, put.due_at, is_paused,
       is_blocked, put.class_rank,
       CASE WHEN part = 'owes' THEN issue.division END,
       CASE WHEN part = 'owes' THEN issue.category END,
       CASE WHEN part = 'owes' THEN issue.lead_unit END,
       CASE WHEN part = 'owes' THEN issue.state END,
       CASE WHEN part = 'owes' THEN issue.level END,
       issue.complained_unit
FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[],
            $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::boolean[], $11::smallint[])
     AS put (issue_id, slot, holder, part, actions, barred, since, due_at, is_paused, is_blocked,
             class_rank)
JOIN issue ON issue.id = put.issue_id
ON CONFLICT (issue_id, slot, holder) DO UPDATE
SET part = excluded.part, actions = excluded.actions, barred = excluded.barred,
    due_at = excluded.due_at, is_paused = excluded.is_paused, is_blocked = excluded.is_blocked,
    class_rank = excluded.class_rank, division = excluded.division, category = excluded.category,
    lead_unit = excluded.lead_unit, state = excluded.state, level = excluded.level;

-- name: placeDuties :execute
-- What goes on where the head says now that the issue belongs elsewhere.
UPDATE open_duty
SET division = issue.division, category = issue.category, lead_unit = issue.lead_unit,
    state = issue.state, level = issue.level
FROM issue
WHERE issue.id = ANY ($1::bigint[]) AND open_duty.issue_id = issue.id AND part = 'owes'
  AND (open_duty.division, open_duty.category, open_duty.lead_unit, open_duty.state, open_duty.level)
      IS DISTINCT FROM
      (issue.division, issue.category, issue.lead_unit, issue.state, issue.level);

-- name: addLinks :execute
INSERT INTO enterprise_link (digest, issue_id, number, expires_at)
SELECT digest, issue_id, number, expires_at
FROM unnest($1::bytea[], $2::bigint[], $3::integer[], $4::timestamptz[])
     AS fresh (digest, issue_id, number, expires_at);

-- name: addOutboxBatch :execute
INSERT INTO outbox_batch (issue_ids, sequences, notices)
VALUES ($1::bigint[], $2::integer[], $3::boolean[]);
