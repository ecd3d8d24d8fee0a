-- Why: notices must not be mixed up between installations, requests count once under their key, and
--      receivers that are dead take a place of their own, and a small one.
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on installation, subscription and delivery for the moment of their new
--        columns; SHARE on delivery while its indexes are built

-- Names this database wherever its messages go; a dump that is restored elsewhere keeps it.
ALTER TABLE installation ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

CREATE FUNCTION refuse_changed_installation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the id of an installation is drawn once: receivers know messages by it'
        USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER installation_id_stays BEFORE UPDATE ON installation FOR EACH ROW
    WHEN (NEW.id <> OLD.id)
    EXECUTE FUNCTION refuse_changed_installation();

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is one request that was carried out under a key, with what came of it.     │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE request_key (
    person_id      bigint      NOT NULL REFERENCES person,
    -- A digest of the person and of the key that it sent.
    sent_key       bytea       NOT NULL CHECK (octet_length(sent_key) = 16),
    request_digest bytea       NOT NULL CHECK (octet_length(request_digest) = 32),
    -- Without secrets: those are derived again.
    result         jsonb       NOT NULL CHECK (octet_length(result::text) <= 10000),
    -- Wall clock.
    kept_at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, sent_key)
);
CREATE INDEX request_key_by_age ON request_key (kept_at);

ALTER TABLE subscription
    -- How many tries failed one after the other; those that were under way together count once.
    ADD COLUMN failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    -- Wall clock: since when none succeeded, and when the last failed.
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN failed_at timestamptz,
    -- Wall clock: before it nothing is tried.
    ADD COLUMN probe_at timestamptz,
    -- True where what waits has a line of its own, since its receiver failed.
    ADD COLUMN is_apart boolean NOT NULL DEFAULT false,
    -- Wall clock: since when it waits for its owner.
    ADD COLUMN paused_at timestamptz,
    -- Up to where the outbox was carried for it; NULL where that is as far as for all.
    ADD COLUMN behind_xid xid8,
    ADD COLUMN behind_position bigint,
    ADD CONSTRAINT failures_have_their_time CHECK ((failures = 0) = (failing_since IS NULL)),
    ADD CONSTRAINT places_are_whole CHECK ((behind_xid IS NULL) = (behind_position IS NULL)),
    ADD CONSTRAINT what_is_paused_stands_apart
        CHECK (paused_at IS NULL OR is_apart AND behind_xid IS NOT NULL);
CREATE INDEX subscription_behind ON subscription (behind_xid, behind_position)
    WHERE behind_xid IS NOT NULL;
CREATE INDEX subscription_apart ON subscription (id) WHERE is_apart AND ended_at IS NULL;

ALTER TABLE delivery
    -- As its subscription is, while it waits.
    ADD COLUMN is_apart boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT delivery_state_check,
    ADD CONSTRAINT delivery_state_check
        CHECK (state IN ('pending', 'delivered', 'noLongerVisible', 'dead'));
DROP INDEX delivery_that_waits;
CREATE INDEX delivery_that_waits ON delivery (not_before, id)
    WHERE state = 'pending' AND NOT is_apart;
CREATE INDEX delivery_that_waits_apart ON delivery (subscription_id, not_before, id)
    WHERE state = 'pending' AND is_apart;
DROP INDEX delivery_line;
CREATE INDEX delivery_line ON delivery (subscription_id, issue_id, sequence)
    WHERE state <> 'delivered' AND state <> 'noLongerVisible' AND state <> 'dead';
CREATE INDEX delivery_by_age ON delivery (settled_at) WHERE settled_at IS NOT NULL;

GRANT SELECT ON request_key TO zhuqi_server, zhuqi_auditor;
GRANT INSERT, DELETE ON request_key TO zhuqi_server;
GRANT DELETE ON delivery, digest_item, delivery_attempt TO zhuqi_server;
