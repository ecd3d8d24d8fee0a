import APIModel
import Languages
import Workflow

/// Shows whose an issue is and who works on it.
struct IssuePeople {
    static let labelWidth = 18

    let issue: IssueAnswer
    let language: Language

    var lines: [String] {
        var sheet = LabelledLines(labelWidth: Self.labelWidth)
        addMatter(to: &sheet)
        addUnits(to: &sheet)
        addPeople(to: &sheet)
        addDeadline(to: &sheet)
        return sheet.lines
    }

    private func addMatter(to sheet: inout LabelledLines) {
        sheet.add(language("保密编号", "in month's files"), issue.confidentialNumber)
        sheet.add(language("企业", "enterprise"), issue.enterprise.map(enterprise))
        if let subject = issue.subject {
            sheet.add(
                caption(subject.kind == "unit" ? .subjectUnit : .project),
                "\(subject.name) (\(subject.code))")
        }
        sheet.add(caption(.category), issue.category)
        sheet.add(caption(.division), issue.division)
    }

    private func addUnits(to sheet: inout LabelledLines) {
        sheet.add(caption(.leadUnit), issue.leadUnit.map(unit))
        sheet.add(caption(.supportingUnits), language.list(issue.supportingUnits.map(unit)))
        sheet.add(caption(.office), issue.office.map(unit))
        guard let proposal = issue.proposal else { return }
        sheet.add(language("建议主办", "proposed lead"), proposal.lead.map(unit))
        sheet.add(
            language("建议协办", "proposed support"),
            language.list(proposal.supporting.map(unit)))
        sheet.add(language("建议依据", "proposed because"), proposal.explanation)
    }

    private func addPeople(to sheet: inout LabelledLines) {
        sheet.add(caption(.handler), issue.handler.map(person))
        sheet.add(caption(.serviceOfficer), (issue.serviceOfficer ?? issue.filer).map(person))
        if let officer = issue.serviceOfficer, officer != issue.filer {
            sheet.add(language("登记人", "filed by"), issue.filer.map(person))
        }
        sheet.add(
            language("联系人", "contact"),
            issue.contact.map { [$0.name, $0.phone ?? ""].joined(separator: " ") })
    }

    private func addDeadline(to sheet: inout LabelledLines) {
        let attention = AttentionText(issue: issue, language: language).text
        sheet.add(language("提级/黄红牌", "level/card"), attention == "—" ? nil : attention)
        guard issue.dueAt != nil else { return }
        var due = DueText(issue: issue, language: language).text
        if let original = issue.originalDueAt, original != issue.dueAt {
            let time = Timestamp.text(original)
            due += language("（原 \(time)）", " (originally \(time))")
        }
        sheet.add(language("到期", "due"), due)
    }

    private func caption(_ attribute: Attribute) -> String { attribute.label.text(in: language) }

    private func enterprise(_ enterprise: EnterpriseAnswer) -> String {
        let tags = enterprise.tags.isEmpty ? "" : "  " + language.list(enterprise.tags)
        return "\(enterprise.name) (\(enterprise.creditCode))\(tags)"
    }

    private func unit(_ unit: UnitAnswer) -> String { "\(unit.name) (\(unit.code))" }

    private func person(_ person: PersonAnswer) -> String { "\(person.name) (\(person.login))" }
}
