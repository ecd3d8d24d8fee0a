-- Why: when a subscription that is behind may go on although its receiver fails was said by two
--      statements, each in its own words.
-- Breaking: no
-- Locks: none but for the moment of the new view

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is one subscription that is behind and does not wait for its owner.        │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE VIEW lagging_subscription AS
SELECT id,
       -- One that fails goes on where nothing is left of it to be tried, or it would never be tried
       -- again; NULL until then.
       CASE WHEN failures = 0 THEN timestamptz '-infinity'
            WHEN NOT EXISTS (SELECT FROM delivery
                             WHERE delivery.subscription_id = subscription.id
                               AND state = 'pending' AND delivery.is_apart) THEN probe_at
       END AS may_go_on_at
FROM subscription
WHERE behind_xid IS NOT NULL AND ended_at IS NULL AND paused_at IS NULL;

GRANT SELECT ON lagging_subscription TO zhuqi_server, zhuqi_auditor;
