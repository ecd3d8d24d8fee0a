import APIModel
import Languages

/// Shows in few lines what is proposed for a text, and what is like it.
struct ProposalBrief {
    let proposal: ProposalAnswer
    let language: Language
    let layout: TextLayout

    private static let labelWidth = 12

    var lines: [String] {
        let support = language.list(proposal.supporting.map(\.name))
        return line(language("建议类别", "category"), language(proposal.categoryLabel))
            + line(
                language("建议主办", "lead"),
                proposal.lead?.name ?? language("没有，由活动办指定", "none: the office names it"))
            + line(language("建议协办", "supporting"), support)
            + likes(
                language(
                    "该企业近期相似的诉求，请核对是否重复：", "Filed lately by the same enterprise; is it the same?"),
                proposal.duplicates, more: proposal.moreDuplicates)
            + common
    }

    private func line(_ label: String, _ text: String) -> [String] {
        layout.labelled(label, text, width: Self.labelWidth)
    }

    private var common: [String] {
        let common = proposal.common
        guard common.enterprises > 1 else { return [] }
        return likes(
            language(
                "\(common.days)日内 \(common.enterprises) 家企业有同类诉求：",
                "\(common.enterprises) enterprises said the same in \(common.days) days:"),
            common.issues, more: common.more)
    }

    private func likes(
        _ title: String, _ likes: [ProposalAnswer.Like], more: Int?
    ) -> [String] {
        guard !likes.isEmpty else { return [] }
        return layout.text(title)
            + layout.rows(
                likes.map { like in
                    [
                        Table.Cell(like.number), Table.Cell(like.title),
                        Table.Cell(language(like.stateLabel)),
                        Table.Cell(language("相似 \(like.likeness)%", "\(like.likeness)% alike")),
                    ]
                }, indent: 2)
            + (more.map { LeftOut(language: language).more($0) } ?? [])
    }
}
