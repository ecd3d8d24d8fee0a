package import Workflow

/// Finds who holds a role where.
extension Directory {
    /// Lists those who hold the role over exactly this unit.
    package func holders(of role: Right.Role, over unit: UnitID) -> [Person] {
        persons.filter { $0.grants.contains { $0.role == role && $0.unit == unit } }
    }

    /// Lists those who hold the role over a unit of the division.
    package func holders(of role: Right.Role, in division: String) -> [Person] {
        persons.filter { person in
            person.grants.contains { $0.role == role && unit($0.unit)?.division == division }
        }
    }

    /// Lists those who hold the role over the unit, or over the nearest unit above that has any.
    package func nearestHolders(of role: Right.Role, above unit: UnitID) -> [Person] {
        for ancestor in ancestors(of: unit) {
            let found = holders(of: role, over: ancestor)
            if !found.isEmpty { return found }
        }
        return []
    }
}
