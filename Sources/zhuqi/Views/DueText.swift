import APIModel
import Languages

/// Says when an issue must be resolved, and how much time that leaves.
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
        issue.clocks.last { $0.isResolution == true && $0.isOpen }
    }

    var remaining: String? {
        guard let clock else { return nil }
        return RemainingText(clock: clock, language: language).text
    }
}

/// Says how much time a clock leaves, and whether its deadline has passed.
struct RemainingText {
    let clock: ClockAnswer
    let language: Language

    /// Nil where the clock stands still or has ended, or the answer does not say.
    var text: String? {
        guard clock.status == "running", let remainder = clock.remainder,
            let isOverdue = clock.isOverdue
        else { return nil }
        return RemainingTime(remainder: remainder, isOverdue: isOverdue).text(in: language)
    }
}

extension ClockAnswer {
    /// Whether its deadline still counts.
    var isOpen: Bool { ["running", "paused", "held"].contains(status) }
    /// Whether it is the window of a right, which nobody owes.
    var isWindow: Bool { isRight == true }

    /// Whom it runs for: what runs for no unit runs for the enterprise.
    func partyName(in language: Language) -> String {
        party?.name ?? language("企业", "the enterprise")
    }
}
