-- Why: workflows whose issues are about a project, a unit or nothing else are on the same record.
-- Breaking: no; publish a workflow that is not about enterprises once every server is new, older ones can't read it
-- Locks: ACCESS EXCLUSIVE on workflow_version, filed_case and issue while the constraints of the first two read them

-- What the issues of a workflow are about. Versions of before said nothing, and meant enterprises.
ALTER TABLE workflow_version
    ADD COLUMN subject text NOT NULL DEFAULT 'enterprise' CHECK (subject IN ('enterprise', 'project', 'unit', 'none')),
    ADD CONSTRAINT version_has_one_subject UNIQUE (id, subject);

-- Running issues move between the versions of a workflow, so all versions are about the same.
CREATE FUNCTION refuse_other_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM workflow_version WHERE workflow = NEW.workflow AND subject <> NEW.subject) THEN
        RAISE EXCEPTION 'all versions of a workflow are about the same' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER subject_stays BEFORE INSERT ON workflow_version FOR EACH ROW EXECUTE FUNCTION refuse_other_subject();

-- A case names what its workflow is about, and nothing else of the kind.
ALTER TABLE filed_case
    ALTER COLUMN enterprise_id DROP NOT NULL,
    ADD COLUMN subject      text   NOT NULL DEFAULT 'enterprise',
    ADD COLUMN project      text   REFERENCES project,
    ADD COLUMN subject_unit bigint REFERENCES unit,
    ADD CONSTRAINT subject_is_that_of_the_workflow FOREIGN KEY (workflow_version_id, subject)
        REFERENCES workflow_version (id, subject),
    ADD CONSTRAINT case_names_its_subject CHECK (
        (enterprise_id IS NOT NULL) = (subject = 'enterprise')
        AND (project IS NOT NULL) = (subject = 'project')
        AND (subject_unit IS NOT NULL) = (subject = 'unit')),
    ADD CONSTRAINT only_enterprises_have_a_credit_code CHECK (credit_code_override IS NULL OR enterprise_id IS NOT NULL);
-- The new key says the same, and more.
ALTER TABLE filed_case DROP CONSTRAINT filed_case_workflow_version_id_fkey;

ALTER TABLE issue
    ALTER COLUMN enterprise_id DROP NOT NULL,
    -- The unit that the issue is about.
    ADD COLUMN subject_unit bigint REFERENCES unit;
CREATE INDEX issue_of_subject_unit ON issue (subject_unit) WHERE subject_unit IS NOT NULL;

-- An issue is about what its case is about, and runs on a workflow that is about the like. One of an enterprise may
-- name a project beside it. Each row goes to its own case by its key: without statistics of the set a scan would be
-- chosen.
CREATE FUNCTION refuse_other_subject_than_case() RETURNS trigger LANGUAGE plpgsql
    SET jit = off SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh
        WHERE (SELECT fresh.enterprise_id IS NOT DISTINCT FROM filed.enterprise_id
                      AND fresh.subject_unit IS NOT DISTINCT FROM filed.subject_unit
                      AND (filed.project IS NULL OR fresh.project IS NOT DISTINCT FROM filed.project)
                      AND filed.subject = (SELECT version.subject FROM workflow_version AS version
                                           WHERE version.id = fresh.workflow_version_id)
               FROM filed_case AS filed
               WHERE filed.id = fresh.case_id) IS NOT TRUE) THEN
        RAISE EXCEPTION 'an issue is about what its case is about' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER issue_is_about_its_case AFTER INSERT ON issue REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_subject_than_case();

CREATE FUNCTION refuse_changed_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what an issue is about never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER subject_stays BEFORE UPDATE ON issue FOR EACH ROW
    WHEN (NEW.case_id <> OLD.case_id OR NEW.enterprise_id IS DISTINCT FROM OLD.enterprise_id
          OR NEW.subject_unit IS DISTINCT FROM OLD.subject_unit OR NEW.project IS DISTINCT FROM OLD.project)
    EXECUTE FUNCTION refuse_changed_subject();
