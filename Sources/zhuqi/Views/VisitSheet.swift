import APIModel
import Languages

/// Shows visits, and below each what was found. Term: 走访.
struct VisitSheet {
    let language: Language
    let canvas: Canvas

    func lines(of visits: [VisitAnswer]) -> [String] {
        guard !visits.isEmpty else { return [language("没有走访记录", "no visit is noted")] }
        let layout = TextLayout(canvas: canvas)
        return visits.flatMap { visit in
            layout.flow(
                [visit.on, visit.enterprise?.name, visit.officer?.name].compactMap(\.self)
                    .map { Table.Cell($0) }, hanging: 4)
                + (visit.note.map { layout.text($0, indent: 2) } ?? [])
        } + [language("共 \(visits.count) 次", "\(visits.count) shown")]
    }
}
