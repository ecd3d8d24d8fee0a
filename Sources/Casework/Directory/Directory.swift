import Workflow
package import WorkingTime

/// Holds who exists and how they stand to each other, as one immutable snapshot.
package struct Directory: Sendable {
    /// Ordered by id.
    package let units: [Unit]
    package let persons: [Person]
    package let divisions: [Division]
    package let projects: [Project]
    package let chains: [IndustrialChain]
    /// Each person's absences.
    package let absences: [PersonID: [Absence]]
    /// Who stands in for whom whenever somebody is away, in the order in which they are asked.
    package let deputies: [PersonID: [PersonID]]
    package let duties: [UnitID: [DutyShift]]
    /// Who may stand in for whom: what the installation decides.
    package private(set) var substitution = SubstitutionRule.usual

    private let unitByID: [UnitID: Unit]
    private let unitByCode: [String: Unit]
    private let personByID: [PersonID: Person]
    private let personByLogin: [String: Person]
    private let divisionByCode: [String: Division]
    /// Each unit's ancestors, itself first.
    private let lineage: [UnitID: [UnitID]]
    private let below: [UnitID: Set<UnitID>]
    let index: HolderIndex
    let unitWords: UnitWords
    /// Units that end at some time.
    private let ending: [Unit]
    /// Shifts by who has them.
    let shifts: [PersonID: [DutyShift]]
    /// What each person may see by grants of its own that hold for ever, resolved once.
    private(set) var scopes: [PersonID: Scope] = [:]

    package init(
        units: [Unit], persons: [Person], divisions: [Division], projects: [Project] = [],
        chains: [IndustrialChain] = [], absences: [PersonID: [Absence]] = [:],
        deputies: [PersonID: [PersonID]] = [:], duties: [DutyShift] = []
    ) {
        self.units = units.sorted { $0.id < $1.id }
        self.persons = persons
        self.divisions = divisions
        self.projects = projects
        self.chains = chains
        self.absences = absences
        self.deputies = deputies
        self.duties = Dictionary(grouping: duties, by: \.unit)
        shifts = Dictionary(grouping: duties, by: \.person)
        ending = units.filter { $0.dissolvedAt != nil }
        unitByID = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        unitByCode = Dictionary(units.map { ($0.code, $0) }) { first, _ in first }
        personByID = Dictionary(persons.map { ($0.id, $0) }) { first, _ in first }
        personByLogin = Dictionary(persons.map { ($0.login, $0) }) { first, _ in first }
        divisionByCode = Dictionary(divisions.map { ($0.code, $0) }) { first, _ in first }
        lineage = Self.lineage(of: unitByID)
        below = Self.inverted(lineage)
        index = HolderIndex(
            units: self.units, persons: persons, absences: absences, deputies: deputies)
        unitWords = UnitWords(self.units, divisions: divisionByCode)
        scopes = Self.scopes(in: self)
    }

    /// The same people under another rule of who may stand in for whom.
    package func governed(by rule: SubstitutionRule) -> Directory {
        var governed = self
        governed.substitution = rule
        return governed
    }

    package func unit(_ id: UnitID) -> Unit? { unitByID[id] }
    package func unit(code: String) -> Unit? { unitByCode[code] }
    package func person(_ id: PersonID) -> Person? { personByID[id] }
    package func person(login: String) -> Person? { personByLogin[login] }
    package func project(_ code: String) -> Project? { projects.first { $0.code == code } }

    package func division(_ code: String) -> Division? { divisionByCode[code] }

    /// Tells whether a unit is the other one or lies below it.
    package func unit(_ unit: UnitID, isWithin scope: UnitID) -> Bool {
        lineage[unit]?.contains(scope) ?? false
    }

    /// Lists the units that are dissolved at an instant, each with the one that took over from it.
    func dissolved(at instant: Instant) -> [(unit: UnitID, successor: UnitID)] {
        ending.compactMap { unit in
            guard !unit.exists(at: instant) else { return nil }
            let successor = existing(unit.id, at: instant)
            return successor == unit.id ? nil : (unit.id, successor)
        }
    }

    /// Lists a unit and those above it, the nearest first.
    package func ancestors(of unit: UnitID) -> [UnitID] { lineage[unit] ?? [] }

    /// Lists the codes of a unit and of those above it, the nearest first; none for no unit.
    package func unitAndAbove(_ code: String?) -> [String] {
        guard let code, let unit = unit(code: code) else { return [] }
        return ancestors(of: unit.id).compactMap { self.unit($0)?.code }
    }

    /// Lists a unit and everything below it.
    package func subtree(of unit: UnitID) -> Set<UnitID> { below[unit] ?? [] }

    /// Lists a division and everything below it.
    package func divisions(within code: String) -> Set<String> {
        var found: Set<String> = [code]
        for division in divisions where division.parent.map(found.contains) ?? false {
            found.insert(division.code)
        }
        return found
    }

    /// Lists a division and those above it, the nearest first.
    package func divisionAndAbove(_ code: String) -> [String] {
        var found: [String] = []
        var next: String? = code
        while let code = next, !found.contains(code) {
            found.append(code)
            next = divisionByCode[code]?.parent
        }
        return found
    }

    /// Finds the campaign office of a division, or the city's where the division has none.
    ///
    /// Term: 活动办.
    package func campaignOffice(of division: String, at instant: Instant) -> Unit? {
        let offices = units.filter { $0.kind == .campaignOffice && $0.exists(at: instant) }
        return divisionAndAbove(division).lazy
            .compactMap { code in offices.first { $0.division == code } }.first
    }

    /// Finds the campaign office one level above another.
    package func officeAbove(_ office: UnitID, at instant: Instant) -> Unit? {
        guard let division = unitByID[office].flatMap({ divisionByCode[$0.division] }),
            let parent = division.parent
        else { return nil }
        return campaignOffice(of: parent, at: instant)
    }

    /// Finds the unit that answers for a division as a whole. Term: 属地.
    package func jurisdiction(of division: String, at instant: Instant) -> Unit? {
        units.first {
            $0.division == division && $0.exists(at: instant)
                && [.district, .developmentZone, .city].contains($0.kind)
        }
    }

    private static func lineage(of units: [UnitID: Unit]) -> [UnitID: [UnitID]] {
        units.mapValues { unit in
            var chain = [unit.id]
            var next = unit.parent
            while let id = next, !chain.contains(id), let parent = units[id] {
                chain.append(id)
                next = parent.parent
            }
            return chain
        }
    }

    private static func inverted(_ lineage: [UnitID: [UnitID]]) -> [UnitID: Set<UnitID>] {
        var below: [UnitID: Set<UnitID>] = [:]
        for (unit, chain) in lineage {
            for ancestor in chain { below[ancestor, default: []].insert(unit) }
        }
        return below
    }
}
