import Casework
import WorkingTime

/// A place in the list of pairings: by officer, then by what it is paired with, level and first day.
struct PairingPlace: Comparable {
    private let person: Int64
    private let kind: Int64
    private let enterprise: Int64
    private let level: Int64
    /// Units: microseconds.
    private let from: Int64
    /// Of a project or a chain.
    private let code: String

    init(_ person: PersonID, _ pairing: Pairing) {
        self.person = person.rawValue
        level = Int64(pairing.level)
        from = pairing.validity.from?.microseconds ?? .min
        switch pairing.subject {
        case .enterprise(let id): (kind, enterprise, code) = (0, id.rawValue, "")
        case .project(let code): (kind, enterprise, self.code) = (1, 0, code)
        case .chain(let code): (kind, enterprise, self.code) = (2, 0, code)
        }
    }

    /// Reads what `text` wrote.
    init(_ text: String) throws(RequestFault) {
        let parts = (OpaqueText.plain(text) ?? "").split(
            separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let numbers = parts.prefix(5).compactMap { Int64($0) }
        guard parts.count == 6, numbers.count == 5 else { throw .badCursor }
        (person, kind, enterprise) = (numbers[0], numbers[1], numbers[2])
        (level, from, code) = (numbers[3], numbers[4], String(parts[5]))
    }

    var text: String {
        OpaqueText.hidden("\(person):\(kind):\(enterprise):\(level):\(from):\(code)")
    }

    static func < (one: PairingPlace, other: PairingPlace) -> Bool {
        (one.person, one.kind, one.enterprise, one.code, one.level, one.from)
            < (other.person, other.kind, other.enterprise, other.code, other.level, other.from)
    }
}
