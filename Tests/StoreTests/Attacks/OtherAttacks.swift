extension Attack {
    static let onClocks: [Attack] = [
        Attack(
            "a breach erased", .breach,
            "UPDATE clock SET breached_at = NULL WHERE issue_id = :late AND number = 1;"),
        Attack(
            "a breach moved", .breach,
            "UPDATE clock SET breached_at = breached_at + interval '1 day' "
                + "WHERE issue_id = :late AND number = 1;"),
        Attack(
            "an original deadline moved", .breach,
            "UPDATE clock SET original_due_at = original_due_at + interval '1 day' "
                + "WHERE issue_id = :issue;"),
        Attack(
            "the start of a clock moved", .breach,
            "UPDATE clock SET started_at = started_at - interval '1 day' WHERE issue_id = :issue;"),
        Attack(
            "a clock given to another issue", .breach,
            "UPDATE clock SET issue_id = :late, number = 77 WHERE issue_id = :issue AND number = 1;"
        ),
        Attack(
            "a late clock called met", .check("\"met_is_not_breached\""),
            "UPDATE clock SET status = 'met', ended_at = due_at, next_alarm_at = 'infinity' "
                + "WHERE issue_id = :late AND number = 1;"),
        Attack(
            "a breach forgiven without a revision", .revision,
            "UPDATE clock SET saved_at = breached_at WHERE issue_id = :late AND number = 1;"),
        Attack(
            "a late clock called met and forgiven", .revision,
            "UPDATE clock SET status = 'met', ended_at = due_at, next_alarm_at = 'infinity', "
                + "saved_at = breached_at WHERE issue_id = :late AND number = 1;"),
        Attack(
            "a clock forgiven that was never late", .revision,
            "UPDATE clock SET saved_at = due_at WHERE issue_id = :issue AND ended_at IS NULL;"),
        Attack(
            "a clock pinned to another revision", .revision,
            "UPDATE clock SET calendar_revision = 2 WHERE issue_id = :issue;"),
        Attack(
            "a clock given the hours of another unit", .revision,
            "UPDATE clock SET hours_of = 'industry' WHERE issue_id = :issue;"),
        Attack(
            "a clock pinned beside an event that does not say so", .revision,
            transaction(
                head(":next", ":inHandling"),
                event(":next", ":inHandling", "adoptCalendar", ":inHandling"),
                "UPDATE clock SET calendar_revision = 2 WHERE issue_id = :issue;")),
        Attack(
            "a clock pinned by an event that names another", .revision,
            transaction(
                head(":next", ":inHandling"),
                event(
                    ":next", ":inHandling", "adoptCalendar", ":inHandling",
                    body: """
                        {"adoption":{"calendar":"cn","moved":[],"revision":2},"clocks":[]}
                        """),
                "UPDATE clock SET hours_of = 'industry' WHERE issue_id = :issue;")),
        Attack(
            "a clock pinned to a revision that is not published", .revision,
            transaction(
                head(":next", ":inHandling"),
                event(
                    ":next", ":inHandling", "adoptCalendar", ":inHandling",
                    body: """
                        {"adoption":{"calendar":"cn","moved":[],"revision":99},\
                        "clocks":[{"number":1,"calendarRevision":99}]}
                        """),
                "UPDATE clock SET calendar_revision = 99 WHERE issue_id = :issue AND number = 1;")),
        Attack(
            "a breach taken off by an event that puts nothing in its place", .revision,
            transaction(
                "UPDATE issue SET sequence = sequence + 1, head_digest = decode(repeat('11', 32), 'hex') "
                    + "WHERE id = :late;",
                "INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, "
                    + "person_id, role, at, command_key, request_digest, body, previous_digest, digest) "
                    + "SELECT id, sequence, state, :adoptCalendar, state, NULL, 'system', now(), "
                    + "decode(md5('attack'), 'hex'), '', '{\"adoption\":{\"calendar\":\"cn\","
                    + "\"moved\":[],\"revision\":2},\"clocks\":[{\"number\":1,\"savedAt\":1}]}', "
                    + "decode(repeat('22', 32), 'hex'), decode(repeat('11', 32), 'hex') "
                    + "FROM issue WHERE id = :late;",
                "UPDATE clock SET status = 'cancelled', ended_at = breached_at, "
                    + "saved_at = breached_at, next_alarm_at = 'infinity' "
                    + "WHERE issue_id = :late AND number = 1;")),
        Attack(
            "a clock that begins as saved", .bornSaved,
            "INSERT INTO clock SELECT (replaced).* FROM (SELECT jsonb_populate_record(clock, "
                + "'{\"number\": 99, \"status\": \"cancelled\", \"saved_at\": \"2026-11-01\", "
                + "\"ended_at\": \"2026-11-01\", \"next_alarm_at\": \"infinity\"}') AS replaced "
                + "FROM clock WHERE issue_id = :late AND number = 1) AS copy;"),
        Attack("a clock deleted", owner: .rewritten, "DELETE FROM clock WHERE issue_id = :issue;"),
    ]

    /// The enterprise's words without an event, or other than its event says.
    static let onWords: [Attack] = [
        Attack(
            "a description rewritten", .words,
            "UPDATE issue_narrative SET description = 'none' WHERE issue_id = :issue;"),
        Attack(
            "a telephone number exchanged", .words,
            "UPDATE issue_narrative SET contact_phone = '1' WHERE issue_id = :issue;"),
        Attack(
            "needs invented", .words,
            "UPDATE issue_narrative SET needs = '{\"persons\": 1}' WHERE issue_id = :issue;"),
        Attack(
            "words given to another issue",
            Refusal(sqlState: "23505", words: "issue_narrative_pkey"),
            "UPDATE issue_narrative SET issue_id = :late WHERE issue_id = :issue;"),
        Attack(
            "words beside an event that does not say them", .words,
            transaction(
                head(":next", ":inHandling"),
                event(":next", ":inHandling", "note", ":inHandling"),
                "UPDATE issue_narrative SET title = 'other' WHERE issue_id = :issue;")),
        Attack(
            "words that a later event of the same transaction overruled", .words,
            transaction(
                head(":afterNext", ":inHandling"),
                event(
                    ":next", ":inHandling", "note", ":inHandling",
                    body: #"{"narrative": {"title": "first", "description": ""}}"#),
                event(
                    ":afterNext", ":inHandling", "note", ":inHandling",
                    key: "decode(md5('another'), 'hex')",
                    before: "decode(repeat('11', 32), 'hex')",
                    body: #"{"narrative": {"title": "second", "description": ""}}"#),
                "UPDATE issue_narrative SET title = 'first', description = '', "
                    + "contact_name = NULL, contact_phone = NULL, needs = NULL "
                    + "WHERE issue_id = :issue;")),
        Attack(
            "words deleted", owner: .rewritten,
            "DELETE FROM issue_narrative WHERE issue_id = :issue;"),
    ]

    /// What was published added to, and versions changed without a plan.
    static let onVersions: [Attack] = [
        Attack(
            "a move added to a published version", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :note, :closedOut);"),
        Attack(
            "a move between the states of two workflows", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :moveVersion, :foreign);"),
        Attack(
            "a move within one version called a move between two", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :moveVersion, :accepted);"),
        Attack(
            "an adoption that leads to another state", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :adoptCalendar, :accepted);"),
        Attack(
            "an adoption of what has ended", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:closedOut, :adoptCalendar, :closedOut);"),
        Attack(
            "a creation added to a published version", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:unborn, :note, :inHandling);"),
        Attack(
            "a state added to a published version", owner: .published,
            "INSERT INTO workflow_state (workflow_version_id, name, is_open) "
                + "VALUES (:version, 'other', true);"),
        Attack(
            "an issue moved to another version without a plan", .key("move_is_legal"),
            transaction(
                "UPDATE issue SET workflow_version_id = (SELECT workflow_version_id "
                    + "FROM workflow_state WHERE id = :foreign), sequence = :next, "
                    + "state = :foreign WHERE id = :issue;",
                event(":next", ":inHandling", "moveVersion", ":foreign"))),
    ]

    static let onPublished: [Attack] = [
        Attack(
            "a legal move changed", owner: .published,
            "UPDATE workflow_move SET to_state = :closedOut WHERE from_state = :inHandling;"),
        Attack("the legal moves deleted", owner: .published, "DELETE FROM workflow_move;"),
        Attack("the legal moves truncated", owner: .published, cascade("workflow_move")),
        Attack(
            "a state closed", owner: .published,
            "UPDATE workflow_state SET is_open = false WHERE id = :inHandling;"),
        Attack("the states truncated", owner: .published, cascade("workflow_state")),
        Attack("an action renamed", owner: .published, "UPDATE workflow_action SET name = 'x';"),
        Attack("the actions truncated", owner: .published, cascade("workflow_action")),
        Attack(
            "a version's text changed", owner: .published,
            "UPDATE workflow_version SET source = source || ' ';"),
        Attack("a version deleted", owner: .published, "DELETE FROM workflow_version;"),
        Attack("the versions truncated", owner: .published, cascade("workflow_version")),
        Attack(
            "a calendar changed", owner: .published,
            "UPDATE published_document SET source = '' WHERE kind = 'calendar';"),
        Attack("the documents deleted", owner: .published, "DELETE FROM published_document;"),
        Attack("the documents truncated", owner: .published, "TRUNCATE published_document;"),
        Attack(
            "real time called simulated", owner: .mark,
            "UPDATE installation SET is_simulated = true;"),
        Attack("the mark of real time deleted", owner: .mark, "DELETE FROM installation;"),
        Attack("the mark of real time truncated", owner: .mark, "TRUNCATE installation;"),
    ]
}
