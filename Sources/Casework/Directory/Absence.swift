/// A time in which an officer is away.
package struct Absence: Hashable, Sendable {
    package let validity: Validity
    /// Who stands in this time; nil: the standing deputies.
    package let deputy: PersonID?

    package init(validity: Validity, deputy: PersonID? = nil) {
        self.validity = validity
        self.deputy = deputy
    }
}

/// A shift on a unit's duty roster.
package struct DutyShift: Hashable, Sendable {
    package let unit: UnitID
    package let person: PersonID
    package let validity: Validity

    package init(unit: UnitID, person: PersonID, validity: Validity) {
        self.unit = unit
        self.person = person
        self.validity = validity
    }
}
