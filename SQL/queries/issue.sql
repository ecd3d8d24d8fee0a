-- name: issuesByID :many
SELECT issue.id, number, case_id, enterprise_id, filer, workflow_version_id, sequence, state,
       attributes, clock_count, head_digest, created_at, updated_at,
       title, description, contact_name, contact_phone, needs
FROM issue JOIN issue_narrative ON issue_narrative.issue_id = issue.id
WHERE issue.id = ANY ($1::bigint[]);

-- name: issueIDByNumber :optional
SELECT id FROM issue WHERE number = $1::text;

-- name: issueIDsByNumber :many
SELECT number, id FROM issue WHERE number = ANY ($1::text[]);

-- name: unbornIssue :optional
-- The version is that of the first event: the issue may have moved to another since.
SELECT issue.id, number, case_id, enterprise_id, filer, workflow_state.workflow_version_id,
       created_at
FROM issue
JOIN issue_event ON issue_event.issue_id = issue.id AND issue_event.sequence = 1
JOIN workflow_state ON workflow_state.id = issue_event.to_state
WHERE issue.id = $1::bigint;

-- name: runningCounts :many
SELECT workflow_version_id, count(*) AS running_count FROM issue
WHERE is_open
GROUP BY workflow_version_id;

-- name: openIssuesAfter :many
SELECT id FROM issue WHERE is_open AND id > $1::bigint ORDER BY id LIMIT $2::integer;

-- name: openIssuesOfVersion :many
-- The running issues of one version, narrowed by whatever filters are given (empty: any).
SELECT id FROM issue
WHERE is_open AND workflow_version_id = $1::bigint AND id > $2::bigint
  AND (cardinality($3::integer[]) = 0 OR state = ANY ($3::integer[]))
  AND (cardinality($4::text[]) = 0 OR class = ANY ($4::text[]))
  AND (cardinality($5::text[]) = 0 OR category = ANY ($5::text[]))
  AND (cardinality($6::text[]) = 0 OR division = ANY ($6::text[]))
  AND (cardinality($7::bigint[]) = 0 OR lead_unit = ANY ($7::bigint[]))
  AND (cardinality($8::text[]) = 0 OR number = ANY ($8::text[]))
ORDER BY id
LIMIT $9::integer;

-- name: clocksOfIssues :many
SELECT issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
       started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from,
       pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step,
       hours_of, saved_at
FROM clock
WHERE issue_id = ANY ($1::bigint[])
ORDER BY issue_id, number;

-- name: liveClocksOfIssues :many
-- As above, but those that have ended.
SELECT issue_id, number, kind, cycle, party, issue_class, time_limit, calendar, calendar_revision, status,
       started_at, original_due_at, due_at, moved_by_pauses, is_provisional, pauses_from,
       pauses_until, held_at, ended_at, breached_at, passed_marks, next_mark, next_alarm_at, step,
       hours_of, saved_at
FROM clock
WHERE issue_id = ANY ($1::bigint[]) AND ended_at IS NULL
ORDER BY issue_id, number;

-- name: climbsOfIssue :many
-- Its events that raised the level; columns as below.
SELECT issue_id, sequence, from_state, action, to_state, person_id, role, at, command_key,
       request_digest, body, previous_digest, digest
FROM issue_event
WHERE issue_id = $1::bigint AND body -> 'climb' IS NOT NULL
ORDER BY sequence;

-- name: eventsOfIssue :many
SELECT issue_id, sequence, from_state, action, to_state, person_id, role, at, command_key,
       request_digest, body, previous_digest, digest
FROM issue_event
WHERE issue_id = $1::bigint AND sequence > $2::integer AND sequence <= $3::integer
ORDER BY sequence
LIMIT $4::integer;

-- name: unitQueue :many
-- The queue of one unit, by its own index: class first, then deadline.
SELECT id, class_rank, due_at
FROM issue
WHERE is_open AND lead_unit = $1::bigint
  AND (class_rank, due_at, id) > ($2::smallint, $3::timestamptz, $4::bigint)
ORDER BY class_rank, due_at, id
LIMIT $5::integer;

-- name: issuesHolding :many
-- Some issues whose text holds words, by their pairs of characters, in no order.
SELECT issue_id AS id
FROM issue_narrative
WHERE search_bigrams @> $1::text[]
  AND lower(normalize(concat_ws(' ', title, description), NFKC)) LIKE ALL ($2::text[])
LIMIT $3::integer;

-- name: issuesNumberedLike :many
SELECT id FROM issue WHERE number COLLATE "C" LIKE $1::text LIMIT $2::integer;

-- name: issuesInStates :many
-- Some issues in open states, in no order.
SELECT id FROM issue
WHERE is_open AND state = ANY ($1::integer[])
LIMIT $2::integer;

-- name: visibleIssues :many
-- What a scope sees, narrowed by whatever filters are given (NULL: any). Whoever filed an issue sees
-- it while nobody took it over. What few issues a search or a state comes to is known before. Texts are read by a
-- scalar subquery, row by row as far as a page goes: EXISTS below OR may be planned as a hash over all.
SELECT id, class_rank, due_at
FROM issue
WHERE ($1::boolean
       OR id = $2::bigint
       OR filer = ANY ($3::bigint[]) AND service_officer IS NULL
       OR handler = ANY ($3::bigint[]) OR service_officer = ANY ($3::bigint[])
       OR enterprise_id = ANY ($4::bigint[])
       OR lead_unit = ANY ($5::bigint[]) OR office = ANY ($5::bigint[])
       OR subject_unit = ANY ($5::bigint[]) OR supporting_units && $5::bigint[]
       OR division = ANY ($6::text[])
       OR category = ANY ($7::text[])
       OR project = ANY ($24::text[]) OR chains && $25::text[] OR level_holders && $3::bigint[])
  AND ($1::boolean OR coalesce(service_officer, filer) = $26::bigint
       OR complained_unit IS NULL OR complained_unit <> ALL ($8::bigint[]))
  AND ($9::boolean IS NULL OR is_open = $9::boolean)
  AND ($10::bigint[] IS NULL OR lead_unit = ANY ($10::bigint[]))
  AND ($11::integer[] IS NULL OR state = ANY ($11::integer[]))
  AND ($12::text IS NULL OR class = $12::text)
  AND ($13::text IS NULL OR category = $13::text)
  AND ($14::timestamptz IS NULL OR due_at < $14::timestamptz)
  AND ($15::boolean IS NOT TRUE OR level > 0)
  AND ($16::bigint IS NULL OR coalesce(service_officer, filer) = $16::bigint
       OR handler = $16::bigint OR enterprise_id = ANY ($4::bigint[])
       OR enterprise_id IS NULL AND project = ANY ($24::text[]))
  AND ($17::bigint[] IS NULL OR id = ANY ($17::bigint[]))
  AND ($18::text[] IS NULL
       OR $19::boolean IS TRUE AND lower(number) LIKE ALL ($18::text[])
       OR (SELECT lower(normalize(concat_ws(' ', title, description), NFKC))
           FROM issue_narrative
           WHERE issue_id = issue.id) LIKE ALL ($18::text[]))
  AND (class_rank, due_at, id) > ($20::smallint, $21::timestamptz, $22::bigint)
  AND ($27::text[] IS NULL OR division = ANY ($27::text[]))
  AND ($28::bigint[] IS NULL OR workflow_version_id = ANY ($28::bigint[]))
  AND ($29::bigint[] IS NULL OR id = ANY ($29::bigint[]))
ORDER BY class_rank, due_at, id
LIMIT $23::integer;

-- name: recentIssuesOfEnterprise :many
SELECT id FROM issue
WHERE enterprise_id = $1::bigint AND created_at >= $2::timestamptz
ORDER BY id DESC
LIMIT $3::integer;

-- name: recentIssuesOfCategory :many
-- The needs of enterprises; issues about anything else are none.
SELECT id FROM issue
WHERE category = $1::text AND enterprise_id IS NOT NULL AND created_at >= $2::timestamptz
ORDER BY id DESC
LIMIT $3::integer;
