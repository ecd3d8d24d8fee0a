-- Copies the template issues until there are as many as wanted. psql variables: have, how many copies
-- there are; issues, how many there are to be; spread, 1 where they are to differ: in what is due when over
-- 1000 hours, of which 50 have passed, one in twenty raised, and twenty with words of their own. Else 0.
-- The copies' digests are those of their templates: good enough to be moved, not to be audited. What
-- is copied passed every key and trigger already; they are left out, so that a million take minutes.
-- Prints a line for each issue: its id, a tab, the login of the handler of its lead unit.
\set ON_ERROR_STOP on
BEGIN;
SET LOCAL session_replication_role = replica;
CREATE TEMPORARY TABLE copy ON COMMIT DROP AS
SELECT template.id AS template_id, 1000000 + number AS id, number,
       CASE WHEN :spread = 1 AND number / template.total % 20 = 0 THEN 1 ELSE 0 END::smallint AS raised,
       :spread * (now() - template.due_at + (number / template.total % 1000 - 50) * interval '1 hour')
           AS moved
FROM generate_series(:have + 1, :issues) AS number
JOIN (SELECT id, due_at, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS total
      FROM issue WHERE id < 1000000) AS template ON template.place = number % template.total;

INSERT INTO issue (id, number, case_id, enterprise_id, filer, workflow_version_id, sequence, state,
                   is_open, lead_unit, supporting_units, office, handler, complained_unit, class,
                   class_rank, category, division, level, due_at, attributes,
                   clock_count, head_digest, created_at, updated_at)
SELECT copy.id, 'COPY-' || copy.number, case_id, enterprise_id, filer, workflow_version_id,
       sequence, state, is_open, lead_unit, supporting_units, office, handler, complained_unit,
       class, class_rank, category, division, greatest(level, copy.raised), due_at + copy.moved, attributes,
       clock_count, head_digest, created_at, updated_at
FROM copy JOIN issue AS template ON template.id = copy.template_id;

-- In the order of sequences: each event follows one that is there.
INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, person_id, role, at,
                         command_key, request_digest, body, previous_digest, digest)
SELECT copy.id, sequence, from_state, action, to_state, person_id, role, at, command_key,
       request_digest, body, previous_digest, digest
FROM copy JOIN issue_event ON issue_event.issue_id = copy.template_id
ORDER BY copy.id, sequence;

-- After the events that say them, as the clocks below.
INSERT INTO issue_narrative (issue_id, title, description, contact_name, contact_phone, needs,
                             search_bigrams)
SELECT copy.id, CASE WHEN :spread = 1 AND copy.number <= 20 THEN '罕见钢种断供' ELSE title END,
       description, contact_name, contact_phone, needs,
       CASE WHEN :spread = 1 AND copy.number <= 20
            THEN search_bigrams || '{罕见,见钢,钢种,种断,断供}'::text[] ELSE search_bigrams END
FROM copy JOIN issue_narrative ON issue_narrative.issue_id = copy.template_id;

INSERT INTO clock (issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision,
                   status, started_at, original_due_at, due_at, moved_by_pauses, is_provisional,
                   pauses_from, pauses_until, held_at, ended_at, breached_at, passed_marks,
                   next_mark, next_alarm_at, step, hours_of, saved_at)
SELECT copy.id, clock.number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision,
       status, started_at, original_due_at, due_at, moved_by_pauses, is_provisional,
       pauses_from, pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark,
       next_alarm_at, step, hours_of, saved_at
FROM copy JOIN clock ON clock.issue_id = copy.template_id;

INSERT INTO open_duty (issue_id, slot, holder, part, actions, barred, since, due_at, is_paused,
                       is_blocked, class_rank, division, category, lead_unit, state, level,
                       complained_unit)
SELECT copy.id, slot, holder, part, actions, barred, since, due_at + copy.moved, is_paused, is_blocked,
       class_rank, division, category, lead_unit, state,
       CASE part WHEN 'owes' THEN greatest(level, copy.raised) END, complained_unit
FROM copy JOIN open_duty ON open_duty.issue_id = copy.template_id;
COMMIT;

SELECT issue.id, unit.code || '.handler'
FROM issue JOIN unit ON unit.id = issue.lead_unit
WHERE issue.id > 1000000
ORDER BY issue.id;
