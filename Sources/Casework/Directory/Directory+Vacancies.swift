import Workflow
package import WorkingTime

extension Directory {
    /// Lists the units that lead, support or have an open issue as its office, and for which nobody
    /// can act: those without officers, and those that exist no more, alone or with what they are
    /// part of, and have no successor.
    package func vacancies(of issue: Issue, at instant: Instant) -> [Unit] {
        let attributes = issue.attributes
        let parties: [(code: String?, roles: [Right.Role])] =
            [(attributes.leadUnit, [.handler, .unitHead])]
            + attributes.supportingUnits.map { ($0, [.handler, .unitHead]) }
            + [(attributes.office, [.districtOffice, .cityOffice])]
        var seen: Set<UnitID> = []
        return parties.compactMap { party in
            guard let unit = party.code.flatMap(unit(code:)),
                seen.insert(unit.id).inserted, isVacant(unit, of: party.roles, at: instant)
            else { return nil }
            return unit
        }
    }

    private func isVacant(_ unit: Unit, of roles: [Right.Role], at instant: Instant) -> Bool {
        let existing = existing(unit.id, at: instant)
        let isWhole = ancestors(of: existing).allSatisfy { above in
            self.unit(self.existing(above, at: instant))?.exists(at: instant) == true
        }
        guard isWhole else { return true }
        return !roles.contains { role in
            nearestHolders(of: role, above: existing, at: instant).contains {
                holdsAnything($0, at: instant)
            }
        }
    }

    /// The instants at which it changes who may act: a unit or a person ends, a grant begins or ends.
    package var changes: Set<Instant> {
        let grants = persons.flatMap(\.grants).map(\.validity)
        return Set(units.compactMap(\.dissolvedAt)).union(persons.compactMap(\.leftAt))
            .union(grants.compactMap(\.from)).union(grants.compactMap(\.until))
    }
}
