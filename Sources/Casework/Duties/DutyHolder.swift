package import Workflow

/// Names who owes something: somebody by name, or a post, whoever holds it when one looks.
///
/// Units by their codes, as everywhere in the record.
package enum DutyHolder: Hashable, Sendable {
    case person(PersonID)
    /// The handlers of a unit, and its head.
    case unit(String)
    /// The head of a unit.
    case head(String)
    /// Those of a campaign office.
    case office(String)
    /// The leader in charge of a unit. Term: 分管领导.
    case leader(String)
    /// The task forces of a category.
    case force(category: String)
    /// The task forces that watch a division whole.
    case divisionForce(String)
    /// Every holder of a role.
    case role(Right.Role)
    /// The enterprise that the issue is of.
    case enterprise
    /// Those paired with an enterprise. Term: 包联.
    case paired(EnterpriseID)
    /// Those paired with a project, by its code.
    case pairedWithProject(String)

    /// The holder as it is stored: its kind, a colon, and who or where it is.
    package var key: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .unit(let code): "unit:\(code)"
        case .head(let code): "head:\(code)"
        case .office(let code): "office:\(code)"
        case .leader(let code): "leader:\(code)"
        case .force(let category): "force:\(category)"
        case .divisionForce(let division): "divisionForce:\(division)"
        case .role(let role): "role:\(role.rawValue)"
        case .enterprise: "enterprise:"
        case .paired(let id): "paired:\(id)"
        case .pairedWithProject(let code): "project:\(code)"
        }
    }

    /// Reads the stored form; nil where it is another.
    package init?(key: String) {
        let parts = key.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let found = Self.holder(parts[0], of: String(parts[1])) else {
            return nil
        }
        self = found
    }

    private static func holder(_ kind: Substring, of rest: String) -> DutyHolder? {
        switch kind {
        case "person": Int64(rest).map { .person(PersonID($0)) }
        case "unit": .unit(rest)
        case "head": .head(rest)
        case "office": .office(rest)
        case "leader": .leader(rest)
        case "force": .force(category: rest)
        case "divisionForce": .divisionForce(rest)
        case "role": Right.Role(rawValue: rest).map(DutyHolder.role)
        case "enterprise": .enterprise
        case "paired": Int64(rest).map { .paired(EnterpriseID($0)) }
        case "project": .pairedWithProject(rest)
        default: nil
        }
    }
}
