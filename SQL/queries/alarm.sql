-- name: dueAlarms :many
SELECT next_alarm_at, issue_id
FROM clock
WHERE next_alarm_at <= $1::timestamptz AND next_alarm_at < 'infinity'
  AND (next_alarm_at, issue_id) > ($2::timestamptz, $3::bigint)
ORDER BY next_alarm_at, issue_id
LIMIT $4::integer;

-- name: nextAlarm :one
SELECT min(next_alarm_at) AS at FROM clock WHERE next_alarm_at < 'infinity';

-- name: leadAlarms :one
SELECT pg_try_advisory_lock(7233115) AS leads;
