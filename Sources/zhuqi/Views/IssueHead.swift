import APIModel
import Languages

/// Says which issue it is, how it stands, what it is about, and who filed it when.
struct IssueHead {
    let issue: IssueAnswer
    let now: String?
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let number = ShortNumber(year: now.map { String($0.prefix(4)) }).text(issue.number)
        return layout.text("\(number)  \(issue.title.plain)", paint: .bold)
            + layout.flow(standing(number)) + layout.flow(matter.map { Table.Cell($0) })
            + layout.text(filing) + members + confidentialNumber
    }

    private func standing(_ number: String) -> [Table.Cell] {
        let light = SignalLight(signal: issue.signal)
        let attention = AttentionText(issue: issue, language: language).text
        let parts = [
            number == issue.number ? nil : issue.number, issueClass, language(issue.stateLabel),
            attention == "—" ? nil : attention,
            issue.confidential ? language("保密投诉", "confidential") : nil,
            issue.isAttested ? nil : language("导入未核验", "imported, not attested"),
            language("第 \(issue.version) 版", "version \(issue.version)"),
        ]
        return [light.cell(in: language)] + parts.compactMap { $0.map { Table.Cell($0) } }
    }

    private var issueClass: String? {
        guard !issue.class.isEmpty else { return nil }
        let letter = language("\(issue.class)类", "class \(issue.class)")
        return letter + (issue.classLabel.map { " " + language($0) } ?? "")
    }

    private var matter: [String] {
        let enterprise = issue.enterprise.map { "\($0.name) \($0.creditCode)" }
        let tags = issue.enterprise.map { language.list($0.tags) }
        return [
            enterprise, tags, issue.subject?.name,
            issue.categoryLabel.map { language($0) } ?? issue.category,
            issue.divisionLabel.map { language($0) } ?? issue.division,
        ].compactMap { $0 }.filter { !$0.isEmpty }
    }

    private var filing: String {
        let at = MomentWords(now: now, language: language).text(issue.createdAt)
        guard let filer = issue.filer?.name.plain else {
            return language("\(at) 登记", "filed \(at)")
        }
        return language("\(filer) \(at) 登记", "filed by \(filer), \(at)")
    }

    /// Whoever reviews must know that others get the same answer.
    private var members: [String] {
        guard let count = issue.memberCount else { return [] }
        let words = language(
            "共性问题主件：办理结果同时用于 \(count) 件",
            count == 1 ? "1 other issue gets its result" : "\(count) other issues get its result")
        return layout.flow([Table.Cell(words), Table.Cell("zhuqi common \(issue.number)")])
    }

    private var confidentialNumber: [String] {
        guard let number = issue.confidentialNumber else { return [] }
        let label = language("保密编号", "in the months' files")
        return layout.text("\(label) \(number.plain)")
    }
}
