import APIModel

/// Says when an issue must be resolved, and how much working time that leaves.
struct DueText {
    let issue: IssueAnswer
    let language: Language

    var text: String {
        guard let dueAt = issue.dueAt ?? clock?.dueAt else { return "—" }
        let mark = clock?.isProvisional ?? false ? "~" : ""
        return ([Timestamp.text(dueAt) + mark] + [remaining].compactMap { $0 }).joined(
            separator: " ")
    }

    /// The resolve clock that still counts, the latest cycle last.
    private var clock: ClockAnswer? {
        issue.clocks.last { $0.kind == "resolve" && $0.isOpen }
    }

    private var remaining: String? {
        guard let clock else { return nil }
        return RemainingText(clock: clock, language: language).text
    }
}

/// Says how much working time a clock leaves, and whether it stands still.
struct RemainingText {
    let clock: ClockAnswer
    let language: Language

    /// Nil where the clock has ended, or the answer does not say.
    var text: String? {
        guard clock.isOpen, let seconds = clock.remainingWorkingSeconds else { return nil }
        var time = RemainingTime(workingSeconds: seconds)
        if let length = clock.workingDaySeconds { time.secondsInDay = length }
        let remaining = time.text(in: language)
        guard clock.status == "running" else {
            return language("\(remaining)（暂停）", "\(remaining) (paused)")
        }
        return remaining
    }
}

extension ClockAnswer {
    /// Whether its deadline still counts.
    var isOpen: Bool { ["running", "paused", "held"].contains(status) }
}
