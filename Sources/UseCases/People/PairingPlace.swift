import Casework
import WorkingTime

/// A place in the list of pairings: by officer, then by what it is paired with, level and first day.
package struct PairingPlace: Comparable, Sendable {
    package let person: Int64
    /// 0 for an enterprise, 1 for a project, 2 for a chain.
    package let kind: Int64
    package let enterprise: Int64
    package let level: Int64
    /// Units: microseconds.
    package let from: Int64
    /// Of a project or a chain.
    package let code: String

    package init(
        person: Int64, kind: Int64, enterprise: Int64, level: Int64, from: Int64, code: String
    ) {
        self.person = person
        self.kind = kind
        self.enterprise = enterprise
        self.level = level
        self.from = from
        self.code = code
    }

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

    package static func < (one: PairingPlace, other: PairingPlace) -> Bool {
        (one.person, one.kind, one.enterprise, one.code, one.level, one.from)
            < (other.person, other.kind, other.enterprise, other.code, other.level, other.from)
    }
}
