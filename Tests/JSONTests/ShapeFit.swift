@testable import APIModel

/// Holds what was written against the shape that its type is said to have.
struct ShapeFit {
    private(set) var faults: [String] = []
    /// Each member of each record that was written.
    private(set) var seen: Set<String> = []

    mutating func hold(_ value: JSONValue, against shape: Shape, at place: String = "") {
        switch (shape, value) {
        case (.anything, _), (.text, .text), (.boolean, .boolean), (.integer, .integer),
            (.number, .integer), (.number, .number), (.nullable, .null):
            break
        case (.choice(let names), .text(let name)) where names.contains(name): break
        case (.nullable(let shape), _): hold(value, against: shape, at: place)
        case (.list(let shape), .list(let items)):
            for item in items { hold(item, against: shape, at: place + "[]") }
        case (.map(let shape), .object(let members)):
            for item in members.values { hold(item, against: shape, at: place + "{}") }
        case (.record(let record), .object(let members)): hold(members, against: record, at: place)
        default: faults.append("\(place): \(value) is not \(shape)")
        }
    }

    private mutating func hold(
        _ members: [String: JSONValue], against record: Shape.Record, at place: String
    ) {
        for (name, member) in record.members where member.isRequired && members[name] == nil {
            faults.append("\(place)/\(name) is missing")
        }
        for (name, value) in members {
            guard let member = record.members[name] else {
                faults.append("\(place)/\(name) is not in \(record.name)")
                continue
            }
            seen.insert("\(record.name).\(name)")
            hold(value, against: member.shape, at: "\(place)/\(name)")
        }
    }
}

extension Shape {
    /// Each member of each record below it.
    var memberNames: Set<String> {
        switch self {
        case .anything, .text, .boolean, .integer, .number, .choice: []
        case .nullable(let shape), .list(let shape), .map(let shape): shape.memberNames
        case .record(let record):
            record.members.reduce(into: []) { names, member in
                names.insert("\(record.name).\(member.key)")
                names.formUnion(member.value.shape.memberNames)
            }
        }
    }
}
