package import Languages

extension Attribute {
    /// Finds an attribute by its name in the record, in files and in answers.
    package init?(name: String) {
        guard let attribute = Self.byName[name] else { return nil }
        self = attribute
    }

    /// The name in the record, in files and in answers.
    package var name: String { Self.declared[Int(rawValue)].name }
    package var kind: AttributeKind { Self.declared[Int(rawValue)].kind }
    package var label: Label { Self.declared[Int(rawValue)].label }
    package var visibility: AttributeDeclaration.Visibility {
        Self.declared[Int(rawValue)].visibility
    }
    package var origin: AttributeDeclaration.Origin { Self.declared[Int(rawValue)].origin }
    /// The column of the head that it fills, so that lists can be asked for by it.
    package var column: HeadColumn? { Self.declared[Int(rawValue)].column }

    /// Those that actions may set, clear or look at, in the order of the cases.
    package static let ofWorkflows = allCases.filter { $0.origin != .engine }

    /// In the order of the cases, whose raw values count from 0.
    private static let declared = allCases.map(\.declaration)
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
