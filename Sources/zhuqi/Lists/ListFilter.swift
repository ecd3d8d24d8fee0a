import Languages

/// What a list is narrowed to, in the words that were typed.
struct ListFilter: Hashable, Sendable {
    enum Name: String, CaseIterable {
        case unit, state, `class`, category, division, workflow, search

        var option: String { "--\(rawValue)" }
    }

    var values: [Name: String]

    subscript(_ name: Name) -> String? { values[name] }

    var isEmpty: Bool { values.isEmpty }

    /// As they stand on a command line.
    var arguments: [String] {
        Name.allCases.flatMap { name in values[name].map { [name.option, $0] } ?? [] }
    }

    /// What stands here, and of the other what does not.
    func over(_ other: ListFilter) -> ListFilter {
        ListFilter(values: values.merging(other.values) { own, _ in own })
    }
}
