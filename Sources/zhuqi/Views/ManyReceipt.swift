import APIModel
import Languages

/// Says of each of many issues what an action came to, a line each, and how many it was taken on.
struct ManyReceipt {
    /// As they were typed.
    let issues: [String]
    let answer: BulkActionAnswer
    let language: Language

    var failedCount: Int { answer.items.count { $0.event == nil } }

    var lines: [String] {
        let width = issues.map { $0.plain.displayWidth }.max() ?? 0
        return zip(issues, answer.items).map { issue, item in
            issue.plain.padded(toWidth: width) + "  " + text(item)
        } + [summary]
    }

    private func text(_ item: BulkActionAnswer.Item) -> String {
        guard let event = item.event else {
            return language("未办：", "not done: ") + reason(item.problem)
        }
        let label = language(event.actionLabel).plain
        let done =
            item.isReplay == true
            ? language("\(label)此前已办", "\(label) was done before")
            : language("\(label)已办", "\(label) done")
        return done + "  " + StatePath(event: event, language: language).text
    }

    private func reason(_ problem: Problem?) -> String {
        let faults = (problem?.errors ?? []).map { fault in
            fault.label.map { language("\($0)：\(fault.detail)", "\($0): \(fault.detail)") }
                ?? fault.detail
        }
        let words = [problem?.detail].compactMap(\.self) + faults
        return (words.isEmpty ? problem?.title ?? "" : words.joined(separator: language("；", "; ")))
            .plain
    }

    private var summary: String {
        let done = answer.items.count - failedCount
        return language(
            "已办 \(done) 件，未办 \(failedCount) 件。", "\(done) done, \(failedCount) not done.")
    }
}
