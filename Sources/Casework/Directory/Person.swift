package import Workflow
package import WorkingTime

/// Somebody who acts: an officer, a handler, a leader, or a program with a name of its own.
package struct Person: Hashable, Sendable {
    /// A role over a unit and everything below it.
    package struct Grant: Hashable, Sendable {
        package let role: Right.Role
        package let unit: UnitID
        package let validity: Validity
        /// Whose role it is where the holder stands in for somebody absent.
        package let lentBy: PersonID?

        package init(
            role: Right.Role, unit: UnitID, validity: Validity = .always, lentBy: PersonID? = nil
        ) {
            self.role = role
            self.unit = unit
            self.validity = validity
            self.lentBy = lentBy
        }
    }

    package let id: PersonID
    /// The name by which the person signs in; stable.
    package let login: String
    package let name: String
    package let phone: String?
    package let email: String?
    package let grants: [Grant]
    package let pairings: [Pairing]
    /// When the person left the service; nil while it lasts.
    package let leftAt: Instant?
    /// Absent persons for whom this one acts now.
    package let standsInFor: Set<PersonID>

    package init(
        id: PersonID, login: String, name: String, phone: String?, email: String? = nil,
        grants: [Grant], pairings: [Pairing], leftAt: Instant? = nil,
        standsInFor: Set<PersonID> = []
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.phone = phone
        self.email = email
        self.grants = grants
        self.pairings = pairings
        self.leftAt = leftAt
        self.standsInFor = standsInFor
    }

    /// Makes a person who is paired with enterprises as their service officer.
    package init(
        id: PersonID, login: String, name: String, phone: String?, grants: [Grant],
        pairedEnterprises: Set<EnterpriseID>
    ) {
        self.init(
            id: id, login: login, name: name, phone: phone, grants: grants,
            pairings: pairedEnterprises.sorted().map { Pairing(subject: .enterprise($0)) })
    }

    package func holds(_ role: Right.Role) -> Bool {
        grants.contains { $0.role == role }
    }

    /// Enterprises that the person is paired with. Term: 包联.
    package var pairedEnterprises: Set<EnterpriseID> {
        pairings.reduce(into: []) { found, pairing in
            if case .enterprise(let enterprise) = pairing.subject { found.insert(enterprise) }
        }
    }

    /// Tells whether the person is paired with the issue's enterprise, or, where it has none, with its
    /// project.
    func isPaired(withSubjectOf issue: Issue) -> Bool {
        if let enterprise = issue.enterprise { return pairedEnterprises.contains(enterprise) }
        return pairings.contains { pairing in
            if case .project(let code) = pairing.subject {
                code == issue.attributes.project
            } else {
                false
            }
        }
    }

    /// Tells whether the person is this one, or stands in for it.
    package func actsAs(_ other: PersonID?) -> Bool {
        other.map { $0 == id || standsInFor.contains($0) } ?? false
    }

    /// Tells whether something about the person begins or ends at some time.
    var isDated: Bool {
        leftAt != nil || grants.contains { $0.validity != .always }
            || pairings.contains { $0.validity != .always }
    }
}
