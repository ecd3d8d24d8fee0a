/// Aligns rows of cells by the columns that a terminal shows.
struct Table {
    struct Cell {
        let text: String
        var paint: Paint?

        init(_ text: String, _ paint: Paint? = nil) {
            self.text = text.plain
            self.paint = paint
        }
    }

    static let gap = "  "

    let titles: [String]
    /// The column that is cut where the canvas is too narrow.
    let flexible: Int
    var rows: [[Cell]] = []

    /// The line of titles, then one line per row.
    func lines(on canvas: Canvas) -> [String] {
        let header = titles.map { Cell($0, .bold) }
        let widths = widths(within: canvas.width)
        return ([header] + rows).map { line(of: $0, widths, canvas) }
    }

    private func widths(within limit: Int?) -> [Int] {
        var widths = titles.indices.map { column in
            rows.map { $0[column].text.displayWidth }.reduce(titles[column].displayWidth, max)
        }
        guard let limit else { return widths }
        let total = widths.reduce(0, +) + Self.gap.count * (widths.count - 1)
        let least = min(widths[flexible], 8)
        widths[flexible] = max(least, widths[flexible] - max(0, total - limit))
        return widths
    }

    private func line(of cells: [Cell], _ widths: [Int], _ canvas: Canvas) -> String {
        let last = cells.lastIndex { !$0.text.isEmpty } ?? 0
        return cells[...last].indices.map { column in
            let text = cells[column].text.cut(toWidth: widths[column])
            let padding = column == last ? 0 : widths[column] - text.displayWidth
            return canvas.paint(text, cells[column].paint) + String(repeating: " ", count: padding)
        }.joined(separator: Self.gap)
    }
}
