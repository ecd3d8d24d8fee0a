extension Attack {
    /// What administrators may not do, and what nobody may do in their place.
    static let onAdministration: [Attack] = [
        Attack(
            "an adoption of what does not exist yet", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:unborn, :adoptCalendar, :unborn);"),
        Attack(
            "an adoption that leads to another workflow", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :adoptCalendar, :foreign);"),
        Attack(
            "a handover that leads to another state", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :handOver, :accepted);"),
        Attack(
            "a handover that leads to another workflow", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:inHandling, :handOver, :foreign);"),
        Attack(
            "a handover of what has ended for good", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:merged, :handOver, :merged);"),
        Attack(
            "a handover that brings back what has ended", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:closedOut, :handOver, :inHandling);"),
        Attack(
            "a creation called a move between two versions", owner: .addedMove,
            "INSERT INTO workflow_move VALUES (:unborn, :moveVersion, :inHandling);"),
        Attack(
            "a further action of administrators", owner: .administrative,
            "INSERT INTO workflow_action (name, administrative_reach) VALUES ('x', 'open');"),
        Attack(
            "an action of workflows given to administrators", owner: .published,
            "UPDATE workflow_action SET administrative_reach = 'open' WHERE id = :note;"),
        Attack(
            "an action of administrators given to workflows", owner: .published,
            "UPDATE workflow_action SET administrative_reach = NULL WHERE id = :handOver;"),
        Attack(
            "an action of administrators that reaches further", owner: .published,
            "UPDATE workflow_action SET administrative_reach = 'openOrLeft' "
                + "WHERE id = :adoptCalendar;"),
        Attack(
            "an issue that an adoption leads on", .key("move_is_legal"),
            transaction(
                head(":next", ":accepted"),
                event(":next", ":inHandling", "adoptCalendar", ":accepted"))),
        Attack(
            "an issue that a handover ends", .key("move_is_legal"),
            transaction(
                head(":next", ":closedOut", isOpen: "false"),
                event(":next", ":inHandling", "handOver", ":closedOut"))),
        Attack(
            "an issue moved within its version", .key("move_is_legal"),
            transaction(
                head(":next", ":accepted"),
                event(":next", ":inHandling", "moveVersion", ":accepted"))),
    ]
}
