package import Workflow

/// Tells what a name in the record is the name of.
package enum RecordedName: Hashable, Sendable {
    case attribute(Attribute)
    case counter(CounterName)
    /// When an action was taken last.
    case lastTaken(action: String)
    /// What is charged to a unit.
    case charge(unit: String)
    /// A name that nothing declares.
    case other(String)

    package init(_ text: String) {
        guard let (family, own) = RecordedFamily.parted(text) else {
            self = Attribute(name: text).map(Self.attribute) ?? .other(text)
            return
        }
        switch family {
        case .count: self = .counter(CounterName(own))
        case .last: self = .lastTaken(action: own)
        case .charged: self = .charge(unit: own)
        }
    }

    package var text: String {
        switch self {
        case .attribute(let attribute): attribute.name
        case .counter(let counter): RecordedFamily.count.name(counter.text)
        case .lastTaken(let action): RecordedFamily.last.name(action)
        case .charge(let unit): RecordedFamily.charged.name(unit)
        case .other(let text): text
        }
    }
}
