import APIModel

extension Samples {
    /// Seven working days over a make-up Saturday, with an afternoon of pause.
    static let explanation: ClockExplanation = {
        var clock = ClockAnswer(
            number: 3, kind: "resolve", label: resolveLabel, cycle: 1, party: finance, limit: "7wd",
            status: "running", statusLabel: statusLabel("running"),
            startedAt: at("2026-10-09", "10:00"),
            originalDueAt: at("2026-10-16", "17:30"), dueAt: at("2026-10-19", "17:30"),
            isProvisional: true, endedAt: nil, breachedAt: nil, signal: "green",
            remainingWorkingSeconds: 25200)
        clock.calendar = "cn@2"
        clock.hoursOf = finance
        return ClockExplanation(
            issue: "ZQ2026-000123-1", clock: clock,
            segments: [
                segment("2026-10-09", "10:00", "12:00", "work", 7200),
                segment("2026-10-09", "12:00", "13:30", "rest", 7200),
                segment("2026-10-09", "13:30", "17:30", "pause", 7200),
                segment("2026-10-09", "17:30", "2026-10-10", "rest", 7200),
                segment("2026-10-10", "00:00", "09:00", "rest", 7200),
                segment("2026-10-10", "09:00", "12:00", "work", 18000),
                segment("2026-10-10", "12:00", "2026-10-11", "rest", 18000),
                segment("2026-10-11", "00:00", "2026-10-12", "rest", 18000),
                segment("2026-10-12", "00:00", "2026-10-13", "rest", 18000, "示例节"),
                segment("2026-10-13", "00:00", "2026-10-14", "pause", 18000),
                segment("2026-10-14", "00:00", "2026-10-15", "pause", 18000),
            ],
            workingDays: ["2026-10-10": 1])
    }()

    private static func at(_ date: String, _ time: String) -> String {
        time.count == 5 ? "\(date)T\(time):00+08:00" : "\(time)T00:00:00+08:00"
    }

    private static func segment(
        _ date: String, _ from: String, _ to: String, _ kind: String, _ sum: Int64,
        _ name: String? = nil
    ) -> DeadlineAnswer.Segment {
        DeadlineAnswer.Segment(
            date: date, from: at(date, from), to: at(date, to), kind: kind, name: name, sum: sum)
    }
}
