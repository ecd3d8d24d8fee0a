extension Attack {
    /// Cases and issues about something else than their workflow.
    static let onSubjects: [Attack] = [
        Attack(
            "a case of no enterprise where the workflow is about enterprises",
            .check("\"case_names_its_subject\""), filed("", "")),
        Attack(
            "a case that says it is about a unit where the workflow is about enterprises",
            .key("subject_is_that_of_the_workflow"),
            filed(", subject, subject_unit", ", 'unit', (SELECT min(id) FROM unit)")),
        Attack(
            "a case about nothing where the workflow is about enterprises",
            .key("subject_is_that_of_the_workflow"), filed(", subject", ", 'none'")),
        Attack(
            "a case about an enterprise and a unit", .check("\"case_names_its_subject\""),
            filed(
                ", enterprise_id, subject_unit", ", enterprise_id, (SELECT min(id) FROM unit)")),
        Attack("an issue of another enterprise than its case", .aboutCase, created(another)),
        Attack("an issue of no enterprise in the case of one", .aboutCase, created("NULL")),
        Attack(
            "an issue given to another enterprise", .aboutChanged,
            "UPDATE issue SET sequence = :next, enterprise_id = \(another) WHERE id = :issue;"),
        Attack(
            "an issue taken from its enterprise", .aboutChanged,
            "UPDATE issue SET sequence = :next, enterprise_id = NULL WHERE id = :issue;"),
        Attack(
            "an issue called one about a unit", .aboutChanged,
            "UPDATE issue SET sequence = :next, subject_unit = (SELECT min(id) FROM unit) "
                + "WHERE id = :issue;"),
        Attack(
            "an issue put into another case", .aboutChanged,
            "UPDATE issue SET sequence = :next, case_id = case_id + 1 WHERE id = :issue;"),
        Attack(
            "a version about something else than those before", owner: .otherSubject,
            "INSERT INTO workflow_version (workflow, version, source, digest, published_at, subject) "
                + "SELECT workflow, 99, '', digest, now(), 'none' FROM workflow_version "
                + "WHERE id = :version;"),
    ]

    private static let another =
        "(SELECT min(id) FROM enterprise WHERE id <> (SELECT enterprise_id FROM issue "
        + "WHERE id = :issue))"

    /// A second case like that of the victim.
    private static func filed(_ columns: String, _ values: String) -> String {
        """
        INSERT INTO filed_case (number, workflow_version_id, source, filer, filed_at, command_key,
                                request_digest\(columns))
        SELECT 'none', workflow_version_id, source, filer, filed_at,
               decode(md5('attack'), 'hex'), request_digest\(values)
        FROM filed_case WHERE id = (SELECT case_id FROM issue WHERE id = :issue);
        """
    }

    /// A second issue in the case of the victim.
    private static func created(_ enterprise: String) -> String {
        """
        INSERT INTO issue (number, case_id, enterprise_id, workflow_version_id, sequence, state,
                           is_open, supporting_units, class, class_rank, category, division, level,
                           due_at, attributes, clock_count, head_digest, created_at, updated_at)
        SELECT 'none', case_id, \(enterprise), workflow_version_id, 1, :submitted, true,
               supporting_units, class, class_rank, category, division, level, due_at, attributes,
               0, head_digest, created_at, updated_at
        FROM issue WHERE id = :issue;
        """
    }
}

extension Attack.Refusal {
    fileprivate static let aboutCase = check("an issue is about what its case is about")
    fileprivate static let aboutChanged = check("what an issue is about never changes")
    fileprivate static let otherSubject = check("all versions of a workflow are about the same")
}
