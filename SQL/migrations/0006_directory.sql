-- Why: the directory as it is over time: names with dates, deputies, absences, duties, pairings with levels, projects, chains, visits.
-- Breaking: no
-- Locks: ACCESS EXCLUSIVE on unit, person, role_grant, enterprise, pairing and issue for the moment of the new columns

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A unit's own row keeps its first name. A row is a name that a reorganisation     │
-- │ gave it from a day on, so that older records still print what it was called.     │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE unit_name (
    unit_id bigint NOT NULL REFERENCES unit,
    from_on date   NOT NULL,
    name_zh text   NOT NULL CHECK (char_length(name_zh) BETWEEN 1 AND 100),
    name_en text   NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100),
    PRIMARY KEY (unit_id, from_on)
);
ALTER TABLE unit
    ADD COLUMN dissolved_on date,
    ADD COLUMN successor_id bigint REFERENCES unit,
    ADD CONSTRAINT only_the_dissolved_have_a_successor CHECK (successor_id IS NULL OR dissolved_on IS NOT NULL),
    ADD CONSTRAINT unit_does_not_succeed_itself CHECK (successor_id <> id);

ALTER TABLE person
    ADD COLUMN email   text CHECK (email ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$' AND char_length(email) <= 200),
    ADD COLUMN left_on date;

ALTER TABLE role_grant
    ADD COLUMN from_on  date,
    ADD COLUMN until_on date,
    ADD CONSTRAINT grant_ends_after_it_begins CHECK (until_on >= from_on);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is an industrial chain that an officer looks after. Term: 产业链.            │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE industrial_chain (
    code    text PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9._-]{1,60}$'),
    name_zh text NOT NULL CHECK (char_length(name_zh) BETWEEN 1 AND 100),
    name_en text NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100)
);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is a project that has officers of its own.                                 │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE project (
    code     text PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9._-]{1,60}$'),
    name_zh  text NOT NULL CHECK (char_length(name_zh) BETWEEN 1 AND 100),
    name_en  text NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100),
    division text NOT NULL REFERENCES division
);

ALTER TABLE enterprise
    -- Large, medium, small or micro. Source: the size classes of the statistics office.
    ADD COLUMN size     text CHECK (size IN ('large', 'medium', 'small', 'micro')),
    -- A code of GB/T 4754, e.g. C3591.
    ADD COLUMN industry text CHECK (industry ~ '^[A-T][0-9]{0,4}$'),
    ADD COLUMN chains   text[] NOT NULL DEFAULT '{}',
    -- The township, street or park that it lies in.
    ADD COLUMN locality bigint REFERENCES unit;

-- A pairing has one subject: an enterprise, a project or a chain.
ALTER TABLE pairing DROP CONSTRAINT pairing_pkey;
ALTER TABLE pairing
    ALTER COLUMN enterprise_id DROP NOT NULL,
    ADD COLUMN project  text REFERENCES project,
    ADD COLUMN chain    text REFERENCES industrial_chain,
    ADD COLUMN level    smallint NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 6),
    ADD COLUMN is_chief boolean  NOT NULL DEFAULT false,
    ADD COLUMN from_on  date,
    ADD COLUMN until_on date,
    ADD CONSTRAINT pairing_has_one_subject CHECK (num_nonnulls(enterprise_id, project, chain) = 1),
    ADD CONSTRAINT pairing_ends_after_it_begins CHECK (until_on >= from_on),
    ADD CONSTRAINT pairing_stands_once UNIQUE NULLS NOT DISTINCT (person_id, enterprise_id, project, chain, level, from_on);
CREATE INDEX pairing_of_enterprise ON pairing (enterprise_id);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row says who stands in for somebody whenever that one is away; the lowest rank │
-- │ is asked first.                                                                  │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE deputy (
    person_id bigint   NOT NULL REFERENCES person,
    rank      smallint NOT NULL CHECK (rank >= 1),
    deputy_id bigint   NOT NULL REFERENCES person,
    PRIMARY KEY (person_id, rank),
    -- Two may change places within one import.
    UNIQUE (person_id, deputy_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT nobody_stands_in_for_itself CHECK (deputy_id <> person_id)
);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is a time in which somebody is away, both days included.                   │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE absence (
    person_id   bigint      NOT NULL REFERENCES person,
    from_on     date        NOT NULL,
    until_on    date        NOT NULL,
    -- NULL: the standing deputies.
    deputy_id   bigint      REFERENCES person,
    reason      text        CHECK (char_length(reason) <= 200),
    PRIMARY KEY (person_id, from_on),
    CONSTRAINT absence_ends_after_it_begins CHECK (until_on >= from_on),
    CONSTRAINT nobody_stands_in_for_itself CHECK (deputy_id <> person_id)
);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is a shift on a unit's duty roster. Term: 值班.                             │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE duty (
    unit_id   bigint      NOT NULL REFERENCES unit,
    person_id bigint      NOT NULL REFERENCES person,
    from_at   timestamptz NOT NULL,
    until_at  timestamptz NOT NULL,
    PRIMARY KEY (unit_id, from_at, person_id),
    CONSTRAINT shift_ends_after_it_begins CHECK (until_at > from_at)
);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row is a visit of an officer to an enterprise. Term: 走访.                      │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE visit (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint      NOT NULL REFERENCES enterprise,
    person_id     bigint      NOT NULL REFERENCES person,
    visited_on    date        NOT NULL,
    note          text        CHECK (char_length(note) <= 2000),
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT one_visit_a_day UNIQUE (person_id, enterprise_id, visited_on)
);
CREATE INDEX visit_of_enterprise ON visit (enterprise_id, visited_on);

-- ┌──────────────────────────────────────────────────────────────────────────────────┐
-- │ A row says that the directory was changed, by whom and how. Rows are added,      │
-- │ never changed.                                                                   │
-- └──────────────────────────────────────────────────────────────────────────────────┘
CREATE TABLE directory_change (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    -- NULL: the operator, over the database.
    person_id bigint      REFERENCES person,
    what      text        NOT NULL CHECK (char_length(what) BETWEEN 1 AND 2000),
    -- SHA-256 of the file that was imported.
    digest    bytea       CHECK (octet_length(digest) = 32)
);
CREATE TRIGGER changes_stay BEFORE UPDATE OR DELETE ON directory_change FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER changes_are_not_truncated BEFORE TRUNCATE ON directory_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What an issue was filed for beside its enterprise: those who look after it may see it.
ALTER TABLE issue
    ADD COLUMN project text REFERENCES project,
    ADD COLUMN chains  text[] NOT NULL DEFAULT '{}',
    -- Who took the issue over from the officer that filed it.
    ADD COLUMN service_officer bigint REFERENCES person,
    -- Who was named when it reached its level, and for whom they stood in.
    ADD COLUMN level_holders bigint[] NOT NULL DEFAULT '{}';
CREATE INDEX issue_of_project ON issue (project) WHERE project IS NOT NULL;
CREATE INDEX issue_of_chain ON issue USING gin (chains) WHERE chains <> '{}';
CREATE INDEX issue_of_level_holder ON issue USING gin (level_holders) WHERE level_holders <> '{}';
CREATE INDEX issue_of_service_officer ON issue (service_officer) WHERE service_officer IS NOT NULL;

GRANT SELECT ON unit_name, industrial_chain, project, deputy, absence, duty, visit, directory_change TO zhuqi_server, zhuqi_auditor;
GRANT INSERT ON absence, visit, directory_change TO zhuqi_server;
GRANT INSERT, UPDATE ON pairing TO zhuqi_server;
GRANT UPDATE ON absence TO zhuqi_server;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zhuqi_server;
