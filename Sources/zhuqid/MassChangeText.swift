import Languages
import UseCases
import Workflow
import WorkingTime

/// Words what a change of many issues does, with each issue that stays and each deadline.
struct MassChangeText {
    let zone: ZoneTable

    func write(_ report: MassChangeReport) {
        for (issue, reasons) in report.unchanged {
            print("\(issue) stays: \(reasons.map(\.en).joined(separator: "; "))")
            // What has no words for people is the same in both languages.
            let chinese = reasons.filter { $0.zh != $0.en }.map(\.zh)
            if !chinese.isEmpty { print("    原因：\(chinese.joined(separator: "；"))") }
        }
        for issue in report.untold {
            print("\(issue) is changed; its deadlines are not listed, as the connection was lost")
        }
        for change in report.deadlines { print(line(change)) }
    }

    private func line(_ change: DeadlineChange) -> String {
        let party = change.party.map { " (\($0))" } ?? ""
        let end = change.new.map { $0.rfc3339(in: zone) } ?? "ended: no such clock"
        return
            "\(change.issue) \(change.clock)\(party): due \(change.old.rfc3339(in: zone)) → \(end)"
            + (change.becomesOverdue ? ", becomes late" : "")
            + (change.isSaved ? ", is saved" : "")
    }
}
