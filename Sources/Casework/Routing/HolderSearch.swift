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

/// Finds who holds the levels of the ladders for one subject, at an instant.
package struct HolderSearch: Sendable {
    let directory: Directory
    /// The issue that it is about: nobody is named who may not see it. Nil where the directory
    /// alone is asked.
    let issue: Issue?
    let at: Instant
    let bindings: LadderBindings
    /// True where whoever is found may read the issue by that.
    private let opensIssue: Bool

    package init(directory: Directory, issue: Issue, at: Instant) {
        self.init(directory: directory, subject: .issue(issue), about: issue, at: at)
    }

    package init(
        directory: Directory, subject: LadderSubject, about issue: Issue?, at: Instant
    ) {
        self.directory = directory
        self.issue = issue
        self.at = at
        bindings = LadderBindings(of: subject, in: directory, at: at)
        opensIssue = if case .issue = subject { true } else { false }
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
    /// complains about. Nobody stands above itself.
    func present(_ persons: [Person], _ way: Ladder.Way) -> [LevelHolder] {
        var seen: Set<PersonID> = way == .itself ? [] : Set([bindings.officer].compactMap(\.self))
        return persons.compactMap { directory.present($0, at: at, where: mayAct) }
            .filter { seen.insert($0.person.id).inserted }
            .map { presence in
                let owner = presence.insteadOf.first.flatMap(directory.person)
                return LevelHolder(
                    presence: presence, way: way,
                    since: since(owner ?? presence.person, way))
            }
    }

    /// When the pairing or the grants by which somebody holds a post began, if they have a date.
    private func since(_ person: Person, _ way: Ladder.Way) -> Instant? {
        switch way {
        case .pairing, .chain, .project:
            person.pairings.filter {
                $0.validity.holds(at: at) && bindings.concerns($0.subject, way)
            }.compactMap(\.validity.from).max()
        case .assigned, .filer, .itself: nil
        case .leadUnit, .aboveLeadUnit, .locality, .division, .function, .office, .city, .unit,
            .aboveUnit:
            person.grants.filter { $0.validity.holds(at: at) }.compactMap(\.validity.from).max()
        }
    }

    /// Whoever has no role can't sign in, and nobody reads about its own unit. Who stands above a
    /// unit or an officer is told of an issue only where it sees that anyway.
    private func mayAct(_ person: Person) -> Bool {
        guard directory.holdsAnything(person, at: at) else { return false }
        guard let issue else { return true }
        return opensIssue
            ? !directory.bars(person, from: issue, at: at)
            : directory.scope(of: .person(person), at: at).sees(issue, in: directory)
    }
}

/// Who could hold a level, whether there or away.
extension HolderSearch {
    private func candidates(_ finder: Ladder.Finder, at level: Int) -> [Person] {
        switch finder.way {
        case .assigned: return persons(bindings.handler)
        case .filer: return persons(bindings.filer)
        case .itself: return persons(bindings.officer)
        case .pairing: return paired(bindings.enterprises.map { .enterprise($0) }, level, finder)
        case .chain: return paired(bindings.chains.map { .chain($0) }, level, finder)
        case .project: return paired(bindings.projects.map { .project($0) }, level, finder)
        case .leadUnit, .unit: return over(bindings.units, finder)
        case .aboveLeadUnit, .aboveUnit: return above(bindings.units, finder)
        case .locality: return inLocality(finder)
        case .division: return inDivisions(bindings.divisions, finder)
        case .function: return competent(finder)
        case .office: return above([bindings.office].compactMap(\.self), finder)
        case .city:
            return inDivisions(
                directory.divisions.filter { $0.parent == nil }.map(\.code), finder)
        }
    }

    private func persons(_ id: PersonID?) -> [Person] {
        id.flatMap(directory.person).map { [$0] } ?? []
    }

    private func paired(
        _ subjects: [Pairing.Subject], _ level: Int, _ finder: Ladder.Finder
    ) -> [Person] {
        subjects.flatMap { directory.paired(with: $0, level: level, at: at) }
            .filter { person in finder.role.map(person.holds) ?? true }
    }

    private func over(_ units: [UnitID], _ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        return units.flatMap { directory.holders(of: role, over: $0, at: at) }
    }

    private func above(_ units: [UnitID], _ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        return units.flatMap { directory.nearestHolders(of: role, above: $0, at: at) }
    }

    private func inLocality(_ finder: Ladder.Finder) -> [Person] {
        guard let locality = bindings.locality else {
            return inDivisions(bindings.divisions, finder)
        }
        return over([directory.unit(code: locality)?.id].compactMap(\.self), finder)
    }

    private func inDivisions(_ divisions: [String], _ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        return divisions.flatMap { division in
            directory.holders(of: role, in: division, at: at) {
                (finder.kinds.isEmpty || finder.kinds.contains($0.kind))
                    && !directory.isInspection($0.id)
            }
        }
    }

    /// Those over a unit that is competent, the nearest division first; for a unit that is its
    /// counterpart above. Term: 条线.
    private func competent(_ finder: Ladder.Finder) -> [Person] {
        guard let role = finder.role else { return [] }
        for start in bindings.divisions {
            let divisions = directory.divisionAndAbove(start)
            let isCounterpart = !opensIssue && finder.function == nil
            for division in isCounterpart ? divisions.dropFirst() : divisions[...] {
                let found = directory.holders(
                    of: role, in: division, at: at, where: fits(finder))
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    private func fits(_ finder: Ladder.Finder) -> (Unit) -> Bool {
        { unit in
            if let function = finder.function { return unit.functions.contains(function) }
            // What an issue is led by is told by its category; a unit is known by its functions.
            guard bindings.functions.isEmpty else {
                return unit.functions.contains(where: bindings.functions.contains)
            }
            return unit.categories.contains(where: bindings.categories.contains)
        }
    }
}
