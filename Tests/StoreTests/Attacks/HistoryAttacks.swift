extension Attack {
    /// Wrong events: each comes with a head that agrees, where one is needed to get so far.
    static let onHistory: [Attack] = [
        Attack(
            "an illegal edge", .key("move_is_legal"),
            transaction(
                head(":next", ":closedOut", isOpen: "false"),
                event(":next", ":inHandling", "note", ":closedOut"))),
        Attack(
            "a gap", .key("follows_the_event_before"),
            transaction(
                head(":afterNext", ":inHandling"),
                event(":afterNext", ":inHandling", "note", ":inHandling"))),
        Attack(
            "a fork", .unique("issue_event_pkey"),
            transaction(event(":last", ":dispatched", "acknowledge", ":inHandling"))),
        Attack(
            "a from-state that is not the last to-state", .key("follows_the_event_before"),
            transaction(
                head(":next", ":accepted"), event(":next", ":accepted", "triage", ":accepted"))),
        Attack(
            "a second creation in the first place", .unique("issue_event_pkey"),
            transaction(event("1", ":unborn", "file", ":submitted", before: "''"))),
        Attack(
            "a second creation in a later place", .check("\"birth_is_first\""),
            transaction(
                head(":next", ":submitted"), event(":next", ":unborn", "file", ":submitted"))),
        Attack(
            "an event that begins a chain of its own", .check("\"chain_begins_at_birth\""),
            transaction(
                head(":next", ":inHandling"),
                event(":next", ":inHandling", "note", ":inHandling", before: "''"))),
        Attack(
            "an event from nowhere", Refusal(sqlState: "23502", words: "\"from_state\""),
            transaction(
                head(":next", ":inHandling"), event(":next", "NULL", "note", ":inHandling"))),
        Attack(
            "an event without its head", .check("an event is written with its head"),
            transaction(event(":next", ":inHandling", "note", ":inHandling"))),
        Attack(
            "an event of an issue that does not exist",
            .check("an event is written with its head"),
            transaction(
                event("1", ":unborn", "file", ":submitted", issue: "999999", before: "''"))),
        Attack(
            "the same command twice", .unique("a_command_counts_once"),
            transaction(
                head(":next", ":inHandling"),
                event(
                    ":next", ":inHandling", "note", ":inHandling",
                    key: "(SELECT command_key FROM issue_event "
                        + "WHERE issue_id = :issue AND sequence = :last)"))),
    ]

    /// The record written over, or taken away.
    static let onRecord: [Attack] = [
        Attack(
            "an event rewritten", owner: .rewritten,
            "UPDATE issue_event SET body = '{}' WHERE issue_id = :issue AND sequence = 2;"),
        Attack(
            "the instant of an event moved", owner: .rewritten,
            "UPDATE issue_event SET at = at - interval '1 day' WHERE issue_id = :issue;"),
        Attack(
            "the last event deleted", owner: .rewritten,
            "DELETE FROM issue_event WHERE issue_id = :issue AND sequence = :last;"),
        Attack(
            "the events truncated",
            owner: Refusal(sqlState: "0A000", words: "referenced in a foreign key"),
            "TRUNCATE issue_event;"),
        Attack(
            "the events truncated with what hangs on them", owner: .rewritten,
            cascade("issue_event")),
        Attack("the issues truncated", owner: .rewritten, cascade("issue")),
        Attack("the cases truncated", owner: .rewritten, cascade("filed_case")),
        Attack("the clocks truncated", owner: .rewritten, "TRUNCATE clock;"),
        Attack("the enterprises truncated", owner: .rewritten, cascade("enterprise")),
        Attack("the persons truncated", owner: .rewritten, cascade("person")),
        Attack("the units truncated", owner: .rewritten, cascade("unit")),
        Attack("the divisions truncated", owner: .rewritten, cascade("division")),
        Attack("an issue deleted", owner: .rewritten, "DELETE FROM issue WHERE id = :issue;"),
        Attack("a case rewritten", owner: .rewritten, "UPDATE filed_case SET note = 'other';"),
        Attack("a case deleted", owner: .rewritten, "DELETE FROM filed_case;"),
        Attack(
            "a number passed over", .check("a number is taken only with its case"),
            "UPDATE case_numbering SET last = last + 1;"),
        Attack(
            "a year of numbers begun without a case",
            .check("a number is taken only with its case"),
            "INSERT INTO case_numbering (year, last) VALUES (2031, 3);"),
        Attack(
            "a number given back", .check("numbers of cases only go up"),
            "UPDATE case_numbering SET last = last - 1, drawn_until = 0;"),
        Attack(
            "holes explained away", .check("numbers of cases only go up"),
            "UPDATE case_numbering SET drawn_until = last;"),
        Attack("a year's numbers forgotten", owner: .rewritten, "DELETE FROM case_numbering;"),
    ]

    static func cascade(_ table: String) -> String { "TRUNCATE \(table) CASCADE;" }
}
