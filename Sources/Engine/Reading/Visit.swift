package import Casework
package import WorkingTime

/// One visit of an officer to an enterprise. Term: 走访.
package struct Visit: Hashable, Sendable {
    package let id: Int64
    package let person: PersonID
    package let enterprise: EnterpriseID
    package let on: CalendarDate
    package let note: String?

    package init(
        id: Int64, person: PersonID, enterprise: EnterpriseID, on: CalendarDate, note: String?
    ) {
        self.id = id
        self.person = person
        self.enterprise = enterprise
        self.on = on
        self.note = note
    }
}
