import APIModel
import Languages

/// Says what an action did, and who must act next.
struct ActionReceipt {
    let answer: ActionAnswer
    let language: Language

    var lines: [String] {
        let details = EventDetails(event: answer.event, language: language)
        return [head]
            + [details.changes, details.leftOut, details.clocks].compactMap { $0 }
            .map { "  " + $0 }
            + newIssues + [next] + windows
    }

    private var head: String {
        let label = language(answer.event.actionLabel)
        let state = StatePath(event: answer.event, language: language).text
        let version = answer.issue.version
        return language(
            "\(label)已办：\(answer.issue.number)  \(state)（第 \(version) 版）",
            "\(label) done: \(answer.issue.number)  \(state) (version \(version))"
        ).plain
    }

    private var newIssues: [String] {
        (answer.newIssues ?? []).map { issue in
            language(
                "  新问题：\(issue.number)  \(issue.title)",
                "  New issue: \(issue.number)  \(issue.title)"
            ).plain
        }
    }

    private var running: [ClockAnswer] {
        answer.issue.clocks.filter { $0.status == "running" }
            .sorted { Timestamp.isLater($1.dueAt, than: $0.dueAt) }
    }

    /// The running clock that is due first names who acts next; what is a right is owed by nobody.
    private var next: String {
        guard answer.issue.isOpen else {
            return language("问题已终结，无需再办。", "The issue has ended; nobody need act.")
        }
        guard let clock = running.first(where: { !$0.isWindow }) else {
            return language("现在没有时限在计时。", "No clock is running now.")
        }
        let (label, party) = (language(clock.label), clock.partyName(in: language))
        let due = Timestamp.text(clock.dueAt)
        guard isAhead(clock) else {
            return language(
                "接下来：\(party) 的“\(label)”，已超期（\(due) 到期）。",
                "Next: \(party), \(label), overdue since \(due)."
            ).plain
        }
        return language(
            "接下来：\(party) 须在 \(due) 前完成“\(label)”。",
            "Next: \(party), \(label) by \(due)."
        ).plain
    }

    private func isAhead(_ clock: ClockAnswer) -> Bool {
        !Timestamp.isLater(answer.event.at, than: clock.dueAt)
    }

    /// What may be done and need not, until when.
    private var windows: [String] {
        guard answer.issue.isOpen else { return [] }
        return running.filter { $0.isWindow && isAhead($0) }.map { clock in
            let (label, party) = (language(clock.label), clock.partyName(in: language))
            let due = Timestamp.text(clock.dueAt)
            return language(
                "另：\(party) 可在 \(due) 前提出“\(label)”。",
                "Also: \(party) may use \(label) until \(due)."
            ).plain
        }
    }
}
