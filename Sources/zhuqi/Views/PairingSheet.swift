import APIModel
import Languages

/// Shows who is paired with what. Term: 包联.
struct PairingSheet {
    let language: Language
    let canvas: Canvas

    func lines(of pairings: [PairingAnswer]) -> [String] {
        guard !pairings.isEmpty else { return [language("没有包联关系", "nothing is paired")] }
        let layout = TextLayout(canvas: canvas)
        return layout.rows(pairings.map(row))
            + [language("共 \(pairings.count) 项", "\(pairings.count) shown")]
    }

    private func row(_ pairing: PairingAnswer) -> [Table.Cell] {
        [
            Table.Cell(subject(pairing)), Table.Cell(pairing.enterprise?.creditCode ?? ""),
            Table.Cell(pairing.officer.name),
            Table.Cell(pairing.isChief ? language("首席", "chief") : ""),
            Table.Cell(language("\(pairing.level)级", "level \(pairing.level)")),
            Table.Cell(days(pairing)),
        ]
    }

    private func subject(_ pairing: PairingAnswer) -> String {
        if let enterprise = pairing.enterprise { return enterprise.name }
        if let project = pairing.project { return language("项目 \(project)", "project \(project)") }
        return pairing.chain.map { language("产业链 \($0)", "chain \($0)") } ?? "—"
    }

    private func days(_ pairing: PairingAnswer) -> String {
        let from = pairing.from.map { language("自 \($0)", "from \($0)") }
        let until = pairing.until.map { language("至 \($0)", "until \($0)") }
        return [from, until].compactMap(\.self).joined(separator: " ")
    }
}
