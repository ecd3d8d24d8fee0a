package import WorkingTime

/// Holds what the workflow recorded about an issue: who has it, how it is classed, what was counted.
///
/// Invariant: no value is `.null`; clearing removes the key.
package struct Attributes: Hashable, Sendable, Codable {
    package private(set) var values: [String: FieldValue]

    package init(_ values: [String: FieldValue] = [:]) {
        self.values = values
    }

    package init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: FieldValue].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
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
    package var complainedUnit: String? { values["complainedUnit"]?.text }
    package var isConfidential: Bool { values["confidential"]?.boolean ?? false }
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
        guard let value = values["last.\(action)"]?.object,
            let sequence = value["sequence"]?.integer, let at = value["at"]?.integer
        else { return nil }
        return LastTaken(
            sequence: Int(sequence), at: Instant(microseconds: at),
            by: value["by"]?.integer.map(PersonID.init))
    }

    package mutating func setLast(_ action: String, _ taken: LastTaken) {
        var value: [String: FieldValue] = [
            "sequence": .integer(Int64(taken.sequence)), "at": .integer(taken.at.microseconds),
        ]
        if let person = taken.by { value["by"] = .integer(person.rawValue) }
        self["last.\(action)"] = .object(value)
    }
}

/// Tells when an action was last taken on an issue.
package struct LastTaken: Hashable, Sendable {
    package let sequence: Int
    package let at: Instant
    /// Nil where the system or the enterprise took it.
    package let by: PersonID?
}
