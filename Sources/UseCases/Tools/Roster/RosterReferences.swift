import Casework
import Engine
import Languages
import Store
import Workflow
import WorkingTime

/// What rows may refer to: what the database holds, and what earlier lines gave.
struct RosterReferences {
    var divisions: Set<String> = []
    var units: Set<String> = []
    var logins: Set<String> = []
    var creditCodes: Set<String> = []
    var projects: Set<String> = []
    var chains: Set<String> = []
    /// The unit above each, to find chains that close upon themselves.
    var parents: [String: String] = [:]
    /// Who stands in for whom, by rank.
    var deputies: [String: [Int: String]] = [:]
    /// Units, officers and their roles: those that stood before, until it is read anew.
    var directory: Directory
    /// What is noted of who is away, by login and first day.
    var absences: [String: [CalendarDate: NotedAbsence]] = [:]
    let now: Instant
    /// The lines of the file that is read, by what makes each one row.
    var lines: [[String]: Int] = [:]
    let today: CalendarDate
    /// The first names of units: another one needs a date.
    var names: [String: [String]] = [:]
    let zone: ZoneTable

    init(_ directory: Directory, in zone: ZoneTable, creditCodes: Set<String>, now: Instant) {
        self.directory = directory
        self.zone = zone
        self.now = now
        today = zone.date(at: now)
        self.creditCodes = creditCodes
        divisions = Set(directory.divisions.map(\.code))
        units = Set(directory.units.map(\.code))
        logins = Set(directory.persons.map(\.login))
        projects = Set(directory.projects.map(\.code))
        chains = Set(directory.chains.map(\.code))
        for unit in directory.units {
            names[unit.code] = [unit.name.zh, unit.name.en]
            parents[unit.code] = unit.parent.flatMap(directory.unit)?.code
        }
        for (person, others) in directory.deputies {
            guard let login = directory.person(person)?.login else { continue }
            for (place, other) in others.enumerated() {
                deputies[login, default: [:]][place + 1] = directory.person(other)?.login
            }
        }
    }

    /// Notes what a sound row gives to those after it.
    mutating func note(_ cells: [String: String], of table: RosterTable, line: Int) {
        lines[table.keys.map { cells[$0] ?? "" }] = line
        switch table {
        case .divisions: divisions.insert(cells["code"] ?? "")
        case .units:
            let code = cells["code"] ?? ""
            units.insert(code)
            parents[code] = cells["parent"]
            names[code] = names[code] ?? [cells["nameZh"] ?? "", cells["nameEn"] ?? ""]
        case .officers: logins.insert(cells["login"] ?? "")
        case .enterprises: creditCodes.insert(cells["creditCode"] ?? "")
        case .projects: projects.insert(cells["code"] ?? "")
        case .chains: chains.insert(cells["code"] ?? "")
        case .deputies:
            let rank = cells["rank"].flatMap { Int($0) } ?? 0
            deputies[cells["login"] ?? "", default: [:]][rank] = cells["deputy"]
        case .absences: note(absence: cells)
        case .unitNames, .grants, .pairings, .duties, .visits: return
        }
    }

    private mutating func note(absence cells: [String: String]) {
        guard let absent = cells["login"].flatMap(directory.person(login:)),
            let from = cells["from"].flatMap(WrittenDate.known),
            let until = cells["until"].flatMap(WrittenDate.known)
        else { return }
        absences[absent.login, default: [:]][from] = NotedAbsence(
            person: absent.id, from: from, until: until,
            deputy: cells["deputy"].flatMap(directory.person(login:))?.id, reason: cells["reason"])
    }

    /// Names the circle that a deputy would close; nil where there is none.
    func circle(of login: String, rank: Int, with deputy: String) -> [String]? {
        var deputies = deputies
        deputies[login, default: [:]][rank] = deputy
        var open = [[login, deputy]]
        var seen: Set<String> = []
        while let path = open.popLast() {
            guard let last = path.last, seen.insert(last).inserted else { continue }
            if last == login { return path }
            open += (deputies[last] ?? [:]).values.sorted().map { path + [$0] }
        }
        return nil
    }

    /// Tells whether a unit would lie within itself.
    func wouldContainItself(_ unit: String, below parent: String) -> Bool {
        var next: String? = parent
        var seen: Set<String> = []
        while let code = next, seen.insert(code).inserted {
            if code == unit { return true }
            next = parents[code]
        }
        return false
    }
}

extension WrittenDate {
    /// The date of a cell that was judged already; nil where it is none.
    static func known(_ text: String) -> CalendarDate? {
        do throws(Fault) {
            return try date(text)
        } catch {
            return nil
        }
    }
}
