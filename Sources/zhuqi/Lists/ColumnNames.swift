import Languages

/// Reads the names of columns, in Chinese or English, with commas between.
enum ColumnNames<Column: ListColumn> {
    /// Each as it was typed first.
    ///
    /// Throws: `usage` for what is no column, with those that there are.
    static func columns(_ typed: String) throws(StaffError) -> [Column] {
        var columns: [Column] = []
        for word in words(typed) {
            let column = try column(word)
            if !columns.contains(column) { columns.append(column) }
        }
        guard !columns.isEmpty else { throw unknown(typed, near: []) }
        return columns
    }

    /// By what a list is sorted; `-` before a name turns the order round.
    static func order(_ typed: String) throws(StaffError) -> [SortTerm<Column>] {
        var terms: [SortTerm<Column>] = []
        for word in words(typed) {
            let isDescending = word.hasPrefix("-") || word.hasPrefix("－")
            let column = try column(isDescending ? word.dropFirst() : word)
            terms.append(SortTerm(column: column, isDescending: isDescending))
        }
        guard !terms.isEmpty else { throw unknown(typed, near: []) }
        return terms
    }

    /// As they stand on a command line.
    static func argument(_ columns: [Column]) -> String {
        columns.map(\.rawValue).joined(separator: ",")
    }

    private static func words(_ typed: String) -> [Substring] {
        typed.split { $0.isWhitespace || ",，、".contains($0) }
    }

    private static func column(_ word: Substring) throws(StaffError) -> Column {
        switch vocabulary.meaning(of: String(word)) {
        case .name(let name):
            guard let column = Column(rawValue: name) else { throw unknown(word, near: []) }
            return column
        case .several(let entries): throw unknown(word, near: entries)
        case .unknown(let near): throw unknown(word, near: near)
        }
    }

    private static var vocabulary: Vocabulary {
        Vocabulary(
            Column.allCases.map { .init(name: $0.rawValue, label: $0.label, others: $0.others) })
    }

    private static func unknown(
        _ typed: some StringProtocol, near: [Vocabulary.Entry]
    ) -> StaffError {
        func words(_ language: Language) -> String {
            let known = language.list(Column.allCases.map { $0.label.text(in: language) })
            let nearest = language.list(near.map { $0.label.text(in: language) })
            let suggestion =
                near.isEmpty ? "" : language("是否指：\(nearest)？", "did you mean \(nearest)? ")
            return language(
                "没有“\(typed)”这一列。\(suggestion)现有：\(known)",
                "no column “\(typed)”. \(suggestion)Known: \(known)"
            ).plain
        }
        return .usage(zh: words(.zh), en: words(.en))
    }
}

/// By which column a list is sorted, and which way.
struct SortTerm<Column: ListColumn>: Hashable {
    let column: Column
    let isDescending: Bool
}
