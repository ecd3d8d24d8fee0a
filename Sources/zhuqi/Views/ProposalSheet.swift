import APIModel
import Languages

/// Shows what is proposed for a text, and how that came about.
struct ProposalSheet {
    let proposal: ProposalAnswer
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        var sheet = LabelledLines(labelWidth: IssuePeople.labelWidth)
        sheet.add(
            language("类别", "category"),
            "\(proposal.category)  \(language(proposal.categoryLabel))")
        sheet.add(language("文中依据", "words"), words)
        sheet.add(language("属地", "division"), proposal.division)
        sheet.add(language("建议主办", "proposed lead"), proposal.lead.map(unit))
        sheet.add(
            language("建议协办", "proposed support"), language.list(proposal.supporting.map(unit)))
        return sheet.lines + ["", canvas.paint(language("推算过程", "How it came about"), .bold)]
            + proposal.steps.enumerated().map { "\($0 + 1). \($1)".plain }
            + section(
                language("该企业近期相似诉求", "Filed lately by the enterprise"), proposal.duplicates,
                more: proposal.moreDuplicates)
            + common
    }

    private var words: String? {
        proposal.guesses.first { $0.category == proposal.category }
            .map { language.list($0.words) }
    }

    private var common: [String] {
        let common = proposal.common
        guard common.enterprises > 1 else { return [] }
        let title = language(
            "\(common.days)日内\(common.enterprises)家企业有同类诉求"
                + (common.isCommon ? "：共性问题" : "（满\(common.atLeast)家为共性问题）"),
            "\(common.enterprises) enterprises in \(common.days) days"
                + (common.isCommon ? ": a common need" : " (a common need from \(common.atLeast))"))
        return section(title, common.issues, more: common.more)
            + (common.comparedOnly.map { LeftOut(language: language).compared($0) } ?? [])
    }

    private func section(
        _ title: String, _ likes: [ProposalAnswer.Like], more: Int?
    ) -> [String] {
        guard !likes.isEmpty else { return [] }
        var table = Table(titles: titles, flexible: 1)
        table.rows = likes.map { like in
            [
                Table.Cell(like.number), Table.Cell(like.title),
                Table.Cell(language(like.stateLabel)), Table.Cell(Timestamp.text(like.createdAt)),
                Table.Cell("\(like.likeness)%"),
            ]
        }
        return ["", canvas.paint(title, .bold)] + table.lines(on: canvas)
            + (more.map { LeftOut(language: language).more($0) } ?? [])
    }

    private var titles: [String] {
        language == .zh
            ? ["编号", "标题", "状态", "登记时间", "相似度"] : ["number", "title", "state", "filed", "alike"]
    }

    private func unit(_ unit: UnitAnswer) -> String { "\(unit.name) (\(unit.code))" }
}
