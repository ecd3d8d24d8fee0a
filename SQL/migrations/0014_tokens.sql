-- Why: a lost token could be ended by hand only, and whether one was used nobody knew; nor could an
-- absence be ended.
-- Breaking: tokens end 366 days after they were issued, also those that were to last longer
-- Locks: ACCESS EXCLUSIVE on access_token while its rows get numbers, and on absence for a moment

DO $$
DECLARE shortened bigint;
BEGIN
    UPDATE access_token SET expires_at = issued_at + interval '8784 hours'
    WHERE expires_at - issued_at > interval '366 days';
    GET DIAGNOSTICS shortened = ROW_COUNT;
    IF shortened > 0 THEN
        RAISE WARNING '% tokens now end 366 days after they were issued', shortened;
    END IF;
END $$;

ALTER TABLE access_token
    -- By which operators name it: the digest is nobody's business.
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- The last day on which it let somebody in, by the clocks of the city.
    ADD COLUMN last_used_on date,
    ADD CONSTRAINT token_ends_within_a_year CHECK (expires_at - issued_at <= interval '366 days');
CREATE INDEX token_of_person ON access_token (person_id);
GRANT UPDATE (last_used_on) ON access_token TO zhuqi_server;

-- When somebody came back before the last day, or before the first one: then it never began.
ALTER TABLE absence ADD COLUMN ended_at timestamptz;
