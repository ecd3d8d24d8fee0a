-- Why: the same need of several enterprises is handled as one, and its result reaches all of them
-- Breaking: no
-- Locks: none but for the moment of the new table

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row puts an issue under the one that is handled for all; events say the same.   │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE common_member (
    issue_id      bigint      PRIMARY KEY REFERENCES issue,
    lead_issue_id bigint      NOT NULL REFERENCES issue,
    joined_at     timestamptz NOT NULL,
    -- False while what came of the leading issue is not the issue's own yet.
    has_received  boolean     NOT NULL DEFAULT false,
    CONSTRAINT none_leads_itself CHECK (issue_id <> lead_issue_id)
);
CREATE INDEX member_of_lead ON common_member (lead_issue_id, issue_id);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is what came of a leading issue: members that can't take it yet do so later. │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE common_result (
    lead_issue_id bigint  PRIMARY KEY REFERENCES issue,
    -- The event that shared it.
    sequence      integer NOT NULL,
    FOREIGN KEY (lead_issue_id, sequence) REFERENCES issue_event
);

INSERT INTO outbox_reader (name, xid, position)
VALUES ('common', pg_snapshot_xmin(pg_current_snapshot()), 0);

GRANT SELECT ON common_member, common_result TO zhuqi_server, zhuqi_auditor;
GRANT INSERT, UPDATE, DELETE ON common_member TO zhuqi_server;
GRANT INSERT, UPDATE ON common_result TO zhuqi_server;
