import Workflow
package import WorkingTime

/// Somebody who holds a level of a ladder at an instant.
package struct LevelHolder: Hashable, Sendable {
    package let presence: Presence
    /// How the one whose post it is was found.
    package let way: Ladder.Way
    /// Since when that one holds the post; nil where the directory does not say.
    package let since: Instant?
}

/// Finds who holds the levels of the ladders for one issue, at an instant.
package struct HolderSearch: Sendable {
    let world: World
    let issue: Issue
    let at: Instant

    package init(world: World, issue: Issue, at: Instant) {
        self.world = world
        self.issue = issue
        self.at = at
    }

    /// Finds those whom a level names now: the first finder that finds anybody, deputies in place
    /// of the absent, nobody who may not read the issue.
    package func holders(at level: Ladder.Level) -> [LevelHolder] {
        for finder in level.finders {
            let found = present(candidates(finder, at: level.level), finder.way)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Finds the holders of the lowest level from one on that has any, and the levels passed over.
    package func lowest(
        of ladder: Ladder, from level: Int
    ) -> (level: Ladder.Level, holders: [LevelHolder], skipped: [Int])? {
        var skipped: [Int] = []
        for step in ladder.levels where step.level >= level {
            let found = holders(at: step)
            if !found.isEmpty { return (step, found, skipped) }
            skipped.append(step.level)
        }
        return nil
    }

    /// Puts who is there in place of who is away; each once, and nobody of a unit that the issue
    /// complains about.
    func present(_ persons: [Person], _ way: Ladder.Way) -> [LevelHolder] {
        var seen: Set<PersonID> = []
        return persons.compactMap { world.directory.present($0, at: at, where: mayAct) }
            .filter { seen.insert($0.person.id).inserted }
            .map { presence in
                let owner = presence.insteadOf.first.flatMap(world.directory.person)
                return LevelHolder(
                    presence: presence, way: way,
                    since: since(owner ?? presence.person, way))
            }
    }

    /// When the pairing or the grants by which somebody holds a post began, if they have a date.
    private func since(_ person: Person, _ way: Ladder.Way) -> Instant? {
        switch way {
        case .pairing, .chain, .project:
            person.pairings.filter { $0.validity.holds(at: at) && concerns($0.subject, way) }
                .compactMap(\.validity.from).max()
        case .assigned, .filer: nil
        default:
            person.grants.filter { $0.validity.holds(at: at) }.compactMap(\.validity.from).max()
        }
    }

    private func concerns(_ subject: Pairing.Subject, _ way: Ladder.Way) -> Bool {
        switch subject {
        case .enterprise(let enterprise): way == .pairing && enterprise == issue.enterprise
        case .chain(let code): way == .chain && issue.attributes.chains.contains(code)
        case .project(let code): way == .project && issue.attributes.project == code
        }
    }

    /// Whoever has no role can't sign in, and nobody reads about its own unit.
    private func mayAct(_ person: Person) -> Bool {
        !world.directory.acting(person, at: at).grants.isEmpty
            && !world.scope(of: .person(person), at: at)
                .isBarred(from: issue, in: world.directory)
    }

    private func candidates(_ finder: Ladder.Finder, at level: Int) -> [Person] {
        let directory = world.directory
        let attributes = issue.attributes
        switch finder.way {
        case .assigned: return attributes.handler.flatMap(directory.person).map { [$0] } ?? []
        case .filer: return issue.serviceOfficer.flatMap(directory.person).map { [$0] } ?? []
        case .pairing:
            return paired(.enterprise(issue.enterprise), level, finder)
        case .chain: return attributes.chains.flatMap { paired(.chain($0), level, finder) }
        case .project:
            return attributes.project.map { paired(.project($0), level, finder) } ?? []
        case .leadUnit: return over(attributes.leadUnit, finder)
        case .aboveLeadUnit: return above(attributes.leadUnit, finder)
        case .locality: return inLocality(finder)
        case .division: return inDivision(attributes.division, finder)
        case .function: return competent(finder)
        case .office: return above(attributes.office, finder)
        case .city:
            return directory.divisions.filter { $0.parent == nil }
                .flatMap { inDivision($0.code, finder) }
        }
    }

    private func paired(
        _ subject: Pairing.Subject, _ level: Int, _ finder: Ladder.Finder
    ) -> [Person] {
        world.directory.paired(with: subject, level: level, at: at).filter { person in
            finder.role.map(person.holds) ?? true
        }
    }

    private func over(_ code: String?, _ finder: Ladder.Finder) -> [Person] {
        guard let unit = code.flatMap(world.directory.unit(code:)), let role = finder.role else {
            return []
        }
        return world.directory.holders(of: role, over: unit.id, at: at)
    }

    private func above(_ code: String?, _ finder: Ladder.Finder) -> [Person] {
        guard let unit = code.flatMap(world.directory.unit(code:)), let role = finder.role else {
            return []
        }
        return world.directory.nearestHolders(of: role, above: unit.id, at: at)
    }

    private func inLocality(_ finder: Ladder.Finder) -> [Person] {
        let own = over(issue.attributes.locality, finder)
        return own.isEmpty && issue.attributes.locality == nil
            ? inDivision(issue.attributes.division, finder) : own
    }

    private func inDivision(_ division: String, _ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        return world.directory.holders(of: role, in: division, at: at) {
            finder.kinds.isEmpty || finder.kinds.contains($0.kind)
        }
    }

    /// Those over a unit that is competent, the nearest division first.
    private func competent(_ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        for division in world.directory.divisionAndAbove(issue.attributes.division) {
            let found = world.directory.holders(of: role, in: division, at: at, where: fits(finder))
            if !found.isEmpty { return found }
        }
        return []
    }

    private func fits(_ finder: Ladder.Finder) -> (Unit) -> Bool {
        { unit in
            guard let function = finder.function else {
                return unit.categories.contains(issue.attributes.category)
            }
            return unit.functions.contains(function)
        }
    }
}
