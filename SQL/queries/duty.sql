-- What lists ask of other rows they ask by scalar subqueries, row by row as far as a page goes: EXISTS below OR
-- may be planned as a hash over the whole table.

-- name: dutiesAlong :many
-- What concerns holders, or is owed, overdue first: along stretches of one kind, each read in the order of its
-- index until a page is full. The kind is known when it is planned, so one index is left for the stretches: of
-- a holder and its part, a division, a category, a lead unit, a state, of all, or an issue, which is sorted.
-- What is owed ($10) comes once, without its holder; what concerns holders may come for several. Narrowed
-- (NULL: any) to some holders with their parts, to what does not bar somebody, by the head, by the text; to
-- what somebody may see by the head, and to no complaints about some units but its own.
SELECT DISTINCT found.due_at, found.class_rank, found.issue_id, found.slot, found.holder
FROM unnest($2::text[], $3::text[]) AS asked (value, part)
CROSS JOIN LATERAL (
    SELECT open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot,
           CASE WHEN $10::boolean THEN '' ELSE open_duty.holder END AS holder
    FROM open_duty
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE ($1::text <> 'holder' OR open_duty.holder = asked.value)
      AND ($1::text <> 'holder' OR open_duty.part = asked.part)
      AND ($1::text <> 'division' OR open_duty.division = asked.value)
      AND ($1::text <> 'category' OR open_duty.category = asked.value)
      AND ($1::text <> 'lead' OR open_duty.lead_unit = asked.value::bigint)
      AND ($1::text <> 'state' OR open_duty.state = asked.value::integer)
      AND ($1::text <> 'issue' OR open_duty.issue_id = asked.value::bigint)
      AND ($1::text = 'holder' OR $10::boolean IS NOT TRUE OR open_duty.part = 'owes')
      AND ($11::text[] IS NULL
           OR (open_duty.holder, open_duty.part)
              IN (SELECT holder, part FROM unnest($11::text[], $12::text[]) AS side (holder, part)))
      AND ($13::bigint[] IS NULL OR NOT barred @> $13::bigint[])
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($4::timestamptz, $5::smallint, $6::bigint, $7::integer)
      AND ($9::timestamptz IS NULL OR open_duty.due_at < $9::timestamptz)
      AND ($14::boolean IS NOT TRUE
           OR CASE WHEN $1::text IN ('holder', 'issue') THEN issue.level ELSE open_duty.level
              END > 0)
      AND ($15::integer[] IS NULL OR issue.state = ANY ($15::integer[]))
      AND ($16::text IS NULL OR issue.class = $16::text)
      AND ($17::text IS NULL OR issue.category = $17::text)
      AND ($18::text[] IS NULL OR issue.division = ANY ($18::text[]))
      AND ($19::bigint[] IS NULL OR issue.lead_unit = ANY ($19::bigint[]))
      AND ($20::bigint[] IS NULL OR issue.workflow_version_id = ANY ($20::bigint[]))
      AND ($21::text[] IS NULL
           OR $22::boolean IS TRUE AND lower(issue.number) LIKE ALL ($21::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($21::text[]))
      AND ($23::bigint[] IS NULL
           OR (SELECT head.filer = ANY ($23::bigint[]) AND head.service_officer IS NULL
                      OR head.handler = ANY ($23::bigint[])
                      OR head.service_officer = ANY ($23::bigint[])
                      OR head.lead_unit = ANY ($24::bigint[]) OR head.office = ANY ($24::bigint[])
                      OR head.subject_unit = ANY ($24::bigint[])
                      OR head.supporting_units && $24::bigint[]
                      OR head.division = ANY ($25::text[]) OR head.category = ANY ($26::text[])
                      OR head.enterprise_id = ANY ($27::bigint[])
                      OR head.project = ANY ($28::text[]) OR head.chains && $29::text[]
                      OR head.level_holders && $30::bigint[]
               FROM issue AS head
               WHERE head.id = open_duty.issue_id))
      AND ($31::bigint[] IS NULL OR open_duty.complained_unit IS NULL
           OR open_duty.complained_unit <> ALL ($31::bigint[])
           OR (SELECT coalesce(head.service_officer, head.filer)
               FROM issue AS head
               WHERE head.id = open_duty.issue_id) = $32::bigint)
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $8::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot, found.holder
LIMIT $8::integer;

-- name: issuesAbout :many
-- The open issues about some enterprises, projects, chains or units, and those that climbed to somebody.
SELECT id FROM issue WHERE is_open AND enterprise_id = ANY ($1::bigint[])
UNION
SELECT id FROM issue WHERE is_open AND project = ANY ($2::text[])
UNION
SELECT id FROM issue WHERE is_open AND chains <> '{}' AND chains && $3::text[]
UNION
SELECT id FROM issue WHERE is_open AND level_holders <> '{}' AND level_holders && $4::bigint[]
UNION
SELECT id FROM issue WHERE is_open AND subject_unit = ANY ($5::bigint[]);

-- name: heldDutyCounts :many
-- How many duties concern some holders in some ways, for each span of deadlines; counting ends after so many rows.
-- Each stretch is read in its order: what ends early is never gathered first.
-- Left out: whom a duty bars; complaints about some units, but for one holder; what is waited for by whoever owes it.
SELECT span.place, count(found.issue_id) AS duties,
       coalesce(sum(found.row_count), 0) > $9::integer AS has_more
FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS span (from_at, until_at, place)
LEFT JOIN LATERAL (
    SELECT counted.issue_id, counted.slot, count(*) AS row_count
    FROM (
        SELECT along.issue_id, along.slot
        FROM unnest($3::text[], $4::text[]) AS asked (holder, part)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE open_duty.holder = asked.holder AND open_duty.part = asked.part
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND NOT barred @> $5::bigint[]
              AND (complained_unit IS NULL OR complained_unit <> ALL ($6::bigint[])
                   OR open_duty.holder = $7::text)
              AND (open_duty.part <> 'waits'
                   OR (SELECT count(*)
                       FROM open_duty AS owed
                       WHERE owed.issue_id = open_duty.issue_id AND owed.slot = open_duty.slot
                         AND owed.part = 'owes' AND owed.holder = ANY ($8::text[])) = 0)
            ORDER BY due_at
            LIMIT $9::integer + 1) AS along
        LIMIT $9::integer + 1) AS counted
    GROUP BY counted.issue_id, counted.slot) AS found ON true
GROUP BY span.place
ORDER BY span.place;

-- name: seenDutyCounts :many
-- How many duties are seen by divisions, categories, lead units, holders, and on some issues: as above; on
-- raised issues alone, where asked for.
SELECT span.place, count(found.issue_id) AS duties,
       coalesce(sum(found.row_count), 0) > $12::integer AS has_more
FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS span (from_at, until_at, place)
LEFT JOIN LATERAL (
    SELECT seen.issue_id, seen.slot, count(*) AS row_count
    FROM (
        SELECT along.issue_id, along.slot
        FROM unnest($3::text[]) AS asked (division)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.division = asked.division
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($9::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($10::bigint[]))
            ORDER BY due_at
            LIMIT $12::integer + 1) AS along
        UNION ALL
        SELECT along.issue_id, along.slot
        FROM unnest($4::text[]) AS asked (category)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.category = asked.category
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($9::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($10::bigint[]))
            ORDER BY due_at
            LIMIT $12::integer + 1) AS along
        UNION ALL
        SELECT along.issue_id, along.slot
        FROM unnest($5::bigint[]) AS asked (lead_unit)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.lead_unit = asked.lead_unit
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($9::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($10::bigint[]))
            ORDER BY due_at
            LIMIT $12::integer + 1) AS along
        UNION ALL
        SELECT along.issue_id, along.slot
        FROM unnest($6::text[], $7::text[]) AS asked (holder, part)
        CROSS JOIN LATERAL (
            SELECT open_duty.issue_id, slot
            FROM open_duty
            LEFT JOIN issue ON issue.id = open_duty.issue_id
            WHERE open_duty.holder = asked.holder AND open_duty.part = asked.part
              AND open_duty.due_at >= span.from_at AND open_duty.due_at <= span.until_at
              AND ($9::boolean IS NOT TRUE OR issue.level > 0)
              AND (open_duty.complained_unit IS NULL
                   OR open_duty.complained_unit <> ALL ($10::bigint[])
                   OR open_duty.holder = $11::text)
            ORDER BY open_duty.due_at
            LIMIT $12::integer + 1) AS along
        UNION ALL
        SELECT along.issue_id, along.slot
        FROM unnest($8::bigint[]) AS asked (issue_id)
        CROSS JOIN LATERAL (
            SELECT open_duty.issue_id, slot
            FROM open_duty
            WHERE open_duty.issue_id = asked.issue_id AND part = 'owes'
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($9::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($10::bigint[]))
            LIMIT $12::integer + 1) AS along
        LIMIT $12::integer + 1) AS seen
    GROUP BY seen.issue_id, seen.slot) AS found ON true
GROUP BY span.place
ORDER BY span.place;

-- name: dutyCountsInOrder :many
-- How many of all duties somebody sees by the heads (NULL: all), for each span: as above. No more than so many
-- rows of a span are looked at; where there are more, that is told.
SELECT span.place, count(found.issue_id) AS duties,
       CASE
           WHEN coalesce(sum(found.row_count), 0) > $14::integer THEN true
           ELSE (SELECT count(*)
                 FROM (
                     SELECT FROM open_duty
                     WHERE part = 'owes' AND due_at >= span.from_at AND due_at <= span.until_at
                       AND ($3::boolean IS NOT TRUE OR level > 0)
                     ORDER BY due_at
                     LIMIT $15::integer) AS looked) >= $15::integer
       END AS has_more
FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS span (from_at, until_at, place)
LEFT JOIN LATERAL (
    SELECT counted.issue_id, counted.slot, count(*) AS row_count
    FROM (
        SELECT looked.issue_id, looked.slot
        FROM (
            SELECT issue_id, slot, complained_unit
            FROM open_duty
            WHERE part = 'owes' AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($3::boolean IS NOT TRUE OR level > 0)
            ORDER BY due_at
            LIMIT $15::integer) AS looked
        LEFT JOIN issue ON issue.id = looked.issue_id
        WHERE ($4::bigint[] IS NULL
               OR issue.filer = ANY ($4::bigint[]) AND issue.service_officer IS NULL
               OR issue.handler = ANY ($4::bigint[]) OR issue.service_officer = ANY ($4::bigint[])
               OR issue.lead_unit = ANY ($5::bigint[]) OR issue.office = ANY ($5::bigint[])
               OR issue.subject_unit = ANY ($5::bigint[])
               OR issue.supporting_units && $5::bigint[]
               OR issue.division = ANY ($6::text[]) OR issue.category = ANY ($7::text[])
               OR issue.enterprise_id = ANY ($8::bigint[]) OR issue.project = ANY ($9::text[])
               OR issue.chains && $10::text[] OR issue.level_holders && $11::bigint[])
          AND (looked.complained_unit IS NULL OR looked.complained_unit <> ALL ($12::bigint[])
               OR coalesce(issue.service_officer, issue.filer) = $13::bigint)
        LIMIT $14::integer + 1) AS counted
    GROUP BY counted.issue_id, counted.slot) AS found ON true
GROUP BY span.place, span.from_at, span.until_at
ORDER BY span.place;

-- name: dutiesAt :many
-- All rows of some duties.
SELECT issue_id, slot, holder, part, actions, barred, since, due_at, is_paused, is_blocked, class_rank
FROM (SELECT DISTINCT * FROM unnest($1::bigint[], $2::integer[])) AS asked (of_issue, at_slot)
JOIN open_duty ON issue_id = of_issue AND slot = at_slot
ORDER BY issue_id, slot, holder;

-- name: dutiesOfIssues :many
-- It is in place where it says of its issue what the head says.
SELECT issue_id, slot, holder, part, actions, barred, since, open_duty.due_at, is_paused, is_blocked,
       open_duty.class_rank,
       open_duty.complained_unit IS NOT DISTINCT FROM issue.complained_unit
       AND (part <> 'owes'
            OR (open_duty.division, open_duty.category, open_duty.lead_unit, open_duty.state, open_duty.level)
               IS NOT DISTINCT FROM
               (issue.division, issue.category, issue.lead_unit, issue.state, issue.level)) AS is_in_place
FROM open_duty
JOIN issue ON issue.id = open_duty.issue_id
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
