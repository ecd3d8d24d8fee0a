import Languages

/// Shows the columns that were chosen, a line for each item.
struct ColumnTable<Column: ListColumn> {
    let columns: [Column]
    let items: [Column.Item]
    let words: ListWords

    func lines(on canvas: Canvas) -> [String] {
        var table = Table(titles: titles, flexible: widest)
        table.rows = items.map { item in
            columns.map { Table.Cell($0.text(of: item, in: words), $0.paint(of: item)) }
        }
        return table.lines(on: canvas)
    }

    /// Tab-separated: the titles first, nothing cut.
    var tabSeparated: [String] {
        [TabSeparated.line(titles)]
            + items.map { item in
                TabSeparated.line(columns.map { $0.text(of: item, in: words) })
            }
    }

    private var titles: [String] { columns.map { $0.label.text(in: words.language) } }

    /// The column that gives way where the terminal is too narrow.
    private var widest: Int {
        let widths = columns.map { column in
            items.map { column.text(of: $0, in: words).displayWidth }.max() ?? 0
        }
        return widths.indices.max { widths[$0] < widths[$1] } ?? 0
    }
}
