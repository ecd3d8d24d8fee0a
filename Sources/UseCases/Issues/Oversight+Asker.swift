import Casework
import Engine

/// What lists of duties oversee for somebody.
extension Oversight {
    /// What climbed to somebody, and what is about enterprises, projects and chains that it is paired with.
    init(watchedBy scope: Scope) {
        self.init()
        silentUnits = scope.mayNotReadAbout.sorted()
        own = scope.own
        subjects.enterprises = scope.enterprises.sorted()
        subjects.projects = scope.projects.sorted()
        subjects.chains = scope.chains.sorted()
        subjects.levelHolders = scope.persons.sorted()
    }

    /// Everything that a scope sees: all, for whoever sees all divisions.
    init(seenBy scope: Scope, in directory: Directory) {
        self.init(watchedBy: scope)
        let known = directory.divisions.map(\.code)
        isWhole = !known.isEmpty && scope.divisions.isSuperset(of: known)
        divisions = scope.divisions.sorted()
        categories = scope.categories.sorted()
        units = scope.units.sorted()
        persons = scope.persons.sorted()
        // Of every duty of theirs they have a row: handlers, service officers, supporting units, offices.
        holders =
            units.compactMap(directory.unit).flatMap { unit in
                [DutyHolder.unit(unit.code), .office(unit.code)]
            } + persons.map(DutyHolder.person)
    }
}
