import APIModel
import Languages

/// Says what an action would do: to the state, to people and clocks, and who would be told.
struct PreviewReceipt {
    let answer: ActionAnswer
    let language: Language

    var lines: [String] {
        let details = EventDetails(event: answer.event, language: language)
        return [head]
            + [details.changes, details.leftOut, details.clocks, told].compactMap(\.self)
            .map { "  " + $0 } + newIssues
            + [language("这是预演，什么也没有写入。", "This was a dry run; nothing was written.")]
    }

    private var head: String {
        let label = language(answer.event.actionLabel)
        let state = StatePath(event: answer.event, language: language).text
        return language(
            "若办理“\(label)”：\(answer.issue.number)  \(state)",
            "\(label) would do: \(answer.issue.number)  \(state)"
        ).plain
    }

    private var told: String? {
        let names = (answer.event.told ?? []).map(\.person.name)
        guard !names.isEmpty else { return nil }
        return language("将告知：", "would be told: ") + language.list(names).plain
    }

    private var newIssues: [String] {
        (answer.newIssues ?? []).map { issue in
            language(
                "  将产生：\(issue.number)  \(issue.title)",
                "  Would make: \(issue.number)  \(issue.title)"
            )
            .plain
        }
    }
}
