import APIModel
import Languages

/// Shows who is away, and who stands in.
struct AbsenceSheet {
    let language: Language
    let canvas: Canvas

    func lines(of absences: [AbsenceAnswer]) -> [String] {
        guard !absences.isEmpty else { return [language("没有不在岗登记", "nobody is noted as away")] }
        var table = Table(
            titles: language == .zh
                ? ["人员", "起", "止", "代理人", "事由", "结束"]
                : ["officer", "from", "until", "deputy", "reason", "ended"],
            flexible: 4)
        table.rows = absences.map { absence in
            [
                Table.Cell(absence.officer?.name ?? "—"), Table.Cell(absence.from),
                Table.Cell(absence.until), Table.Cell(absence.deputy?.name ?? "—"),
                Table.Cell(
                    absence.hasLeft == true ? language("已离任", "has left") : absence.reason ?? "—"),
                Table.Cell(absence.endedAt.map(Timestamp.text) ?? "—"),
            ]
        }
        return table.lines(on: canvas)
    }
}
