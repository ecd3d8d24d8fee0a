import APIModel
import Languages

/// Says under which numbers a case was filed, and who must do what by when.
struct FilingReceipt {
    let isReplayed: Bool
    let isDraft: Bool
    let language: Language

    func lines(of filed: CaseAnswer) -> [String] {
        [head(filed)] + filed.issues.flatMap(lines) + (filed.warnings ?? []).map { $0.plain }
    }

    private func head(_ filed: CaseAnswer) -> String {
        let about = filed.enterprise?.name ?? filed.subject?.name
        let words = [filed.number, about].compactMap(\.self).joined(separator: Table.gap)
        let done = isDraft ? language("已暂存", "kept") : language("已登记", "filed")
        return language(
            "\(isReplayed ? "此前" : "")\(done)：\(words)",
            "\(done)\(isReplayed ? " before" : ""): \(words)"
        ).plain
    }

    private func lines(_ issue: IssueAnswer) -> [String] {
        let cells = [issue.number, issue.title, language(issue.stateLabel)]
        return ["  " + cells.map(\.plain).joined(separator: Table.gap), "  " + next(issue)]
    }

    /// The clock that is due first names who acts next; a draft waits for whoever kept it.
    private func next(_ issue: IssueAnswer) -> String {
        if isDraft {
            let command = "zhuqi draft send \(issue.number)"
            return language("提交：\(command)", "To submit it: \(command)").plain
        }
        let running = issue.clocks.filter { $0.status == "running" && !$0.isWindow }
            .min { Timestamp.isLater($1.dueAt, than: $0.dueAt) }
        guard let clock = running else {
            let command = "zhuqi show \(issue.number)"
            return language("现在没有时限在计时：\(command)", "No clock is running: \(command)").plain
        }
        let party = clock.party?.name ?? issue.office?.name ?? clock.partyName(in: language)
        let (label, due) = (language(clock.label), Timestamp.text(clock.dueAt))
        return language(
            "接下来：\(party) 须在 \(due) 前完成“\(label)”。", "Next: \(party), \(label) by \(due)."
        ).plain
    }
}
