import APIModel
import Languages

/// Shows needs that several enterprises have in common.
struct CommonSheet {
    let language: Language
    let canvas: Canvas

    func lines(of answer: CommonNeedsAnswer) -> [String] {
        let cut = answer.comparedOnly.map { LeftOut(language: language).compared($0) } ?? []
        guard !answer.items.isEmpty else {
            return [
                language(
                    "\(answer.days)日内没有满\(answer.atLeast)家企业的同类诉求",
                    "no need of \(answer.atLeast) enterprises or more in \(answer.days) days")
            ] + cut
        }
        return Array(answer.items.map(lines).joined(separator: [""])) + cut
    }

    private func lines(of need: CommonNeedsAnswer.Need) -> [String] {
        let title = language(
            "\(language(need.categoryLabel))：\(need.enterprises)家企业",
            "\(language(need.categoryLabel)): \(need.enterprises) enterprises")
        var table = Table(
            titles: language == .zh
                ? ["编号", "标题", "状态", "登记时间", "相似度"]
                : ["number", "title", "state", "filed", "alike"],
            flexible: 1)
        table.rows = ([need.lead] + need.others).map { like in
            [
                Table.Cell(like.number), Table.Cell(like.title),
                Table.Cell(language(like.stateLabel)), Table.Cell(Timestamp.text(like.createdAt)),
                Table.Cell("\(like.likeness)%"),
            ]
        }
        let commands = need.others.map {
            "zhuqi do joinCommon \($0.number) --field commonIssue=\(need.lead.number)".plain
        }
        return [canvas.paint(title, .bold)] + table.lines(on: canvas)
            + [language("纳入共性问题：", "To handle them as one:")] + commands.map { "  " + $0 }
    }

    func lines(of answer: CommonIssueAnswer) -> [String] {
        if let lead = answer.lead {
            return [language("共性问题主件：\(lead)", "handled with \(lead)").plain]
        }
        guard answer.count > 0 else {
            return [language("没有纳入的问题", "no other issue belongs to it")]
        }
        var table = Table(
            titles: language == .zh ? ["编号", "标题", "状态"] : ["number", "title", "state"],
            flexible: 1)
        table.rows = answer.members.map { member in
            [
                Table.Cell(member.number), Table.Cell(member.title),
                Table.Cell(language(member.stateLabel)),
            ]
        }
        let title = language("纳入 \(answer.count) 件", "\(answer.count) issues under it")
        return [canvas.paint(title, .bold)] + table.lines(on: canvas)
    }
}
