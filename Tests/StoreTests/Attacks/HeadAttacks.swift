extension Attack {
    /// Heads that are not what the last event left.
    static let onHeads: [Attack] = [
        Attack(
            "a state set by hand", .stepsBack,
            "UPDATE issue SET state = :accepted WHERE id = :issue;"),
        Attack(
            "a lead unit set by hand", .stepsBack,
            "UPDATE issue SET lead_unit = NULL WHERE id = :issue;"),
        Attack(
            "a deadline set by hand", .stepsBack,
            "UPDATE issue SET due_at = 'infinity' WHERE id = :issue;"),
        Attack(
            "the digest of a head changed", .stepsBack,
            "UPDATE issue SET head_digest = decode(repeat('33', 32), 'hex') WHERE id = :issue;"),
        Attack("a head set back", .stepsBack, head(":before", ":dispatched")),
        Attack(
            "a head under another id", .stepsBack, "UPDATE issue SET id = 999999 WHERE id = :issue;"
        ),
        Attack(
            "a head without its event", .key("head_is_an_event"),
            transaction(head(":next", ":inHandling"))),
        Attack(
            "a head ahead of its event", .key("head_is_an_event"),
            transaction(
                head(":afterNext", ":inHandling"),
                event(":next", ":inHandling", "note", ":inHandling"))),
        Attack(
            "a head in another state than its event", .key("head_is_an_event"),
            transaction(
                head(":next", ":accepted"),
                event(":next", ":inHandling", "note", ":inHandling"))),
        Attack("an issue without a first event", .key("head_is_an_event"), transaction(stillborn)),
        Attack(
            "a state of another workflow's version", .key("state_belongs_to_its_version"),
            transaction(
                head(":next", ":foreign"), event(":next", ":inHandling", "note", ":inHandling"))),
        Attack(
            "another version for the same state", .key("state_belongs_to_its_version"),
            "UPDATE issue SET sequence = :next, workflow_version_id = "
                + "(SELECT max(id) FROM workflow_version WHERE id <> :version) WHERE id = :issue;"),
        Attack(
            "a closed issue that is open", .key("state_belongs_to_its_version"),
            transaction(
                head(":next", ":inHandling", isOpen: "false"),
                event(":next", ":inHandling", "note", ":inHandling"))),
    ]

    private static let stillborn = """
        INSERT INTO issue (number, case_id, enterprise_id, workflow_version_id, sequence, state,
                           is_open, supporting_units, class, class_rank, category, division, level,
                           due_at, attributes, clock_count, head_digest,
                           created_at, updated_at)
        SELECT 'none', case_id, enterprise_id, workflow_version_id, 1, :submitted, true,
               supporting_units, class, class_rank, category, division, level, due_at, attributes,
               0, head_digest, created_at, updated_at
        FROM issue WHERE id = :issue;
        """
}
