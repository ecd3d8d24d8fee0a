-- What lists ask of other rows they ask by scalar subqueries, row by row as far as a page goes: EXISTS below OR
-- may be planned as a hash over the whole table.

-- name: dutyPage :many
-- What concerns some holders in some ways, overdue first, each by its own stretch of the index; one duty may
-- come more than once. Those are left out whom a duty bars (NULL: nobody). Narrowed by the head (NULL: any).
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM unnest($1::text[], $2::text[]) AS asked (holder, part)
CROSS JOIN LATERAL (
    SELECT open_duty.issue_id, slot, open_duty.holder, open_duty.part, open_duty.due_at,
           open_duty.class_rank
    FROM open_duty
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE open_duty.holder = asked.holder AND open_duty.part = asked.part
      AND ($3::bigint[] IS NULL OR NOT barred @> $3::bigint[])
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($4::timestamptz, $5::smallint, $6::bigint, $7::integer)
      AND ($9::timestamptz IS NULL OR open_duty.due_at < $9::timestamptz)
      AND ($10::boolean IS NOT TRUE OR issue.level > 0)
      AND ($11::integer[] IS NULL OR issue.state = ANY ($11::integer[]))
      AND ($12::text IS NULL OR issue.class = $12::text)
      AND ($13::text IS NULL OR issue.category = $13::text)
      AND ($14::text[] IS NULL OR issue.division = ANY ($14::text[]))
      AND ($15::bigint[] IS NULL OR issue.lead_unit = ANY ($15::bigint[]))
      AND ($16::bigint[] IS NULL OR issue.workflow_version_id = ANY ($16::bigint[]))
      AND ($17::bigint[] IS NULL OR open_duty.issue_id = ANY ($17::bigint[]))
      AND ($18::text[] IS NULL
           OR $19::boolean IS TRUE AND lower(issue.number) LIKE ALL ($18::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($18::text[]))
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $8::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $8::integer;

-- name: dutiesInDivisions :many
-- What is owed in some divisions: as above.
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM unnest($1::text[]) AS asked (division)
CROSS JOIN LATERAL (
    SELECT open_duty.issue_id, slot, holder, part, open_duty.due_at, open_duty.class_rank
    FROM open_duty
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE part = 'owes' AND open_duty.division = asked.division
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($2::timestamptz, $3::smallint, $4::bigint, $5::integer)
      AND ($7::timestamptz IS NULL OR open_duty.due_at < $7::timestamptz)
      AND ($8::boolean IS NOT TRUE OR open_duty.level > 0)
      AND ($9::integer[] IS NULL OR open_duty.state = ANY ($9::integer[]))
      AND ($10::text IS NULL OR issue.class = $10::text)
      AND ($11::text IS NULL OR open_duty.category = $11::text)
      AND ($12::text[] IS NULL OR open_duty.division = ANY ($12::text[]))
      AND ($13::bigint[] IS NULL OR open_duty.lead_unit = ANY ($13::bigint[]))
      AND ($14::bigint[] IS NULL OR issue.workflow_version_id = ANY ($14::bigint[]))
      AND ($15::bigint[] IS NULL OR open_duty.issue_id = ANY ($15::bigint[]))
      AND ($16::text[] IS NULL
           OR $17::boolean IS TRUE AND lower(issue.number) LIKE ALL ($16::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($16::text[]))
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $6::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $6::integer;

-- name: dutiesInCategories :many
-- What is owed in some categories: as above.
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM unnest($1::text[]) AS asked (category)
CROSS JOIN LATERAL (
    SELECT open_duty.issue_id, slot, holder, part, open_duty.due_at, open_duty.class_rank
    FROM open_duty
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE part = 'owes' AND open_duty.category = asked.category
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($2::timestamptz, $3::smallint, $4::bigint, $5::integer)
      AND ($7::timestamptz IS NULL OR open_duty.due_at < $7::timestamptz)
      AND ($8::boolean IS NOT TRUE OR open_duty.level > 0)
      AND ($9::integer[] IS NULL OR open_duty.state = ANY ($9::integer[]))
      AND ($10::text IS NULL OR issue.class = $10::text)
      AND ($11::text IS NULL OR open_duty.category = $11::text)
      AND ($12::text[] IS NULL OR open_duty.division = ANY ($12::text[]))
      AND ($13::bigint[] IS NULL OR open_duty.lead_unit = ANY ($13::bigint[]))
      AND ($14::bigint[] IS NULL OR issue.workflow_version_id = ANY ($14::bigint[]))
      AND ($15::bigint[] IS NULL OR open_duty.issue_id = ANY ($15::bigint[]))
      AND ($16::text[] IS NULL
           OR $17::boolean IS TRUE AND lower(issue.number) LIKE ALL ($16::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($16::text[]))
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $6::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $6::integer;

-- name: dutiesLedBy :many
-- What is owed on issues that some units lead: as above.
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM unnest($1::bigint[]) AS asked (lead_unit)
CROSS JOIN LATERAL (
    SELECT open_duty.issue_id, slot, holder, part, open_duty.due_at, open_duty.class_rank
    FROM open_duty
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE part = 'owes' AND open_duty.lead_unit = asked.lead_unit
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($2::timestamptz, $3::smallint, $4::bigint, $5::integer)
      AND ($7::timestamptz IS NULL OR open_duty.due_at < $7::timestamptz)
      AND ($8::boolean IS NOT TRUE OR open_duty.level > 0)
      AND ($9::integer[] IS NULL OR open_duty.state = ANY ($9::integer[]))
      AND ($10::text IS NULL OR issue.class = $10::text)
      AND ($11::text IS NULL OR open_duty.category = $11::text)
      AND ($12::text[] IS NULL OR open_duty.division = ANY ($12::text[]))
      AND ($13::bigint[] IS NULL OR open_duty.lead_unit = ANY ($13::bigint[]))
      AND ($14::bigint[] IS NULL OR issue.workflow_version_id = ANY ($14::bigint[]))
      AND ($15::bigint[] IS NULL OR open_duty.issue_id = ANY ($15::bigint[]))
      AND ($16::text[] IS NULL
           OR $17::boolean IS TRUE AND lower(issue.number) LIKE ALL ($16::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($16::text[]))
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $6::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $6::integer;

-- name: dutiesAbout :many
-- What is owed on issues about some enterprises, projects, chains or units, and on those that climbed to somebody:
-- as above, but that all of them are looked at.
SELECT found.issue_id, found.slot, found.holder, found.part, found.due_at, found.class_rank
FROM (
    SELECT open_duty.issue_id, slot, holder, part, open_duty.due_at, open_duty.class_rank
    FROM (
        SELECT id FROM issue WHERE is_open AND enterprise_id = ANY ($1::bigint[])
        UNION
        SELECT id FROM issue WHERE is_open AND project = ANY ($2::text[])
        UNION
        SELECT id FROM issue WHERE is_open AND chains <> '{}' AND chains && $3::text[]
        UNION
        SELECT id FROM issue
        WHERE is_open AND level_holders <> '{}' AND level_holders && $4::bigint[]
        UNION
        SELECT id FROM issue WHERE is_open AND subject_unit = ANY ($5::bigint[])) AS subject
    JOIN open_duty ON open_duty.issue_id = subject.id
    LEFT JOIN issue ON issue.id = open_duty.issue_id
    WHERE part = 'owes'
      AND (open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot)
          > ($6::timestamptz, $7::smallint, $8::bigint, $9::integer)
      AND ($11::timestamptz IS NULL OR open_duty.due_at < $11::timestamptz)
      AND ($12::boolean IS NOT TRUE OR open_duty.level > 0)
      AND ($13::integer[] IS NULL OR open_duty.state = ANY ($13::integer[]))
      AND ($14::text IS NULL OR issue.class = $14::text)
      AND ($15::text IS NULL OR open_duty.category = $15::text)
      AND ($16::text[] IS NULL OR open_duty.division = ANY ($16::text[]))
      AND ($17::bigint[] IS NULL OR open_duty.lead_unit = ANY ($17::bigint[]))
      AND ($18::bigint[] IS NULL OR issue.workflow_version_id = ANY ($18::bigint[]))
      AND ($19::bigint[] IS NULL OR open_duty.issue_id = ANY ($19::bigint[]))
      AND ($20::text[] IS NULL
           OR $21::boolean IS TRUE AND lower(issue.number) LIKE ALL ($20::text[])
           OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
               FROM issue_narrative
               WHERE issue_narrative.issue_id = open_duty.issue_id) LIKE ALL ($20::text[]))
    ORDER BY open_duty.due_at, open_duty.class_rank, open_duty.issue_id, slot
    LIMIT $10::integer) AS found
ORDER BY found.due_at, found.class_rank, found.issue_id, found.slot
LIMIT $10::integer;

-- name: heldDutyCounts :many
-- How many duties concern some holders in some ways, for each span of deadlines; counting ends after so many rows.
-- Left out: whom a duty bars; complaints about some units, but for one holder; what is waited for by whoever owes it.
SELECT span.place,
       count(DISTINCT (found.issue_id, found.slot)) FILTER (WHERE found.issue_id IS NOT NULL) AS duties,
       count(found.issue_id) > $9::integer AS has_more
FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS span (from_at, until_at, place)
LEFT JOIN LATERAL (
    SELECT counted.issue_id, counted.slot
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
        LIMIT $9::integer + 1) AS counted
    LIMIT $9::integer + 1) AS found ON true
GROUP BY span.place
ORDER BY span.place;

-- name: seenDutyCounts :many
-- How many duties are seen by divisions, categories, lead units, holders, and what issues are about: as above; on
-- raised issues alone, where asked for.
SELECT span.place,
       count(DISTINCT (found.issue_id, found.slot)) FILTER (WHERE found.issue_id IS NOT NULL) AS duties,
       count(found.issue_id) > $16::integer AS has_more
FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS span (from_at, until_at, place)
LEFT JOIN LATERAL (
    SELECT seen.issue_id, seen.slot
    FROM (
        SELECT counted.issue_id, counted.slot
        FROM unnest($3::text[]) AS asked (division)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.division = asked.division
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($13::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($14::bigint[]))
            LIMIT $16::integer + 1) AS counted
        UNION ALL
        SELECT counted.issue_id, counted.slot
        FROM unnest($4::text[]) AS asked (category)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.category = asked.category
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($13::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($14::bigint[]))
            LIMIT $16::integer + 1) AS counted
        UNION ALL
        SELECT counted.issue_id, counted.slot
        FROM unnest($5::bigint[]) AS asked (lead_unit)
        CROSS JOIN LATERAL (
            SELECT issue_id, slot
            FROM open_duty
            WHERE part = 'owes' AND open_duty.lead_unit = asked.lead_unit
              AND due_at >= span.from_at AND due_at <= span.until_at
              AND ($13::boolean IS NOT TRUE OR level > 0)
              AND (complained_unit IS NULL OR complained_unit <> ALL ($14::bigint[]))
            LIMIT $16::integer + 1) AS counted
        UNION ALL
        SELECT counted.issue_id, counted.slot
        FROM unnest($6::text[], $7::text[]) AS asked (holder, part)
        CROSS JOIN LATERAL (
            SELECT open_duty.issue_id, slot
            FROM open_duty
            LEFT JOIN issue ON issue.id = open_duty.issue_id
            WHERE open_duty.holder = asked.holder AND open_duty.part = asked.part
              AND open_duty.due_at >= span.from_at AND open_duty.due_at <= span.until_at
              AND ($13::boolean IS NOT TRUE OR issue.level > 0)
              AND (open_duty.complained_unit IS NULL
                   OR open_duty.complained_unit <> ALL ($14::bigint[])
                   OR open_duty.holder = $15::text)
            LIMIT $16::integer + 1) AS counted
        UNION ALL
        SELECT open_duty.issue_id, slot
        FROM (
            SELECT id FROM issue WHERE is_open AND enterprise_id = ANY ($8::bigint[])
            UNION
            SELECT id FROM issue WHERE is_open AND project = ANY ($9::text[])
            UNION
            SELECT id FROM issue WHERE is_open AND chains <> '{}' AND chains && $10::text[]
            UNION
            SELECT id FROM issue
            WHERE is_open AND level_holders <> '{}' AND level_holders && $11::bigint[]
            UNION
            SELECT id FROM issue WHERE is_open AND subject_unit = ANY ($12::bigint[])) AS subject
        JOIN open_duty ON open_duty.issue_id = subject.id
        WHERE part = 'owes' AND due_at >= span.from_at AND due_at <= span.until_at
          AND ($13::boolean IS NOT TRUE OR level > 0)
          AND (complained_unit IS NULL OR complained_unit <> ALL ($14::bigint[]))) AS seen
    LIMIT $16::integer + 1) AS found ON true
GROUP BY span.place
ORDER BY span.place;

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
