import Casework
import Postgres
import Workflow
import WorkingTime

/// Reads the directory out of its tables; days become instants of the city's zone.
struct DirectoryLoader {
    private let queries: QueryCatalogue
    private let zone: ZoneTable
    private let answer: (Statement) async throws -> Rows

    init(
        queries: QueryCatalogue, zone: ZoneTable,
        answer: @escaping (Statement) async throws -> Rows
    ) {
        self.queries = queries
        self.zone = zone
        self.answer = answer
    }

    /// Reads within a transaction: also what is not committed yet.
    init(within connection: PostgresConnection, queries: QueryCatalogue, zone: ZoneTable) {
        self.queries = queries
        self.zone = zone
        answer = { try await connection.query($0) }
    }

    func directory() async throws -> Directory {
        let divisions = try await rows(.divisions).map { row in
            Division(
                code: try row.text(0), name: Label(zh: try row.text(1), en: try row.text(2)),
                parent: try row.textOrNil(3))
        }
        return Directory(
            units: try await units(), persons: try await persons(), divisions: divisions,
            projects: try await rows(.projects).map { row in
                Project(
                    code: try row.text(0), name: Label(zh: try row.text(1), en: try row.text(2)),
                    division: try row.text(3))
            },
            chains: try await rows(.chains).map { row in
                IndustrialChain(
                    code: try row.text(0), name: Label(zh: try row.text(1), en: try row.text(2)))
            },
            absences: try await absences(), deputies: try await deputies(),
            duties: try await duties())
    }

    private func rows(_ name: QueryName) async throws -> Rows {
        try await answer(queries.statement(name))
    }

    private func units() async throws -> [Unit] {
        var renamings: [Int64: [Unit.Renaming]] = [:]
        for row in try await rows(.unitNames) {
            renamings[try row.int64(0), default: []].append(
                Unit.Renaming(
                    from: midnight(try row.date(1)),
                    name: Label(zh: try row.text(2), en: try row.text(3))))
        }
        return try await rows(.units).map { row in
            let kindName = try row.text(4)
            guard let kind = Unit.Kind(rawValue: kindName) else {
                throw WorldFault("a unit is of the unknown kind \(kindName)")
            }
            let id = try row.int64(0)
            return Unit(
                id: UnitID(id), code: try row.text(1),
                name: Label(zh: try row.text(2), en: try row.text(3)), kind: kind,
                parent: try row.int64OrNil(5).map(UnitID.init), division: try row.text(6),
                functions: try row.texts(7), categories: try row.texts(8),
                aliases: try row.texts(9), renamings: renamings[id] ?? [],
                dissolvedAt: try row.dateOrNil(10).map(midnight),
                successor: try row.int64OrNil(11).map(UnitID.init))
        }
    }

    private func persons() async throws -> [Person] {
        var grants: [Int64: [Person.Grant]] = [:]
        for row in try await rows(.roleGrants) {
            let roleName = try row.text(1)
            guard let role = Right.Role(rawValue: roleName) else {
                throw WorldFault("a grant names the unknown role \(roleName)")
            }
            grants[try row.int64(0), default: []].append(
                Person.Grant(
                    role: role, unit: UnitID(try row.int64(2)),
                    validity: validity(try row.dateOrNil(3), try row.dateOrNil(4))))
        }
        let pairings = try await pairings()
        return try await rows(.persons).map { row in
            let id = try row.int64(0)
            return Person(
                id: PersonID(id), login: try row.text(1), name: try row.text(2),
                phone: try row.textOrNil(3), email: try row.textOrNil(4), grants: grants[id] ?? [],
                pairings: pairings[id] ?? [], leftAt: try row.dateOrNil(5).map(midnight))
        }
    }

    private func pairings() async throws -> [Int64: [Pairing]] {
        var pairings: [Int64: [Pairing]] = [:]
        for row in try await rows(.pairings) {
            guard
                let subject = try row.int64OrNil(1).map({ Pairing.Subject.enterprise(.init($0)) })
                    ?? row.textOrNil(2).map(Pairing.Subject.project)
                    ?? row.textOrNil(3).map(Pairing.Subject.chain)
            else { throw WorldFault("a pairing has no subject") }
            pairings[try row.int64(0), default: []].append(
                Pairing(
                    subject: subject, level: Int(try row.int16(4)), isChief: try row.bool(5),
                    validity: validity(try row.dateOrNil(6), try row.dateOrNil(7))))
        }
        return pairings
    }

    private func absences() async throws -> [PersonID: [Absence]] {
        var absences: [PersonID: [Absence]] = [:]
        for row in try await rows(.absences) {
            let noted = validity(try row.dateOrNil(1), try row.dateOrNil(2))
            let ended = try row.timestampOrNil(4).map(Instant.init(microseconds:))
            absences[PersonID(try row.int64(0)), default: []].append(
                Absence(
                    validity: Validity(
                        from: noted.from, until: [noted.until, ended].compactMap { $0 }.min()),
                    deputy: try row.int64OrNil(3).map(PersonID.init)))
        }
        return absences
    }

    private func deputies() async throws -> [PersonID: [PersonID]] {
        var deputies: [PersonID: [PersonID]] = [:]
        for row in try await rows(.deputies) {
            deputies[PersonID(try row.int64(0)), default: []].append(PersonID(try row.int64(1)))
        }
        return deputies
    }

    private func duties() async throws -> [Duty] {
        try await rows(.duties).map { row in
            Duty(
                unit: UnitID(try row.int64(0)), person: PersonID(try row.int64(1)),
                validity: Validity(
                    from: Instant(microseconds: try row.timestamp(2)),
                    until: Instant(microseconds: try row.timestamp(3))))
        }
    }

    /// Both days are included.
    private func validity(_ from: Int32?, _ until: Int32?) -> Validity {
        Validity(from: from.map(midnight), until: until.map { midnight($0 + 1) })
    }

    private func midnight(_ day: Int32) -> Instant {
        zone.midnight(of: CalendarDate(dayNumber: Int64(day)))
    }
}
