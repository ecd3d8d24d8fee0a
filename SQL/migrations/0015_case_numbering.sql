-- Why: a number was drawn before its case was decided, so that each refused filing left a hole.
-- Breaking: yes, stop servers of before: they go on to draw numbers, which new ones would meet
-- Locks: SHARE on filed_case while its numbers are read

-- The number of a case that people see, e.g. ZQ2026-000123.
CREATE FUNCTION case_number(year integer, place bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT
RETURN 'ZQ' || year || '-' || CASE WHEN place < 1000000 THEN lpad(place::text, 6, '0') ELSE place::text END;

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is how far the numbers of one year's cases have come.                      │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE case_numbering (
    year         integer NOT NULL PRIMARY KEY CHECK (year BETWEEN 1 AND 9999),
    -- The year's first case comes after this one.
    begins_after bigint  NOT NULL DEFAULT 0,
    -- Up to here numbers were drawn before the case was decided: holes are refused filings.
    drawn_until  bigint  NOT NULL DEFAULT 0,
    last         bigint  NOT NULL,
    CONSTRAINT numbers_go_up CHECK (begins_after >= 0 AND drawn_until >= 0
                                    AND last >= begins_after AND last >= drawn_until)
);

LOCK TABLE filed_case IN SHARE MODE;
INSERT INTO case_numbering (year, begins_after, drawn_until, last)
SELECT year, min(place) - 1, max(place), max(place)
FROM (SELECT part[1]::integer AS year, part[2]::bigint AS place
      FROM filed_case CROSS JOIN LATERAL regexp_match(number, '^ZQ([0-9]{1,4})-([0-9]{1,18})$') AS part
      WHERE part IS NOT NULL) AS numbered
GROUP BY year;

-- A number is taken for a case of the same transaction, and none is passed over.
CREATE FUNCTION refuse_number_without_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    taken_from bigint := 1;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.last < OLD.last OR (NEW.year, NEW.begins_after, NEW.drawn_until) <> (OLD.year, OLD.begins_after, OLD.drawn_until) THEN
            RAISE EXCEPTION 'numbers of cases only go up' USING ERRCODE = 'check_violation';
        END IF;
        taken_from := OLD.last + 1;
    END IF;
    IF EXISTS (SELECT FROM generate_series(taken_from, NEW.last) AS place
               WHERE NOT EXISTS (SELECT FROM filed_case WHERE number = case_number(NEW.year, place))) THEN
        RAISE EXCEPTION 'a number is taken only with its case' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER numbers_are_taken_with_their_case AFTER INSERT OR UPDATE ON case_numbering
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_number_without_case();
CREATE TRIGGER numbering_stays BEFORE DELETE ON case_numbering FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER numbering_is_not_truncated BEFORE TRUNCATE ON case_numbering FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

GRANT SELECT, INSERT, UPDATE ON case_numbering TO zhuqi_server;
GRANT SELECT ON case_numbering TO zhuqi_auditor;
