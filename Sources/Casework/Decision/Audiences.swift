import Workflow

/// Finds the people who belong to an audience, as the directory stands now.
struct Audiences {
    let world: World
    let issue: Issue

    /// Lists whom to tell, each person once, and nobody who may not see the issue; an audience
    /// without anybody passes to the next level.
    func notices(for audiences: [Effect.Audience]) -> [Notice] {
        var seen = Set<PersonID>()
        return audiences.flatMap { audience in
            people(audience).filter(sees).map { Notice(person: $0.id, audience: audience.rawValue) }
        }.filter { seen.insert($0.person).inserted }
    }

    private func people(_ audience: Effect.Audience) -> [Person] {
        let attributes = issue.attributes
        switch audience {
        case .handler:
            let assigned = attributes.handler.flatMap(world.directory.person)
            if let assigned { return [assigned] }
            let handlers = holders(.handler, of: attributes.leadUnit)
            return handlers.isEmpty ? people(.unitHead) : handlers
        case .unitHead:
            let heads = holders(.unitHead, of: attributes.leadUnit)
            return heads.isEmpty ? leaders() : heads
        case .supportingUnits:
            return attributes.supportingUnits.flatMap { holders(.handler, of: $0) }
        case .leaderInCharge: return leaders()
        case .office: return officers()
        case .filer: return issue.filer.flatMap(world.directory.person).map { [$0] } ?? []
        case .levelHolder: return levelHolders(from: attributes.level)
        }
    }

    /// Holders of a role over exactly this unit.
    private func holders(_ role: Right.Role, of code: String?) -> [Person] {
        guard let unit = code.flatMap(world.directory.unit(code:)) else { return [] }
        return world.directory.holders(of: role, over: unit.id)
    }

    private func sees(_ person: Person) -> Bool {
        Scope(of: .person(person), in: world.directory).sees(issue, in: world.directory)
    }

    /// Those who hold the office, by a role over it or over the unit that it belongs to.
    private func officers() -> [Person] {
        guard let unit = issue.attributes.office.flatMap(world.directory.unit(code:)) else {
            return []
        }
        let district = world.directory.nearestHolders(of: .districtOffice, above: unit.id)
        return district.isEmpty
            ? world.directory.nearestHolders(of: .cityOffice, above: unit.id) : district
    }

    private func leaders() -> [Person] {
        guard let unit = issue.attributes.leadUnit.flatMap(world.directory.unit(code:)) else {
            return []
        }
        return world.directory.nearestHolders(of: .leader, above: unit.id)
    }

    /// The holders at a level; where nobody is found, those at the next: never silence.
    private func levelHolders(from level: Int) -> [Person] {
        for step in world.ladder.levels where step.level >= level {
            let found = holders(at: step).filter(sees)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func holders(at step: Ladder.Level) -> [Person] {
        let directory = world.directory
        switch step.holder {
        case .pairing:
            let paired = directory.persons.filter {
                $0.holds(step.role) && $0.pairedEnterprises.contains(issue.enterprise)
            }
            let filer = issue.filer.flatMap(directory.person).map { [$0] } ?? []
            return paired.isEmpty ? filer : paired
        case .division:
            return directory.holders(of: step.role, in: issue.attributes.division)
        case .city:
            return directory.divisions.filter { $0.parent == nil }
                .flatMap { directory.holders(of: step.role, in: $0.code) }
        }
    }
}
