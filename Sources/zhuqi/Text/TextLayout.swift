/// Lays texts out on a canvas: nothing is wider than it, and nothing is cut.
struct TextLayout {
    let canvas: Canvas

    /// Longer lines of text are hard to read.
    private static let widest = 100

    /// Columns; nil where lines may be of any length.
    private var width: Int? { canvas.width.map { max(10, min($0, Self.widest)) } }

    func fits(_ line: String) -> Bool { width.map { line.displayWidth <= $0 } ?? true }

    func heading(_ title: String) -> String { canvas.paint(title.plain, .bold) }

    /// Keeps the text's own line breaks.
    func text(_ text: String, indent: Int = 0, paint: Paint? = nil) -> [String] {
        let margin = Self.blanks(indent)
        return broken(text, columns(after: indent)).map {
            $0.isEmpty ? "" : margin + canvas.paint($0, paint)
        }
    }

    /// A label, and behind it the text, each line of it below the one before.
    func labelled(_ label: String, _ text: String?, width labelWidth: Int) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        let lines = broken(text, columns(after: labelWidth))
        return lines.enumerated().map { place, line in
            (place == 0 ? label.plain : "").padded(toWidth: labelWidth) + line
        }
    }

    /// Sets cells beside each other, and goes on below where no more fit.
    func flow(_ cells: [Table.Cell], indent: Int = 0, hanging: Int = 2) -> [String] {
        var lines: [[Table.Cell]] = []
        var used = 0
        for cell in cells.flatMap({ pieces(of: $0, columns(after: indent + hanging)) }) {
            let wanted = Table.gap.count + cell.text.displayWidth
            if lines.isEmpty || width.map({ used + wanted > $0 }) ?? false {
                used = indent + (lines.isEmpty ? 0 : hanging) + cell.text.displayWidth
                lines.append([cell])
            } else {
                used += wanted
                lines[lines.count - 1].append(cell)
            }
        }
        return lines.enumerated().map { place, cells in
            Self.blanks(indent + (place == 0 ? 0 : hanging))
                + cells.map { canvas.paint($0.text, $0.paint) }.joined(separator: Table.gap)
        }
    }

    /// Aligns rows of as many cells where they fit side by side; else each flows for itself.
    func rows(_ rows: [[Table.Cell]], indent: Int = 0) -> [String] {
        let count = rows.first?.count ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0[column].text.displayWidth }.max() ?? 0
        }
        let columns = widths.filter { $0 > 0 }
        let total = columns.reduce(indent) { $0 + $1 + Table.gap.count } - Table.gap.count
        guard width.map({ total <= $0 }) ?? true else {
            return rows.flatMap { row in
                flow(row.filter { !$0.text.isBlank }, indent: indent, hanging: 4)
            }
        }
        return rows.map { row in Self.blanks(indent) + line(of: row, widths) }
    }

    /// A command, broken between its words so that a shell takes it as one.
    func command(_ words: [String], indent: Int) -> [String] {
        let limit = width.map { $0 - 2 }
        var lines: [String] = []
        var line = Self.blanks(indent)
        for (place, word) in words.enumerated() {
            let next = place == 0 ? line + word : line + " " + word
            if place > 0, let limit, next.displayWidth > limit {
                lines.append(line + " \\")
                line = Self.blanks(indent + 2) + word
            } else {
                line = next
            }
        }
        return lines + [line]
    }

    private func line(of row: [Table.Cell], _ widths: [Int]) -> String {
        let last = row.lastIndex { !$0.text.isBlank } ?? 0
        return row[...last].indices.filter { widths[$0] > 0 }.map { column in
            let padding = column == last ? 0 : widths[column] - row[column].text.displayWidth
            return canvas.paint(row[column].text, row[column].paint) + Self.blanks(padding)
        }.joined(separator: Table.gap)
    }

    private func columns(after indent: Int) -> Int? { width.map { max(8, $0 - indent) } }

    private func broken(_ text: String, _ columns: Int?) -> [String] {
        guard let columns else {
            return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map(\.plain)
        }
        return Wrapping(width: columns).lines(of: text)
    }

    private func pieces(of cell: Table.Cell, _ columns: Int?) -> [Table.Cell] {
        guard let columns, cell.text.displayWidth > columns else { return [cell] }
        return Wrapping(width: columns).lines(of: cell.text).map { Table.Cell($0, cell.paint) }
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy { $0 == " " } }
}
