import APIModel
import Languages
import Workflow

/// Shows who has to do with an issue, and what is recorded of it beside.
struct IssuePeople {
    /// Of the sheets that have their labels in one column.
    static let labelWidth = 18

    let issue: IssueAnswer
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let lines = (people + proposal + facts).flatMap {
            layout.labelled("  " + $0.label, $0.text, width: language(14, 20))
        }
        return lines.isEmpty
            ? [] : [layout.heading(language("办理人员", "People"))] + lines
    }

    private typealias Line = (label: String, text: String?)

    private var people: [Line] {
        let contact = issue.contact.map { [$0.name, $0.phone ?? ""].joined(separator: " ") }
        return [
            (caption(.serviceOfficer), (issue.serviceOfficer ?? issue.filer)?.name),
            (caption(.handler), issue.handler?.name), (caption(.leadUnit), issue.leadUnit?.name),
            (caption(.supportingUnits), language.list(issue.supportingUnits.map(\.name))),
            (caption(.office), issue.office?.name),
            (language("联系人", "contact"), contact),
        ]
    }

    /// What routing proposes, for whoever dispatches.
    private var proposal: [Line] {
        guard let proposal = issue.proposal else { return [] }
        return [
            (language("建议主办", "proposed lead"), proposal.lead?.name),
            (
                language("建议协办", "proposed support"),
                language.list(proposal.supporting.map(\.name))
            ), (language("建议依据", "proposed because"), proposal.explanation),
        ]
    }

    /// What is recorded beside what was said: no texts, which stand where they were said, and no dates
    /// ahead, which have a place of their own.
    private var facts: [Line] {
        let text = ValueText(
            language: language, names: issue.names ?? [:], labels: issue.valueLabels ?? [:])
        return issue.attributes.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let attribute = Attribute(name: name), value != .null, isFact(attribute, value)
            else { return nil }
            return (caption(attribute), text.value(value, of: name))
        }
    }

    private func isFact(_ attribute: Attribute, _ value: JSONValue) -> Bool {
        guard EventDetails.isTold(attribute.name), attribute != .nextReportOn else { return false }
        return switch attribute.kind {
        case .instant, .person, .persons, .plan, .decisions: false
        case .text: issue.valueLabels?[attribute.name] != nil || !isWritten(value)
        case .unit, .units, .date, .texts, .number, .boolean, .issueClass, .category, .division,
            .project, .issue, .results:
            true
        }
    }

    private func isWritten(_ value: JSONValue) -> Bool {
        if case .text(let text) = value { EventWords.isWritten(text) } else { false }
    }

    private func caption(_ attribute: Attribute) -> String { attribute.label.text(in: language) }
}
