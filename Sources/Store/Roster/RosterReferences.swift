import Casework
import Postgres
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
    /// The roles that each officer was given at some time, and where.
    var posts: [String: [Post]] = [:]
    /// The last days of units, and who took over.
    var ends: [String: UnitEnd] = [:]
    let substitution: SubstitutionRule
    /// The lines of the file that is read, by what makes each one row.
    var lines: [[String]: Int] = [:]
    let today: CalendarDate
    /// The first names of units: another one needs a date.
    var names: [String: [String]] = [:]
    let zone: ZoneTable

    init(_ world: World, creditCodes: Set<String>, now: Instant) {
        let directory = world.directory
        zone = world.zone
        substitution = world.ladders.substitution
        today = zone.date(at: now)
        self.creditCodes = creditCodes
        divisions = Set(directory.divisions.map(\.code))
        units = Set(directory.units.map(\.code))
        logins = Set(directory.persons.map(\.login))
        projects = Set(directory.projects.map(\.code))
        chains = Set(directory.chains.map(\.code))
        for person in directory.persons {
            posts[person.login] = person.grants.compactMap { Post($0, in: directory, zone) }
        }
        for unit in directory.units {
            names[unit.code] = [unit.name.zh, unit.name.en]
            parents[unit.code] = unit.parent.flatMap(directory.unit)?.code
            ends[unit.code] = UnitEnd(unit, in: directory, zone)
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
            ends[code] = UnitEnd(cells)
            names[code] = names[code] ?? [cells["nameZh"] ?? "", cells["nameEn"] ?? ""]
        case .officers: logins.insert(cells["login"] ?? "")
        case .enterprises: creditCodes.insert(cells["creditCode"] ?? "")
        case .projects: projects.insert(cells["code"] ?? "")
        case .chains: chains.insert(cells["code"] ?? "")
        case .deputies:
            let rank = cells["rank"].flatMap { Int($0) } ?? 0
            deputies[cells["login"] ?? "", default: [:]][rank] = cells["deputy"]
        case .grants:
            guard let post = Post(cells) else { return }
            let login = cells["login"] ?? ""
            posts[login, default: []].removeAll { $0.role == post.role && $0.unit == post.unit }
            posts[login, default: []].append(post)
        case .unitNames, .pairings, .absences, .duties, .visits: return
        }
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
