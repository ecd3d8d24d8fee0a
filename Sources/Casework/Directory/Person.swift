package import Workflow

/// Somebody who acts: an officer, a handler, a leader, or a program with a name of its own.
package struct Person: Hashable, Sendable {
    /// A role over a unit and everything below it.
    package struct Grant: Hashable, Sendable {
        package let role: Right.Role
        package let unit: UnitID

        package init(role: Right.Role, unit: UnitID) {
            self.role = role
            self.unit = unit
        }
    }

    package let id: PersonID
    /// The name by which the person signs in; stable.
    package let login: String
    package let name: String
    package let phone: String?
    package let grants: [Grant]
    /// Enterprises that the person is paired with. Term: 包联.
    package let pairedEnterprises: Set<EnterpriseID>

    package init(
        id: PersonID, login: String, name: String, phone: String?, grants: [Grant],
        pairedEnterprises: Set<EnterpriseID>
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.phone = phone
        self.grants = grants
        self.pairedEnterprises = pairedEnterprises
    }

    package func holds(_ role: Right.Role) -> Bool {
        grants.contains { $0.role == role }
    }
}
