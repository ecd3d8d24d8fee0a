package import Casework
package import Languages
package import Store
import Workflow
package import WorkingTime

/// Rebuilds every head and clock from its events, recomputes the digest chain, and compares; looks
/// for open issues on which nobody may act, and for numbers that no case has.
package struct Examine: Sendable {
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// Nil where it is about no single issue.
        package let issue: IssueID?
        package let problem: Label

        package var description: String { words.en }

        package var words: Label {
            Label { language in
                let place = issue.map { language("问题 \($0)：", "issue \($0): ") } ?? ""
                return place + problem.text(in: language)
            }
        }
    }

    package struct Report: Sendable {
        package var issueCount = 0
        package var eventCount = 0
        package var findings: [Finding] = []
        /// What looks wrong and is explained.
        package var notes: [Label] = []
    }

    private let records: ExaminationRecords
    private let world: World
    private let now: Instant

    /// - Parameter now: when it is asked who may act on what is open.
    package init(_ records: ExaminationRecords, in world: World, at now: Instant) {
        self.records = records
        self.world = world
        self.now = now
    }

    /// Examines every issue.
    package func examine() async throws -> Report {
        var report = Report()
        for hole in try await records.numberHoles() {
            if hole.isOld {
                report.notes.append(hole.words)
            } else {
                report.findings.append(Finding(issue: nil, problem: hole.words))
            }
        }
        report.findings += try await wholeFindings()
        var last: IssueID?
        while let page = try await records.issues(after: last) {
            for stored in page.issues {
                report.issueCount += 1
                report.eventCount += stored.eventCount
                report.findings += try problems(with: stored)
                    .map { Finding(issue: stored.id, problem: $0) }
            }
            last = page.highest
        }
        return report
    }

    /// What no single issue shows.
    private func wholeFindings() async throws -> [Finding] {
        let gaps = try await records.casesWithGaps().map { Finding(issue: nil, problem: $0.words) }
        let differences = try await records.issuesUnlikeCases().flatMap { difference in
            difference.words.map { Finding(issue: difference.issue, problem: $0) }
        }
        let documents = try await records.changedDocuments().map {
            Finding(
                issue: nil,
                problem: Label(
                    zh: "\($0.name) 已发布的文本与其摘要不符",
                    en: "the text of \($0.name) does not fit its digest"))
        }
        return gaps + differences + documents
    }

    private func problems(with stored: StoredIssue) throws -> [Label] {
        switch stored.content {
        // What can't be read can't be folded: the rest would only be noise.
        case .damaged(let parts):
            return parts.map { Label(zh: "\($0) 读不了", en: "\($0) can't be read") }
        case .whole(let issue, let events, let columns, let duties):
            let examination = Examination(stored: issue, events: events)
            let expected = try records.columns(of: examination.rebuilt, in: world)
            return examination.problems() + columns.differences(from: expected)
                + DutyComparison(duties, with: examination.duties(events, in: world)).differences
                + stored.misplacedDuties.map {
                    Label(
                        zh: "待办 \($0.slot)（\($0.holder)）仍在问题已离开的地方",
                        en: "duty \($0.slot) of \($0.holder) stands where the issue belongs no more"
                    )
                }
                + stranding(issue)
        }
    }

    private func stranding(_ issue: Issue) -> [Label] {
        guard world.definitions.isOpen(issue), !world.hasSomebody(for: issue, at: now) else {
            return []
        }
        let state = world.definitions.workflow(issue.workflow)?.definition.state(issue.state)?.label
        return [
            Label(
                zh: "\(issue.number) 在办（\(state?.zh ?? issue.state)），却没有人能办",
                en: "\(issue.number) is open in `\(issue.state)`, and nobody may act on it")
        ]
    }
}

extension NumberHole {
    fileprivate var words: Label {
        let numbers = Label(
            zh: size == 1 ? "编号 \(first)" : "编号 \(first) 至 \(last)",
            en: size == 1 ? "number \(first)" : "numbers \(first) to \(last)")
        return Label(
            zh: "\(numbers.zh) 没有对应的诉求单" + (isOld ? "：以前登记被拒时也占用编号" : ""),
            en: "no case has the \(numbers.en)"
                + (isOld ? ": drawn for filings that were refused, before numbers came last" : ""))
    }
}

extension CaseGap {
    fileprivate var words: Label {
        issueCount == 0
            ? Label(zh: "诉求单 \(number) 没有问题", en: "case \(number) has no issue")
            : Label(
                zh: "诉求单 \(number) 有 \(issueCount) 个问题，最后一个却是第 \(last) 号",
                en: "case \(number) has \(issueCount) issues, but the last is number \(last)")
    }
}

extension CaseDifference {
    fileprivate var words: [Label] {
        let number = Label(zh: "编号不属于其诉求单", en: "its number is not one of its case")
        let enterprise = Label(
            zh: "企业不是其诉求单的企业", en: "its enterprise is not that of its case")
        return (hasOtherNumber ? [number] : []) + (hasOtherEnterprise ? [enterprise] : [])
    }
}
