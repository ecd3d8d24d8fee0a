import APIModel
import Languages

/// Shows a case before it is sent, with what is proposed for each of its issues.
struct FilingSheet {
    let filing: PreparedFiling
    let language: Language
    let canvas: Canvas

    private static let labelWidth = 12
    private var layout: TextLayout { TextLayout(canvas: canvas) }
    private var parts: CaseFiling { filing.parts }

    var lines: [String] {
        about
            + parts.issues.enumerated().flatMap { place, issue in
                lines(of: issue, at: place)
                    + (filing.proposals.indices.contains(place)
                        ? ProposalBrief(
                            proposal: filing.proposals[place], language: language, layout: layout
                        ).lines : [])
            }
    }

    var question: String {
        let count = parts.issues.count
        if parts.draft == true {
            return language(
                "暂存这 \(count) 件草稿吗？", "Keep \(count == 1 ? "it" : "these \(count)") as a draft?")
        }
        return language("提交这 \(count) 件吗？", "Send \(count == 1 ? "it" : "these \(count)")?")
    }

    private var about: [String] {
        let code = parts.enterprise
        let name = filing.enterprise?.name ?? parts.enterpriseName
        let enterprise = [name, code].compactMap(\.self).joined(separator: Table.gap)
        return line(language("企业", "enterprise"), enterprise)
            + line(language("项目", "project"), parts.project)
            + line(language("单位", "unit"), parts.unit) + line(language("附注", "remark"), parts.note)
    }

    private func lines(of issue: CaseFiling.IssueFiling, at place: Int) -> [String] {
        let title = parts.issues.count > 1 ? "\(place + 1). \(issue.title)" : issue.title
        let contact = [issue.contact?.name, issue.contact?.phone].compactMap(\.self)
        return layout.text(title.plain, paint: .bold)
            + layout.text(issue.description ?? "", indent: 2)
            + line(language("类别", "category"), category(issue.category))
            + line(language("级别", "class"), issue.class.map(issueClass))
            + line(language("属地", "division"), issue.division)
            + line(language("需求", "needs"), issue.needs.map { needs($0, of: issue.category) })
            + line(language("联系人", "contact"), contact.joined(separator: " "))
            + line(
                language("保密", "secrecy"),
                issue.confidential == true
                    ? [language("是", "confidential"), issue.complainedUnit].compactMap(\.self)
                        .joined(separator: Table.gap) : nil)
    }

    private func line(_ label: String, _ text: String?) -> [String] {
        layout.labelled(label, text, width: Self.labelWidth)
    }

    private func category(_ code: String) -> String {
        filing.workflow?.categories.first { $0.code == code }.map { language($0.label) } ?? code
    }

    private func issueClass(_ name: String) -> String {
        filing.workflow?.classes.first { $0.name == name }
            .map { language("\(name)（\($0.label.zh)）", "\(name) (\($0.label.en))") } ?? name
    }

    private func needs(_ given: [String: JSONValue], of code: String) -> String {
        let types = filing.workflow?.categories.first { $0.code == code }?.needs ?? []
        let words = given.sorted { $0.key < $1.key }.map { name, value in
            let type = types.first { $0.name == name }
            let label = type.map { language($0.label) } ?? name
            let unit = type?.quantity.map { language($0) } ?? ""
            // What was written with its unit is shown as it was written.
            let text = ValueText(language: language).value(value)
            if case .text = value { return "\(label) \(text)" }
            return "\(label) \(text)\(language("", unit.isEmpty ? "" : " "))\(unit)"
        }
        return language.list(words)
    }
}
