import APIModel

/// Says what an action did, and who must act next.
struct ActionReceipt {
    let answer: ActionAnswer
    let language: Language

    var lines: [String] {
        let details = EventDetails(event: answer.event, language: language)
        return [head] + [details.changes, details.clocks].compactMap { $0 }.map { "  " + $0 }
            + [next]
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

    /// The running clock that is due first names who acts next.
    private var next: String {
        let running = answer.issue.clocks.filter { $0.status == "running" }
        guard answer.issue.isOpen else {
            return language("问题已终结，无需再办。", "The issue has ended; nobody need act.")
        }
        guard let clock = running.min(by: { $0.dueAt < $1.dueAt }) else {
            return language("现在没有时限在计时。", "No clock is running now.")
        }
        let label = language(clock.label)
        let party = clock.party?.name ?? language("责任方", "whoever is in charge")
        let due = Timestamp.text(clock.dueAt)
        return language(
            "接下来：\(party) 须在 \(due) 前完成“\(label)”。",
            "Next: \(party), \(label) by \(due)."
        ).plain
    }
}
