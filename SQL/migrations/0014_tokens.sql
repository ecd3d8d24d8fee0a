-- Why: a lost token could be ended by hand only, and whether one was used nobody knew.
-- Breaking: tokens end 366 days after they were issued, also those that were to last longer
-- Locks: ACCESS EXCLUSIVE on access_token while its rows get numbers

UPDATE access_token SET expires_at = issued_at + interval '8784 hours'
WHERE expires_at - issued_at > interval '366 days';

ALTER TABLE access_token
    -- By which operators name it: the digest is nobody's business.
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- The last day on which it let somebody in, by the clocks of the city.
    ADD COLUMN last_used_on date,
    ADD CONSTRAINT token_ends_within_a_year CHECK (expires_at - issued_at <= interval '366 days');
CREATE INDEX token_of_person ON access_token (person_id);
GRANT UPDATE (last_used_on) ON access_token TO zhuqi_server;
