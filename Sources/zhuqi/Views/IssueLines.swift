import APIModel
import Languages

/// Lists issues, a line each where they fit side by side, whatever state they are in.
struct IssueLines {
    /// What time it is for the issues, RFC 3339.
    let now: String?
    let language: Language
    let canvas: Canvas

    func lines(of issues: [IssueAnswer]) -> [String] {
        let noun = issues.count == 1 ? "issue" : "issues"
        return TextLayout(canvas: canvas).rows(issues.map(row))
            + [language("共列 \(issues.count) 件", "\(issues.count) \(noun) shown")]
    }

    private func row(_ issue: IssueAnswer) -> [Table.Cell] {
        let due = issue.isOpen ? issue.dueAt : nil
        return [
            Table.Cell(ShortNumber(year: now.map { String($0.prefix(4)) }).text(issue.number)),
            Table.Cell(issue.title),
            Table.Cell(issue.enterprise?.name ?? issue.subject?.name ?? ""),
            Table.Cell(language(issue.stateLabel)),
            Table.Cell(
                due.map(DueWords(now: now, language: language).text) ?? "",
                SignalLight(signal: issue.signal).paint),
            Table.Cell(issue.level > 0 ? "^\(issue.level)" : ""),
        ]
    }
}
