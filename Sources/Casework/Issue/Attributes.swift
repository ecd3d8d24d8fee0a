package import JSON
package import WorkingTime

/// Holds what the workflow recorded about an issue: who has it, how it is classed, what was counted.
///
/// Invariant: no value is `.null`; clearing removes the key.
package struct Attributes: Hashable, Sendable, OpenValue {
    package private(set) var values: [String: FieldValue]

    package init(_ values: [String: FieldValue] = [:]) {
        self.values = values
    }

    /// Grouped by form, as they stand in the record.
    package init(_ element: JSONElement) throws {
        guard let texts = element["texts"], let numbers = element["numbers"] else {
            throw element.unfit(Self.self)
        }
        values = Dictionary(minimumCapacity: 32)
        try take(numbers, .numbers)
        try take(texts, .texts)
        if let others = element["others"] { try take(others, .others) }
    }

    private mutating func take(_ members: JSONElement, _ group: Group) throws {
        guard case .object = members.kind else { throw members.unfit(Self.self) }
        try members.forEachMember { name, element in
            let value = try FieldValue(element)
            guard Group(of: value) == group else { throw element.unfit(Self.self) }
            values[name.text] = value
        }
    }

    /// Grouped by form: "numbers", "others" where there are any, "texts".
    package func write(to writer: inout JSONWriter) throws {
        let sorted = values.sorted { JSONWriter.precedes($0.key, $1.key) }
        writer.beginObject()
        writer.name("numbers")
        try write(sorted, of: .numbers, to: &writer)
        if sorted.contains(where: { Group(of: $0.value) == .others }) {
            writer.name("others")
            try write(sorted, of: .others, to: &writer)
        }
        writer.name("texts")
        try write(sorted, of: .texts, to: &writer)
        writer.end()
    }

    private enum Group {
        case numbers, others, texts

        init(of value: FieldValue) {
            switch value {
            case .integer: self = .numbers
            case .text: self = .texts
            case .null, .boolean, .list, .object: self = .others
            }
        }
    }

    private func write(
        _ sorted: [(key: String, value: FieldValue)], of group: Group, to writer: inout JSONWriter
    ) throws {
        writer.beginObject()
        for (name, value) in sorted where Group(of: value) == group {
            writer.name(name)
            try value.write(to: &writer)
        }
        writer.end()
    }

    package subscript(name: String) -> FieldValue? {
        get { values[name] }
        set { values[name] = newValue == .null ? nil : newValue }
    }

    /// Overlays changes; a null removes the attribute.
    package mutating func overlay(_ changes: [String: FieldValue]) {
        for (name, value) in changes { self[name] = value }
    }

    /// Lists what must be overlaid on an earlier state to get this one.
    package func changes(since earlier: Attributes) -> [String: FieldValue] {
        var changes = values.filter { earlier.values[$0.key] != $0.value }
        for name in earlier.values.keys where values[name] == nil { changes[name] = .null }
        return changes
    }
}

extension Attributes {
    package var issueClass: String? { values["class"]?.text }
    package var category: String { values["category"]?.text ?? "" }
    package var division: String { values["division"]?.text ?? "" }
    /// Codes of units, not ids: they stay readable in the record and survive renaming.
    package var leadUnit: String? { values["leadUnit"]?.text }
    package var supportingUnits: [String] {
        values["supportingUnits"]?.list?.compactMap(\.text) ?? []
    }
    package var office: String? { values["office"]?.text }
    package var handler: PersonID? { values["handler"]?.integer.map(PersonID.init) }
    /// The township, street or park that the enterprise lies in; a code of a unit.
    package var locality: String? { values["locality"]?.text }
    /// Tags of the enterprise when the issue was filed.
    package var tags: [String] { values["tags"]?.list?.compactMap(\.text) ?? [] }
    /// Codes of the enterprise's industrial chains when the issue was filed.
    package var chains: [String] { values["chains"]?.list?.compactMap(\.text) ?? [] }
    /// A code of a project.
    package var project: String? { values["project"]?.text }
    /// Who was named when the escalation level was reached, and for whom they stood in.
    package var levelHolders: [PersonID] {
        values["levelHolders"]?.list?.compactMap { $0.integer.map(PersonID.init) } ?? []
    }
    /// Working seconds that the issue spent at units which it was taken from, ordered by code.
    package var charges: [(unit: String, workingSeconds: Int64)] {
        values.compactMap { name, value in
            guard name.hasPrefix(Self.chargePrefix), let seconds = value.integer else { return nil }
            return (String(name.dropFirst(Self.chargePrefix.count)), seconds)
        }.sorted { $0.unit < $1.unit }
    }
    static let chargePrefix = "charged."
    /// What a counter was counted for one by one, e.g. codes of units.
    func parts(ofCounter counter: String) -> [String] {
        let prefix = "count.\(counter)."
        return values.keys.filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
        }
    }
    package var complainedUnit: String? { values["complainedUnit"]?.text }
    /// Tells whether whoever may read an issue with these may read one with the others.
    func haveReaders(of others: Attributes) -> Bool {
        isConfidential == others.isConfidential && complainedUnit == others.complainedUnit
    }

    /// An issue that complains about a unit always is.
    package var isConfidential: Bool {
        complainedUnit != nil || values["confidential"]?.boolean ?? false
    }
    /// False where the issue was taken over from a ledger. Term: 导入未核验.
    package var isAttested: Bool { values["notAttested"]?.boolean != true }
    /// The escalation level, 0 to 6. Term: 提级.
    package var level: Int { values["level"]?.integer.map(Int.init) ?? 0 }
    package var card: String? { values["card"]?.text }

    package func count(_ counter: String) -> Int {
        values["count.\(counter)"]?.integer.map(Int.init) ?? 0
    }

    package mutating func increase(_ counter: String) {
        self["count.\(counter)"] = .integer(Int64(count(counter) + 1))
    }

    /// The last time that a tracked action was taken, and by whom.
    package func last(_ action: String) -> LastTaken? {
        values["last.\(action)"]?.text.flatMap(LastTaken.init(text:))
    }

    package mutating func setLast(_ action: String, _ taken: LastTaken) {
        self["last.\(action)"] = .text(taken.text)
    }
}

/// Tells when an action was last taken on an issue.
package struct LastTaken: Hashable, Sendable {
    package let sequence: Int
    package let at: Instant
    /// Nil where the system or the enterprise took it.
    package let by: PersonID?

    package init(sequence: Int, at: Instant, by: PersonID?) {
        self.sequence = sequence
        self.at = at
        self.by = by
    }

    /// Reads `sequence microseconds person`; the person is `-` where there is none.
    init?(text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let sequence = Int(parts[0]), let at = Int64(parts[1]) else {
            return nil
        }
        self.init(
            sequence: sequence, at: Instant(microseconds: at),
            by: Int64(parts[2]).map(PersonID.init))
    }

    var text: String { "\(sequence) \(at.microseconds) \(by?.description ?? "-")" }
}
