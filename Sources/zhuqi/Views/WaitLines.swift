import APIModel
import Languages

/// Says how the wait for each issue ended.
struct WaitLines {
    let target: WaitTarget
    /// What time it was for the issues at the beginning, RFC 3339.
    let now: String?
    let language: Language

    func line(of waited: WaitedIssue) -> String {
        let state = waited.last.map { $0.toLabel.map { language($0) } ?? $0.to } ?? "—"
        guard waited.outcome == .reached else {
            return language(
                "\(waited.issue)  \(state)：不会再有“\(target.word)”",
                "\(waited.issue)  \(state): “\(target.word)” does not come any more"
            ).plain
        }
        let moment = waited.event.map { MomentWords(now: now, language: language).text($0.at) }
        let action = waited.event.map { language($0.actionLabel) }
        return ([waited.issue, state] + [action, moment].compactMap(\.self))
            .joined(separator: Table.gap).plain
    }

    /// Throws: `tooLate` where some are pending still, else `cannotBe` where some will never be so.
    func requireAll(_ waited: [WaitedIssue]) throws(StaffError) {
        func list(_ outcome: WaitedIssue.Outcome) -> [String] {
            waited.filter { $0.outcome == outcome }.map(\.issue)
        }
        let (pending, never) = (list(.pending), list(.never))
        if !pending.isEmpty {
            throw .tooLate(
                Label(
                    zh: "时间已过，还没有等到“\(target.word)”：\(Language.zh.list(pending))",
                    en: "the time has passed without “\(target.word)”: \(Language.en.list(pending))"
                ))
        }
        guard never.isEmpty else {
            throw .cannotBe(
                Label(
                    zh: "不会再有“\(target.word)”：\(Language.zh.list(never))",
                    en: "“\(target.word)” does not come any more: \(Language.en.list(never))"))
        }
    }
}
