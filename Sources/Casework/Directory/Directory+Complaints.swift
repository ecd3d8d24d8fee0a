import Workflow
package import WorkingTime

/// Says whom a complaint about a unit concerns, and who has it in the end.
///
/// Source: DOMAIN §3.8.
extension Directory {
    /// The function of those who inspect officials. Term: 纪检监察.
    private static let inspection = "discipline"

    /// Tells whether a unit inspects officials, or is part of one that does: it is nobody's
    /// subordinate in what it hears about them.
    package func isInspection(_ unit: UnitID) -> Bool { inspectionRoot(of: unit) != nil }

    private func inspectionRoot(of unit: UnitID) -> UnitID? {
        ancestors(of: unit).last {
            self.unit($0)?.functions.contains(Self.inspection) ?? false
        }
    }

    /// Lists the inspections of a division and of those above it, the nearest first.
    func inspections(from division: String, at instant: Instant) -> [Unit] {
        divisionAndAbove(division).flatMap { code in
            units.filter {
                $0.division == code && $0.exists(at: instant)
                    && $0.functions.contains(Self.inspection)
            }
        }
    }

    /// Tells whether a unit is the one complained of, or its subordinate.
    package func unit(_ unit: UnitID, isSubordinateTo complained: UnitID) -> Bool {
        guard let root = inspectionRoot(of: unit) else {
            return self.unit(unit, isWithin: complained)
        }
        return self.unit(complained, isWithin: root)
    }

    /// Lists the units about which a complaint concerns whoever holds a grant: the unit of the grant
    /// and those above it; what lies below it, where the holder answers for that; and the campaign
    /// office through which it is held, as an office's people hold theirs over the unit above, with
    /// the offices above that one.
    func unitsThatConcern(_ grant: Person.Grant) -> Set<UnitID> {
        if let root = inspectionRoot(of: grant.unit) { return subtree(of: root) }
        var concerned = Set(ancestors(of: grant.unit))
        switch grant.role {
        case .handler, .unitHead: concerned.formUnion(subtree(of: grant.unit))
        case .districtOffice, .cityOffice:
            let divisions = unit(grant.unit).map { divisionAndAbove($0.division) } ?? []
            for office in units
            where office.kind == .campaignOffice && divisions.contains(office.division) {
                concerned.formUnion(subtree(of: office.id))
            }
        case .serviceOfficer, .taskForce, .leader, .caller, .auditor, .integrator,
            .systemAdministrator, .securityAdministrator, .auditAdministrator, .system, .enterprise:
            break
        }
        return concerned
    }
}

/// Who has an issue.
extension Directory {
    /// Finds the office that has an issue: that of its division, or the nearest above.
    ///
    /// A complaint goes to the first that it does not concern and that has somebody, in the end to
    /// the inspection of the division or of one above.
    ///
    /// - Returns: nil where nobody could have it.
    func office(for issue: Issue, at instant: Instant) -> Unit? {
        guard isComplaint(issue) else {
            return campaignOffice(of: issue.attributes.division, at: instant)
        }
        return takers(of: issue, at: instant).first {
            mayHave($0, issue, at: instant)
        }
    }

    /// Finds the office one level up; that of a complaint is the next one that it does not concern.
    ///
    /// - Returns: nil where there is none, or where nobody there could have the issue.
    package func officeAbove(_ office: Unit, for issue: Issue, at instant: Instant) -> Unit? {
        guard isComplaint(issue) else { return officeAbove(office.id, at: instant) }
        let takers = takers(of: issue, at: instant)
        guard let place = takers.firstIndex(where: { $0.id == office.id }) else { return nil }
        return takers[(place + 1)...].first { mayHave($0, issue, at: instant) }
    }

    private func isComplaint(_ issue: Issue) -> Bool {
        issue.attributes.complainedUnit.flatMap(unit(code:)) != nil
    }

    /// The offices from the issue's division upwards, and after them the inspections.
    private func takers(of issue: Issue, at instant: Instant) -> [Unit] {
        let division = issue.attributes.division
        let offices = divisionAndAbove(division).compactMap {
            campaignOffice(of: $0, at: instant)
        }
        return offices + inspections(from: division, at: instant)
    }

    private func mayHave(_ office: Unit, _ issue: Issue, at instant: Instant) -> Bool {
        let complained = issue.attributes.complainedUnit.flatMap(unit(code:))
        return !(complained.map { unit(office.id, isSubordinateTo: $0.id) } ?? false)
            && hasOfficers(office, for: issue, at: instant)
    }

    private func hasOfficers(_ office: Unit, for issue: Issue, at instant: Instant) -> Bool {
        [Right.Role.districtOffice, .cityOffice].contains { role in
            nearestHolders(of: role, above: office.id, at: instant).contains {
                holdsAnything($0, at: instant) && !bars($0, from: issue, at: instant)
            }
        }
    }
}
