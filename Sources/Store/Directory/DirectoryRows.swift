import Casework
import Languages
import Postgres
import Workflow
import WorkingTime

/// Holds the tables of the directory as they were read; days become instants of the city's zone.
struct DirectoryRows: Sendable {
    private let divisions: Rows
    private let units: Rows
    private let unitNames: Rows
    private let persons: Rows
    private let grants: Rows
    private let pairings: Rows
    private let projects: Rows
    private let chains: Rows
    private let absences: Rows
    private let deputies: Rows
    private let duties: Rows

    init(_ statements: NamedStatements) async throws {
        divisions = try await statements.rows(.divisions)
        unitNames = try await statements.rows(.unitNames)
        units = try await statements.rows(.units)
        grants = try await statements.rows(.roleGrants)
        pairings = try await statements.rows(.pairings)
        persons = try await statements.rows(.persons)
        projects = try await statements.rows(.projects)
        chains = try await statements.rows(.chains)
        absences = try await statements.rows(.absences)
        deputies = try await statements.rows(.deputies)
        duties = try await statements.rows(.duties)
    }

    func directory(in zone: ZoneTable) throws -> Directory {
        let days = DayReader(zone: zone)
        let divisions = try divisions.map { row in
            Division(
                code: try row.text("code"), name: try Self.name(row),
                parent: try row.textOrNil("parent"))
        }
        return Directory(
            units: try units(days), persons: try persons(days), divisions: divisions,
            projects: try projects.map { row in
                Project(
                    code: try row.text("code"), name: try Self.name(row),
                    division: try row.text("division"))
            },
            chains: try chains.map { row in
                IndustrialChain(code: try row.text("code"), name: try Self.name(row))
            },
            absences: try absences(days), deputies: try deputyLists(), duties: try dutyList())
    }

    private static func name(_ row: Row) throws -> Label {
        Label(zh: try row.text("name_zh"), en: try row.text("name_en"))
    }

    private func units(_ days: DayReader) throws -> [Unit] {
        var renamings: [Int64: [Unit.Renaming]] = [:]
        for row in unitNames {
            renamings[try row.int64("unit_id"), default: []].append(
                Unit.Renaming(
                    from: days.midnight(try row.date("from_on")), name: try Self.name(row)))
        }
        return try units.map { row in
            let kindName = try row.text("kind")
            guard let kind = Unit.Kind(rawValue: kindName) else {
                throw WorldFault("a unit is of the unknown kind \(kindName)")
            }
            let id = try row.int64("id")
            return Unit(
                id: UnitID(id), code: try row.text("code"), name: try Self.name(row), kind: kind,
                parent: try row.int64OrNil("parent_id").map(UnitID.init),
                division: try row.text("division"), functions: try row.texts("functions"),
                categories: try row.texts("categories"), aliases: try row.texts("aliases"),
                renamings: renamings[id] ?? [],
                dissolvedAt: try row.dateOrNil("dissolved_on").map(days.midnight),
                successor: try row.int64OrNil("successor_id").map(UnitID.init))
        }
    }

    private func persons(_ days: DayReader) throws -> [Person] {
        var grants: [Int64: [Person.Grant]] = [:]
        for row in self.grants {
            let roleName = try row.text("role")
            guard let role = Right.Role(rawValue: roleName) else {
                throw WorldFault("a grant names the unknown role \(roleName)")
            }
            grants[try row.int64("person_id"), default: []].append(
                Person.Grant(
                    role: role, unit: UnitID(try row.int64("unit_id")),
                    validity: try days.validity(row)))
        }
        let pairings = try pairings(days)
        return try persons.map { row in
            let id = try row.int64("id")
            return Person(
                id: PersonID(id), login: try row.text("login"), name: try row.text("name"),
                phone: try row.textOrNil("phone"), email: try row.textOrNil("email"),
                grants: grants[id] ?? [], pairings: pairings[id] ?? [],
                leftAt: try row.dateOrNil("left_on").map(days.midnight))
        }
    }

    private func pairings(_ days: DayReader) throws -> [Int64: [Pairing]] {
        var pairings: [Int64: [Pairing]] = [:]
        for row in self.pairings {
            guard
                let subject = try row.int64OrNil("enterprise_id")
                    .map({ Pairing.Subject.enterprise(.init($0)) })
                    ?? row.textOrNil("project").map(Pairing.Subject.project)
                    ?? row.textOrNil("chain").map(Pairing.Subject.chain)
            else { throw WorldFault("a pairing has no subject") }
            pairings[try row.int64("person_id"), default: []].append(
                Pairing(
                    subject: subject, level: Int(try row.int16("level")),
                    isChief: try row.bool("is_chief"), validity: try days.validity(row)))
        }
        return pairings
    }

    private func absences(_ days: DayReader) throws -> [PersonID: [Absence]] {
        var absences: [PersonID: [Absence]] = [:]
        for row in self.absences {
            let noted = try days.validity(row)
            let ended = try row.instantOrNil("ended_at")
            absences[PersonID(try row.int64("person_id")), default: []].append(
                Absence(
                    validity: Validity(
                        from: noted.from, until: [noted.until, ended].compactMap { $0 }.min()),
                    deputy: try row.int64OrNil("deputy_id").map(PersonID.init)))
        }
        return absences
    }

    private func deputyLists() throws -> [PersonID: [PersonID]] {
        var lists: [PersonID: [PersonID]] = [:]
        for row in deputies {
            lists[PersonID(try row.int64("person_id")), default: []].append(
                PersonID(try row.int64("deputy_id")))
        }
        return lists
    }

    private func dutyList() throws -> [DutyShift] {
        try duties.map { row in
            DutyShift(
                unit: UnitID(try row.int64("unit_id")),
                person: PersonID(try row.int64("person_id")),
                validity: Validity(
                    from: try row.instant("from_at"),
                    until: try row.instant("until_at")))
        }
    }
}

/// Makes days of rows into instants.
private struct DayReader {
    let zone: ZoneTable

    /// Both days are included.
    func validity(_ row: Row) throws -> Validity {
        Validity(
            from: try row.dateOrNil("from_on").map(midnight),
            until: try row.dateOrNil("until_on").map { midnight($0 + 1) })
    }

    func midnight(_ day: Int32) -> Instant {
        zone.midnight(of: CalendarDate(dayNumber: Int64(day)))
    }
}
