/// Says who may take an action: a role, and how its holder stands to the issue.
package struct Right: Hashable, Sendable {
    /// Names the roles that people, programs and the system itself act in.
    package enum Role: String, CaseIterable, Sendable {
        case serviceOfficer, handler, unitHead, taskForce, districtOffice, cityOffice
        case leader, caller, auditor, integrator
        case systemAdministrator, securityAdministrator, auditAdministrator
        /// The alarms.
        case system
        /// The enterprise, through its personal link.
        case enterprise
    }

    /// Names the ways in which the holder of a role can stand to an issue.
    package enum Relation: String, CaseIterable, Sendable {
        /// Filed the issue.
        case filer
        /// Is paired with the enterprise. Term: 包联.
        case pairedOfficer
        /// Holds the role over the lead unit.
        case leadUnit
        /// Holds the role over one of the supporting units.
        case supportingUnit
        /// Holds the role over the campaign office that has the issue.
        case office
        /// Holds the role in a task force of the category, or of its division.
        case category
        /// Was named when the issue reached its level of attention.
        case levelHolder
        /// Leads the lead unit, or the office that has the issue. Term: 分管.
        case leaderInCharge
        /// Is the handler that the lead unit named.
        case assignedHandler
        /// Any holder of the role.
        case any
    }

    package let role: Role
    package let relation: Relation
    /// Actions whose last author must be somebody else, compared by person.
    package let notSamePersonAs: [String]
    /// States of the issue in which the right is held; empty: wherever the action leads on.
    package let states: [String]

    package init(
        role: Role, relation: Relation, notSamePersonAs: [String] = [], states: [String] = []
    ) {
        self.role = role
        self.relation = relation
        self.notSamePersonAs = notSamePersonAs
        self.states = states
    }
}
