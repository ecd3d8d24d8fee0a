/// Clocks begun, moved or ended without an event, or other than their event says.
extension Attack {
    static let onDeadlines: [Attack] =
        [
            moved("a deadline moved", "due_at = due_at + interval '30 days'"),
            moved("an alarm put off", "next_alarm_at = next_alarm_at + interval '1 day'"),
            moved("an alarm silenced", "next_mark = NULL, next_alarm_at = 'infinity'"),
            moved("a pause invented", "pauses_from = '{now}', pauses_until = '{infinity}'"),
            moved("a clock stopped", "status = 'paused'"),
            moved("a clock held", "status = 'held', held_at = started_at"),
            moved(
                "a clock called met",
                "status = 'met', ended_at = started_at, next_alarm_at = 'infinity'"),
            moved("a breach invented", "breached_at = due_at"),
            moved("a mark called passed", "passed_marks = passed_marks || '{x}'"),
            moved("a longer limit", "time_limit = '99wd'"),
            moved("a clock given to another unit", "party = 'science'"),
            moved("the marks of another class", "issue_class = 'D'"),
            moved("a deadline called certain or not", "is_provisional = NOT is_provisional"),
            moved("an extension of another length", "moved_by_pauses = due_at"),
            Attack(
                "a clock invented", .clock,
                "INSERT INTO clock SELECT (copied).* FROM (SELECT jsonb_populate_record(clock, "
                    + "'{\"number\": 99}') AS copied FROM clock "
                    + "WHERE issue_id = :issue AND ended_at IS NULL LIMIT 1) AS copy;"),
            Attack(
                "a deadline moved beside an event that does not speak of it", .clock,
                transaction(
                    head(":next", ":inHandling"),
                    event(":next", ":inHandling", "note", ":inHandling"),
                    running("due_at = due_at + interval '30 days'"))),
            Attack(
                "a deadline moved beside an event that says another", .clock,
                transaction(
                    head(":next", ":inHandling"),
                    event(":next", ":inHandling", "note", ":inHandling", body: saysAnother),
                    running("due_at = due_at + interval '30 days'"))),
            Attack(
                "a deadline moved by an event of before", .clock,
                "UPDATE clock SET due_at = due_at + interval '1 day' "
                    + "WHERE issue_id IN (:issue, :late) AND ended_at IS NULL;"),
        ]

    private static func moved(_ title: String, _ change: String) -> Attack {
        Attack(title, .clock, running(change))
    }

    private static func running(_ change: String) -> String {
        "UPDATE clock SET \(change) WHERE issue_id = :issue AND ended_at IS NULL;"
    }

    private static let saysAnother = """
        {"clocks":[{"number":1,"dueAt":"2026-10-30T09:00:00Z"},\
        {"number":2,"dueAt":"2026-10-30T09:00:00Z"},{"number":3,"dueAt":"2026-10-30T09:00:00Z"}]}
        """
}
