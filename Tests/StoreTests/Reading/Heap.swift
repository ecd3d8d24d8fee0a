/// Thousands of rows that nobody filed, for the planner to look at.
enum Heap {
    static let script = """
        INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams)
        SELECT 'H' || lpad(g::text, 17, '0'), CASE WHEN g % 1000 = 0 THEN '罕见企业' ELSE '企业' END,
               '410105', '{}',
               CASE WHEN g % 1000 = 0 THEN '{罕见,见企,企业}'::text[] ELSE '{企业}' END
        FROM generate_series(1, 10000) AS g;

        INSERT INTO issue (id, number, case_id, enterprise_id, filer, workflow_version_id, sequence,
                           state, is_open, lead_unit, supporting_units, class, class_rank, category,
                           division, level, due_at, attributes, clock_count,
                           head_digest, created_at, updated_at)
        SELECT g, 'N' || g, g, 1, 1, 1, 3, 3, g % 4 > 0, g % 40, ARRAY[g % 30, g % 31], 'C', g % 5,
               'LAB', '410105', 0, timestamptz '2026-10-01' + g * interval '1 minute', '{}',
               2, decode(repeat('11', 32), 'hex'), now(), now()
        FROM generate_series(1, 20000) AS g;

        INSERT INTO issue_narrative (issue_id, title, description, search_bigrams)
        SELECT g, CASE WHEN g % 1000 = 0 THEN '罕见' ELSE '招工' END, repeat('招工困难', 20),
               CASE WHEN g % 1000 = 0 THEN '{罕见,招工}'::text[] ELSE '{招工,工困,困难}' END
        FROM generate_series(1, 20000) AS g;

        INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, role, at,
                                 command_key, request_digest, body, previous_digest, digest)
        SELECT g, s, 1, 1, 1, 'system', now(), decode(md5(g || ' ' || s), 'hex'), '', '{}',
               CASE WHEN s = 1 THEN '' ELSE decode(repeat('11', 32), 'hex') END::bytea,
               decode(repeat('11', 32), 'hex')
        FROM generate_series(1, 20000) AS g CROSS JOIN generate_series(2, 3) AS s;

        INSERT INTO clock (issue_id, number, kind, cycle, status, started_at, original_due_at,
                           due_at, is_provisional, ended_at, next_alarm_at, time_limit,
                           calendar, calendar_revision, pauses_from, pauses_until, passed_marks)
        SELECT g, n, 'resolve', 1, CASE WHEN n = 1 THEN 'met' ELSE 'running' END,
               timestamptz '2026-10-01', timestamptz '2026-10-20', timestamptz '2026-10-20', false,
               CASE WHEN n = 1 THEN timestamptz '2026-10-02' END,
               CASE WHEN n = 1 THEN 'infinity'
                    ELSE timestamptz '2026-10-01' + g * interval '1 minute' END,
               '7wd', 'cn', 1, '{}', '{}', '{}'
        FROM generate_series(1, 20000) AS g CROSS JOIN generate_series(1, 2) AS n;

        INSERT INTO open_duty (issue_id, slot, holder, part, actions, barred, since, due_at,
                               is_paused, is_blocked, class_rank, division, category, lead_unit,
                               state, level)
        SELECT g, n, CASE WHEN n = 1 THEN 'unit:' || g % 40 ELSE 'office:' || g % 20 END,
               CASE WHEN n = 1 THEN 'owes' ELSE 'waits' END, '{act}', '{}', now(),
               timestamptz '2026-10-01' + g * interval '1 minute', false, false, g % 5,
               CASE WHEN n = 1 THEN 'D' || g % 20 END, CASE WHEN n = 1 THEN 'C' || g % 10 END,
               CASE WHEN n = 1 THEN g % 40 END, CASE WHEN n = 1 THEN g % 4 END,
               CASE WHEN n = 1 THEN CASE WHEN g % 1000 = 0 THEN 2 ELSE 0 END END
        FROM generate_series(1, 20000) AS g CROSS JOIN generate_series(1, 2) AS n;

        INSERT INTO subscription (id, person_id, channel, url, scope, pace, is_quiet, language,
                                  created_at)
        SELECT g, 1, 'webhook', 'https://example.com', 'told', 'each', false, 'zh', now()
        FROM generate_series(1, 20) AS g;

        -- As planned from a sample that has none that wait.
        INSERT INTO delivery (subscription_id, issue_id, sequence, state, not_before, settled_at)
        SELECT g % 20 + 1, g, s, 'delivered', now(), now()
        FROM generate_series(1, 20000) AS g CROSS JOIN generate_series(2, 3) AS s;

        INSERT INTO outbox_batch (issue_ids, sequences, notices)
        SELECT ARRAY[g::bigint], ARRAY[2], ARRAY[true] FROM generate_series(1, 20000) AS g;

        ANALYZE;

        INSERT INTO delivery (subscription_id, issue_id, sequence, not_before)
        SELECT g % 20 + 1, g, 4, now() FROM generate_series(1, 2000) AS g;
        """
}
