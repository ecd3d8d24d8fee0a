-- What whoever oversees counts, by unit (its id), by division or category (their codes), or by officer (its
-- id). Both begin with what a scope sees, as `visibleIssues` does.

-- name: periodCounts :many
-- What was filed and what was closed in a span of time: events by the index of their times, heads and clocks
-- by their keys. An issue counts once, however often it was closed. It is in time where no run of its
-- resolution was missed, and unjudged where none was decided.
WITH happened AS MATERIALIZED (
    SELECT issue_id, bool_or(from_state = 0) AS was_filed,
           bool_or(to_state = ANY ($14::integer[]) AND from_state <> ALL ($14::integer[])) AS was_closed
    FROM issue_event
    WHERE at >= $12::timestamptz AND at < $13::timestamptz
      AND (from_state = 0 OR to_state = ANY ($14::integer[]))
    GROUP BY issue_id)
SELECT CASE $11::text
           WHEN 'unit' THEN lead_unit::text
           WHEN 'district' THEN division
           WHEN 'category' THEN category
           WHEN 'officer' THEN coalesce(service_officer, filer)::text
       END AS member,
       count(*) FILTER (WHERE was_filed) AS filed_count,
       count(*) FILTER (WHERE was_closed) AS closed_count,
       count(*) FILTER (WHERE was_closed AND judged.is_in_time IS NOT NULL) AS judged_count,
       count(*) FILTER (WHERE was_closed AND judged.is_in_time) AS in_time_count
FROM happened
JOIN issue ON issue.id = happened.issue_id
LEFT JOIN LATERAL (
    SELECT bool_and(CASE
                        WHEN status = 'met' THEN true
                        WHEN breached_at IS NOT NULL OR status = 'late' THEN false
                        WHEN coalesce(held_at, ended_at) > clock.due_at THEN false
                        WHEN status = 'held' THEN true
                    END) AS is_in_time
    FROM unnest($15::bigint[], $16::text[]) AS resolution (version, kind)
    JOIN clock ON clock.kind = resolution.kind
    WHERE happened.was_closed AND clock.issue_id = issue.id AND saved_at IS NULL
      AND resolution.version = issue.workflow_version_id) AS judged ON true
WHERE (was_filed OR was_closed)
  AND ($1::boolean
       OR service_officer IS NULL AND filer = ANY ($2::bigint[])
       OR handler = ANY ($2::bigint[]) OR service_officer = ANY ($2::bigint[])
       OR level_holders && $2::bigint[]
       OR enterprise_id = ANY ($3::bigint[])
       OR lead_unit = ANY ($4::bigint[]) OR office = ANY ($4::bigint[])
       OR subject_unit = ANY ($4::bigint[]) OR supporting_units && $4::bigint[]
       OR division = ANY ($5::text[]) OR category = ANY ($6::text[])
       OR project = ANY ($7::text[]) OR chains && $8::text[])
  AND ($1::boolean OR coalesce(service_officer, filer) = $10::bigint
       OR complained_unit IS NULL OR complained_unit <> ALL ($9::bigint[]))
GROUP BY member;

-- name: openCounts :many
-- What is open now, of it what is overdue and what was raised: nothing that has ended is read.
SELECT CASE $11::text
           WHEN 'unit' THEN lead_unit::text
           WHEN 'district' THEN division
           WHEN 'category' THEN category
           WHEN 'officer' THEN coalesce(service_officer, filer)::text
       END AS member,
       count(*) AS open_count,
       count(*) FILTER (WHERE due_at < $12::timestamptz) AS overdue_count,
       count(*) FILTER (WHERE level > 0) AS raised_count
FROM issue
WHERE is_open
  AND ($1::boolean
       OR service_officer IS NULL AND filer = ANY ($2::bigint[])
       OR handler = ANY ($2::bigint[]) OR service_officer = ANY ($2::bigint[])
       OR level_holders && $2::bigint[]
       OR enterprise_id = ANY ($3::bigint[])
       OR lead_unit = ANY ($4::bigint[]) OR office = ANY ($4::bigint[])
       OR subject_unit = ANY ($4::bigint[]) OR supporting_units && $4::bigint[]
       OR division = ANY ($5::text[]) OR category = ANY ($6::text[])
       OR project = ANY ($7::text[]) OR chains && $8::text[])
  AND ($1::boolean OR coalesce(service_officer, filer) = $10::bigint
       OR complained_unit IS NULL OR complained_unit <> ALL ($9::bigint[]))
GROUP BY member;
