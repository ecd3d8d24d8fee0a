/// Sorts the items of a list; what is alike stays in the server's order.
struct ListOrder<Column: ListColumn> {
    let terms: [SortTerm<Column>]

    func sorted<Line>(_ lines: [Line], by item: (Line) -> Column.Item) -> [Line] {
        guard !terms.isEmpty else { return lines }
        let keyed = lines.enumerated().map { place, line in
            let item = item(line)
            return (keys: terms.map { $0.column.key(of: item) }, place: place, line: line)
        }
        return keyed.sorted { one, other in
            for (term, (left, right)) in zip(terms, zip(one.keys, other.keys)) {
                let order = order(left, right, isDescending: term.isDescending)
                if order != 0 { return order < 0 }
            }
            return one.place < other.place
        }.map(\.line)
    }

    private func order(_ left: SortKey, _ right: SortKey, isDescending: Bool) -> Int {
        guard left != .none, right != .none else {
            return (left == .none ? 1 : 0) - (right == .none ? 1 : 0)
        }
        return left.compared(to: right) * (isDescending ? -1 : 1)
    }
}
