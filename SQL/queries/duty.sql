-- name: dutyPage :many
-- What concerns some holders in some ways, overdue first, each by its own stretch of the index; one duty may
-- come more than once.
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM unnest($1::text[], $2::text[]) AS asked (holder, part)
CROSS JOIN LATERAL (
    SELECT issue_id, slot, open_duty.holder, open_duty.part, due_at, class_rank
    FROM open_duty
    WHERE open_duty.holder = asked.holder AND open_duty.part = asked.part
      AND NOT barred @> $3::bigint[]
      AND (due_at, class_rank, issue_id, slot) > ($4::timestamptz, $5::smallint, $6::bigint, $7::integer)
    ORDER BY due_at, class_rank, issue_id, slot
    LIMIT $8::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $8::integer;

-- name: dutiesOfIssues :many
SELECT issue_id, slot, holder, part, actions, barred, since, due_at, is_paused, is_blocked, class_rank
FROM open_duty
WHERE issue_id = ANY ($1::bigint[])
ORDER BY issue_id, slot, holder;

-- name: dutiesAreKept :one
-- Not before the migration that brings them.
SELECT to_regclass('open_duty') IS NOT NULL AS are_kept;

-- name: issuesWithoutDuty :many
-- Open ones that were last changed by a program of before there were duties.
SELECT id FROM issue
WHERE is_open AND id > $1::bigint
  AND NOT EXISTS (SELECT FROM open_duty WHERE open_duty.issue_id = issue.id)
ORDER BY id
LIMIT $2::integer;

-- name: holdIssuesAt :many
-- Those that nothing has happened to since they were read.
SELECT issue.id
FROM unnest($1::bigint[], $2::integer[]) AS read (id, sequence)
JOIN issue ON issue.id = read.id AND issue.sequence = read.sequence
ORDER BY issue.id
FOR NO KEY UPDATE OF issue;

-- name: forgetDuties :execute
DELETE FROM open_duty WHERE issue_id = ANY ($1::bigint[]);
