import Casework
package import Languages
import Store
import Workflow
import WorkingTime

/// Finds the open issues that a change of the directory would leave without anybody to act, whichever
/// way the change comes: tables, or the directory's text.
package struct StrandingCheck {
    let transaction: DirectoryTransaction
    let catalogue: StateCatalogue
    let before: World
    let after: World
    /// By the time of the issues.
    let now: Instant

    /// What to do instead, for people.
    package static let remedy = Label(
        zh: "请先指定承接单位或另派人员，或移交这些问题",
        en: "name a successor or somebody else first, or hand these issues over")

    /// What nobody could act for from an instant on.
    private struct Loss: Hashable {
        let unit: Unit?
        let from: Instant
    }

    /// - Returns: a sentence for each unit, and one for issues on which nobody at all may act.
    func problems() async throws -> [Label] {
        let instants = instants()
        var lost: [Loss: [String]] = [:]
        var last: IssueID?
        while let page = try await transaction.openIssues(after: last, by: catalogue) {
            for issue in page.issues {
                for loss in losses(issue, at: instants) {
                    lost[loss, default: []].append(issue.number)
                }
            }
            last = page.highest
        }
        return sentences(lost)
    }

    /// Now, and each day on which either directory changes: what ends may meet, on a day that was
    /// there before, with what ended on it already.
    private func instants() -> [Instant] {
        let changes = after.directory.changes.union(before.directory.changes)
        return [now] + changes.filter { $0 > now }.sorted()
    }

    /// Each once, from the day on which it begins.
    private func losses(_ issue: Issue, at instants: [Instant]) -> [Loss] {
        var found: [UnitID?: Loss] = [:]
        for instant in instants {
            let vacant = after.directory.vacancies(of: issue, at: instant).filter {
                found[$0.id] == nil
            }
            let known =
                vacant.isEmpty
                ? [] : Set(before.directory.vacancies(of: issue, at: instant).map(\.id))
            for unit in vacant where !known.contains(unit.id) {
                found[unit.id] = Loss(unit: unit, from: instant)
            }
            guard found[nil] == nil, !after.hasSomebody(for: issue, at: instant),
                before.hasSomebody(for: issue, at: instant)
            else { continue }
            found[nil] = Loss(unit: nil, from: instant)
        }
        return Array(found.values)
    }

    private func sentences(_ lost: [Loss: [String]]) -> [Label] {
        lost.sorted { ($0.key.from, $0.value.first ?? "") < ($1.key.from, $1.value.first ?? "") }
            .map { loss, numbers in
                let who =
                    loss.unit.map { "act for \($0.code) (\($0.name.zh))" } ?? "act at all"
                let unit = loss.unit.map { "\($0.name.zh)（\($0.code)）" }
                let date = before.calendars.zone.date(at: loss.from)
                return Label(
                    zh: "自 \(date) 起，\(unit.map { "\($0)没有人能办" } ?? "没有人能办")，"
                        + "涉及在办 \(numbers.count) 件：\(Language.zh.list(numbers))",
                    en: "from \(date) on nobody could \(who) on \(numbers.count) open "
                        + (numbers.count == 1 ? "issue" : "issues") + ": "
                        + Language.en.list(numbers))
            }
    }
}
