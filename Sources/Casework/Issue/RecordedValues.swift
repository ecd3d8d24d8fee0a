package import JSON
package import Workflow

/// Holds values by what they are of. A head holds all that is recorded of its issue; an event those
/// that it changed, an attribute as null where it cleared it.
package struct RecordedValues: Hashable, Sendable {
    package internal(set) var attributes: [Attribute: FieldValue] = [:]
    package internal(set) var counters: [CounterName: Int64] = [:]
    /// When actions that some right or guard asks for were taken last, by their names.
    package internal(set) var lastTaken: [String: LastTaken] = [:]
    /// Working seconds that the issue spent at units which it was taken from, by their codes.
    package internal(set) var charges: [String: Int64] = [:]
    /// What nothing declares, by its name in the record: what another version of the program wrote.
    package internal(set) var others: [String: FieldValue] = [:]

    package init() {}

    /// - Parameter values: by their names in the record.
    package init(_ values: [String: FieldValue]) {
        for (name, value) in values { put(value, as: name) }
    }

    /// Takes a value over from the record. What has not the form of its kind stays as it is.
    mutating func put(_ value: FieldValue, as name: String) {
        if !take(value, as: RecordedName(name)) { others[name] = value }
    }

    private mutating func take(_ value: FieldValue, as name: RecordedName) -> Bool {
        switch name {
        case .attribute(let attribute): attributes[attribute] = value
        case .counter(let counter):
            guard let count = value.integer else { return false }
            counters[counter] = count
        case .lastTaken(let action):
            guard let taken = value.text.flatMap(LastTaken.init(text:)) else { return false }
            lastTaken[action] = taken
        case .charge(let unit):
            guard let seconds = value.integer else { return false }
            charges[unit] = seconds
        case .other: return false
        }
        return true
    }

    /// All of them as they stand in the record, sorted by name.
    var members: [(name: String, value: FieldValue)] {
        var members: [(name: String, value: FieldValue)] = []
        members.reserveCapacity(
            attributes.count + counters.count + lastTaken.count + charges.count + others.count)
        for (attribute, value) in attributes { members.append((attribute.name, value)) }
        for (counter, count) in counters {
            members.append((RecordedName.counter(counter).text, .integer(count)))
        }
        for (action, taken) in lastTaken {
            members.append((RecordedName.lastTaken(action: action).text, .text(taken.text)))
        }
        for (unit, seconds) in charges {
            members.append((RecordedName.charge(unit: unit).text, .integer(seconds)))
        }
        for (name, value) in others { members.append((name, value)) }
        members.sort { JSONWriter.precedes($0.name, $1.name) }
        return members
    }
}

extension RecordedValues: OpenValue {
    package init(_ element: JSONElement) throws {
        guard case .object = element.kind else { throw element.unfit(Self.self) }
        try element.forEachMember { name, value in put(try FieldValue(value), as: name.text) }
    }

    package func write(to writer: inout JSONWriter) throws {
        writer.beginObject()
        for (name, value) in members {
            writer.name(name)
            try value.write(to: &writer)
        }
        writer.end()
    }
}
