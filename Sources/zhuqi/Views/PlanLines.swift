import APIModel
import Languages
import Workflow

/// Shows the dates ahead: the steps of the plan that holds, and the next report.
struct PlanLines {
    let issue: IssueAnswer
    let now: String?
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let rows = steps + nextReport
        return rows.isEmpty
            ? [] : [layout.heading(language("后续安排", "Dates ahead"))] + layout.rows(rows, indent: 2)
    }

    /// A plan holds while its steps run, or while somebody is asked to agree to it; one that was refused
    /// does not.
    private var holds: Bool {
        issue.clocks.contains { $0.step != nil && $0.isOpen }
            || [Attribute.extensionUntil, .trackingProposedAt].contains { value(of: $0) != nil }
    }

    private var steps: [[Table.Cell]] {
        guard issue.isOpen, holds, case .list(let steps)? = value(of: .plan) else { return [] }
        return steps.enumerated().compactMap { place, step in
            guard case .object(let members) = step, case .text(let on)? = members["on"],
                case .text(let what)? = members["what"]
            else { return nil }
            return [
                Table.Cell("\(place + 1)"), Table.Cell(day(on)), Table.Cell(what),
                Table.Cell(situation(ofStep: place + 1)),
            ]
        }
    }

    /// How the step stands; of one that runs, what is left.
    private func situation(ofStep number: Int) -> String {
        guard let clock = issue.clocks.last(where: { $0.step == number }) else { return "" }
        return RemainingText(clock: clock, language: language).text ?? language(clock.statusLabel)
    }

    private var nextReport: [[Table.Cell]] {
        guard issue.isOpen, case .text(let on)? = value(of: .nextReportOn) else { return [] }
        let label = Attribute.nextReportOn.label.text(in: language)
        return [[Table.Cell(" "), Table.Cell(day(on)), Table.Cell(label), Table.Cell("")]]
    }

    private func value(of attribute: Attribute) -> JSONValue? {
        issue.attributes[attribute.name].flatMap { $0 == .null ? nil : $0 }
    }

    private func day(_ date: String) -> String {
        MomentWords(now: now, language: language).day(date)
    }
}
