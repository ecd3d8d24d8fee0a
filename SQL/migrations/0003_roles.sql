-- Why: what each role may do. The server adds to the record and never rewrites it; the auditor reads.
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on each table for the moment of the grant

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zhuqi_server') THEN
        CREATE ROLE zhuqi_server NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zhuqi_auditor') THEN
        CREATE ROLE zhuqi_auditor NOLOGIN;
    END IF;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO zhuqi_server, zhuqi_auditor;
REVOKE ALL ON access_token, enterprise_link FROM zhuqi_auditor;

GRANT INSERT ON filed_case, issue_event, enterprise_link, outbox_batch TO zhuqi_server;
GRANT INSERT, UPDATE ON issue, issue_narrative, clock, outbox_reader TO zhuqi_server;
GRANT INSERT ON enterprise TO zhuqi_server;
GRANT UPDATE (simulated_now) ON installation TO zhuqi_server;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zhuqi_server;
