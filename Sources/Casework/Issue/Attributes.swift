package import JSON
package import Workflow

/// Holds what the workflow recorded about an issue: who has it, how it is classed, what was counted.
///
/// Invariant: no value is `.null`; clearing removes the attribute. Counters, marks of actions and
/// charges are never taken back.
package struct Attributes: Hashable, Sendable {
    package private(set) var recorded: RecordedValues

    package init() {
        recorded = RecordedValues()
    }

    /// - Parameter values: by their names in the record.
    package init(_ values: [String: FieldValue]) {
        recorded = RecordedValues(values.filter { $0.value != .null })
    }

    package subscript(attribute: Attribute) -> FieldValue? {
        get { recorded.attributes[attribute] }
        set { recorded.attributes[attribute] = newValue == .null ? nil : newValue }
    }

    /// Overlays changes; a null removes the attribute.
    package mutating func overlay(_ changes: RecordedValues) {
        for (attribute, value) in changes.attributes { self[attribute] = value }
        // What takes nothing in is not copied either.
        if !changes.counters.isEmpty { recorded.counters.merge(changes.counters) { $1 } }
        if !changes.lastTaken.isEmpty { recorded.lastTaken.merge(changes.lastTaken) { $1 } }
        if !changes.charges.isEmpty { recorded.charges.merge(changes.charges) { $1 } }
        for (name, value) in changes.others {
            recorded.others[name] = value == .null ? nil : value
        }
    }

    /// Lists what must be overlaid on an earlier state to get this one.
    package func changes(since earlier: Attributes) -> RecordedValues {
        let before = earlier.recorded
        var changes = RecordedValues()
        changes.attributes = recorded.attributes.filter { before.attributes[$0.key] != $0.value }
        for attribute in before.attributes.keys where recorded.attributes[attribute] == nil {
            changes.attributes[attribute] = .null
        }
        changes.counters = recorded.counters.filter { before.counters[$0.key] != $0.value }
        changes.lastTaken = recorded.lastTaken.filter { before.lastTaken[$0.key] != $0.value }
        changes.charges = recorded.charges.filter { before.charges[$0.key] != $0.value }
        return changes
    }
}

/// What is recorded beside the attributes.
extension Attributes {
    package func count(_ counter: CounterName) -> Int { Int(recorded.counters[counter] ?? 0) }

    /// - Parameter part: what it is counted for one by one; nil: what is counted in all.
    package func count(_ counter: String, of part: String? = nil) -> Int {
        count(CounterName(counter, of: part))
    }

    package mutating func increase(_ counter: CounterName) {
        recorded.counters[counter, default: 0] += 1
    }

    /// What a counter was counted for one by one, e.g. codes of units.
    func parts(ofCounter counter: String) -> [String] {
        recorded.counters.keys.compactMap { $0.part(of: counter) }
    }

    /// The last time that a tracked action was taken, and by whom.
    package func last(_ action: String) -> LastTaken? { recorded.lastTaken[action] }

    package mutating func setLast(_ action: String, _ taken: LastTaken) {
        recorded.lastTaken[action] = taken
    }

    /// Working seconds that the issue spent at units which it was taken from, ordered by code.
    package var charges: [(unit: String, workingSeconds: Int64)] {
        recorded.charges.map { ($0.key, $0.value) }.sorted { $0.unit < $1.unit }
    }

    mutating func charge(_ unit: String, workingSeconds: Int64) {
        recorded.charges[unit, default: 0] += workingSeconds
    }
}

extension Attributes: OpenValue {
    /// Grouped by form, as they stand in the record.
    package init(_ element: JSONElement) throws {
        guard let texts = element["texts"], let numbers = element["numbers"] else {
            throw element.unfit(Self.self)
        }
        self.init()
        try take(numbers, .numbers)
        try take(texts, .texts)
        if let others = element["others"] { try take(others, .others) }
    }

    private mutating func take(_ members: JSONElement, _ group: Group) throws {
        guard case .object = members.kind else { throw members.unfit(Self.self) }
        try members.forEachMember { name, element in
            let value = try FieldValue(element)
            guard Group(of: value) == group else { throw element.unfit(Self.self) }
            recorded.put(value, as: name.text)
        }
    }

    /// Grouped by form: "numbers", "others" where there are any, "texts".
    package func write(to writer: inout JSONWriter) throws {
        let sorted = recorded.members
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
        _ sorted: [(name: String, value: FieldValue)], of group: Group,
        to writer: inout JSONWriter
    ) throws {
        writer.beginObject()
        for (name, value) in sorted where Group(of: value) == group {
            writer.name(name)
            try value.write(to: &writer)
        }
        writer.end()
    }
}
