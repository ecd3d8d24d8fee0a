import Casework
import Engine

/// What lists of duties reach for somebody.
extension DutyReach {
    init(_ holders: Set<DutyHolder>, _ parts: [DutyRow.Part]) {
        self.init()
        sides = holders.flatMap { holder in parts.map { DutySide(holder, $0) } }
            .sorted { ($0.holder.key, $0.part.rawValue) < ($1.holder.key, $1.part.rawValue) }
    }

    func joined(with other: DutyReach) -> DutyReach {
        var joined = self
        joined.sides += other.sides
        return joined
    }

    /// What climbed to somebody, and what is about enterprises, projects and chains that it is paired with.
    init(watchedBy scope: Scope) {
        self.init()
        subjects.enterprises = scope.enterprises.sorted()
        subjects.projects = scope.projects.sorted()
        subjects.chains = scope.chains.sorted()
        subjects.levelHolders = scope.persons.sorted()
    }

    /// Everything that a scope sees. Whoever sees all divisions sees all by them: no other way is looked at.
    init(seenBy scope: Scope, in directory: Directory) {
        self.init()
        divisions = scope.divisions.sorted()
        guard !seesWhole(directory) else { return }
        self = DutyReach(watchedBy: scope)
        divisions = scope.divisions.sorted()
        categories = scope.categories.sorted()
        leadUnits = scope.units.sorted()
        subjects.units = leadUnits
        // Of every duty of theirs they have a row: handlers, service officers, supporting units, offices.
        let units = leadUnits.compactMap(directory.unit).flatMap { unit in
            [DutyHolder.unit(unit.code), .office(unit.code)]
        }
        let holders = Set(units + scope.persons.map(DutyHolder.person))
        sides = DutyReach(holders, [.owes, .substitutes, .helps, .waits]).sides
    }

    private func seesWhole(_ directory: Directory) -> Bool {
        let known = directory.divisions.map(\.code)
        return !known.isEmpty && Set(divisions).isSuperset(of: known)
    }

    /// The shortest way to what a filter lets through: by its divisions; for whoever sees all, by its units
    /// or its category.
    func shortened(by filter: DutyFilter, in directory: Directory) -> DutyReach {
        var shortened = self
        if seesWhole(directory), sides.isEmpty {
            if let units = filter.leadUnits {
                shortened = DutyReach()
                shortened.leadUnits = units
                return shortened
            }
            if let category = filter.category {
                shortened = DutyReach()
                shortened.categories = [category]
                return shortened
            }
        }
        if let divisions = filter.divisions {
            shortened.divisions = self.divisions.filter(divisions.contains)
        }
        return shortened
    }
}
