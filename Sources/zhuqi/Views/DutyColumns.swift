import APIModel

/// Shares the columns of a terminal among what a line says; the title and whom it is about give way.
struct DutyColumns {
    private let cells: (DutyAnswer) -> DutyCells
    private let isNarrow: Bool
    private let widths: [Int]
    private let titles: Int
    private let abouts: Int

    init(duties: [DutyAnswer], isNarrow: Bool, cells: @escaping (DutyAnswer) -> DutyCells) {
        self.cells = cells
        self.isNarrow = isNarrow
        let all = duties.map(cells)
        widths = Self.fixed(of: isNarrow).map { part in
            all.map { part($0).displayWidth }.max() ?? 0
        }
        titles = all.map(\.title.displayWidth).max() ?? 0
        abouts = isNarrow ? 0 : all.map(\.about.displayWidth).max() ?? 0
    }

    /// What is never cut, in the order of the line; the titles stand after the first of them.
    private static func fixed(of isNarrow: Bool) -> [(DutyCells) -> String] {
        isNarrow
            ? [\.number, { $0.rest.isEmpty ? $0.due : $0.rest }, \.level]
            : [\.number, \.owed, \.due, \.rest, \.level]
    }

    func line(of duty: DutyAnswer, on canvas: Canvas) -> String {
        let cells = cells(duty)
        let (title, about) = flexible(within: canvas.width)
        let fixed = zip(Self.fixed(of: isNarrow), widths).map { ($0(cells), $1) }
        var parts = [fixed[0], (cells.title.cut(toWidth: title), title)]
        if about > 0 { parts.append((cells.about.cut(toWidth: about), about)) }
        parts += fixed.dropFirst()
        let text = parts.filter { $0.1 > 0 }.map { $0.0.padded(toWidth: $0.1) }
            .joined(separator: "  ")
        let sign = canvas.paint(cells.sign.text, cells.sign.paint)
        return "\(sign) \(text)".trimmedAtEnd
    }

    /// What is left is shared between titles and whom they are about, three to two; where that is next to
    /// nothing, titles have it.
    private func flexible(within limit: Int?) -> (title: Int, about: Int) {
        guard let limit else { return (titles, abouts) }
        let columns = widths.filter { $0 > 0 }
        let left = limit - 2 - columns.reduce(0) { $0 + $1 + 2 }
        let shared = left - 2
        guard abouts > 0, shared >= 12 else { return (min(titles, max(4, left)), 0) }
        guard titles + abouts > shared else { return (titles, abouts) }
        let about = min(abouts, max(shared * 2 / 5, shared - titles))
        return (shared - about, about)
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
