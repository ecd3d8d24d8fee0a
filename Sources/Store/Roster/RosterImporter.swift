package import Casework
import Crypto
import Engine
package import Postgres
package import WorkingTime

/// Puts tables into the directory: all of them, or nothing where a line is wrong.
package struct RosterImporter: Sendable {
    /// What became of one line.
    package struct LineReport: Sendable, CustomStringConvertible {
        package enum Outcome: String, Sendable { case added, changed, unchanged, refused }

        package let table: RosterTable
        package let line: Int
        package let outcome: Outcome
        /// The row's own names, or what is wrong with it.
        package let words: String

        package var description: String { "\(table.fileName):\(line): \(outcome): \(words)" }
    }

    package struct Report: Sendable {
        package var lines: [LineReport] = []
        package var faults: [RosterFault] = []
        package var warnings: [String] = []
        /// What open issues would be left without: the tables are refused then.
        package var strandings: [String] = []

        package var isRefused: Bool { !faults.isEmpty || !strandings.isEmpty }

        package func count(_ outcome: LineReport.Outcome) -> Int {
            lines.count { $0.outcome == outcome }
        }
    }

    private let connection: PostgresConnection
    private let store: PostgresCaseStore
    private let queries: QueryCatalogue
    private let world: World
    private let now: Instant

    private var zone: ZoneTable { world.zone }

    /// - Parameters:
    ///   - connection: the one that changes the directory, as its owner.
    ///   - now: when it is put into the record that the directory was changed.
    package init(
        connection: PostgresConnection, store: PostgresCaseStore, world: World, now: Instant
    ) {
        self.connection = connection
        self.store = store
        queries = store.queries
        self.world = world
        self.now = now
    }

    /// Puts the files in one transaction, which is taken back on a dry run, where a line is wrong,
    /// and where an open issue would be left without anybody to act.
    package func put(_ files: [RosterFile], isDryRun: Bool) async throws -> Report {
        _ = try await connection.run([
            TransactionControl.begin, queries.statement(.lockDirectory),
        ])
        do {
            var report = try await put(files)
            if report.faults.isEmpty, report.concernsWhoActs {
                report.strandings = try await strandings()
            }
            let isKept = !isDryRun && !report.isRefused && report.changes > 0
            if isKept {
                for file in files { try await note(file, report) }
            }
            _ = try await connection.query(
                isKept ? TransactionControl.commit : TransactionControl.rollback)
            return report
        } catch {
            if connection.isUsable { _ = try await connection.query(TransactionControl.rollback) }
            throw error
        }
    }

    private func strandings() async throws -> [String] {
        let changed = try await DirectoryLoader(within: connection, queries: queries, zone: zone)
            .directory()
        return try await StrandingCheck(
            connection: connection, queries: queries, catalogue: store.catalogue.value,
            before: world, after: world.with(changed), now: now
        ).problems()
    }

    private func put(_ files: [RosterFile]) async throws -> Report {
        let today = Parameter.date(daysSince1970: Int32(zone.date(at: now).dayNumber))
        // Whoever comes back gets new tokens.
        let leavers = try await connection.query(queries.statement(.leavers, today))
            .map { try $0.int64(0) }
        let report = try await putTables(of: files)
        _ = try await connection.query(
            queries.statement(.revokeTokensOfLeavers, today, .int64s(leavers)))
        return report
    }

    private func putTables(of files: [RosterFile]) async throws -> Report {
        var report = Report()
        let known = try await connection.query(queries.statement(.creditCodes))
        var references = RosterReferences(
            world, creditCodes: Set(try known.map { try $0.text(0) }), now: now)
        for table in RosterTable.allCases {
            if table == .deputies, files.contains(where: { $0.table.saysWhoStandsIn }) {
                try await complete(&references)
            }
            for file in files where file.table == table {
                do {
                    let lines = try file.lines()
                    let rows = judge(lines, of: table, &references, &report)
                    try await put(rows, of: table, &report)
                } catch let fault as RosterFault {
                    report.refuse(fault)
                }
            }
        }
        return report
    }

    /// Reads who works where once the tables before are put, and who is noted as away.
    private func complete(_ references: inout RosterReferences) async throws {
        references.directory = try await DirectoryLoader(
            within: connection, queries: queries, zone: zone
        ).directory().governed(by: world.ladders.substitution)
        let persons = references.directory.persons
        let noted = try await connection.query(
            queries.statement(
                .absencesOf, .int64s(persons.map(\.id.rawValue)), .int64(0),
                .date(daysSince1970: 0))
        ).map(NotedAbsence.init)
        for absence in noted {
            guard let login = references.directory.person(absence.person)?.login else { continue }
            references.absences[login, default: [:]][absence.from] = absence
        }
    }

    private typealias SoundRow = (line: Int, words: String, statement: Statement)

    private func judge(
        _ lines: [RosterFile.Line], of table: RosterTable, _ references: inout RosterReferences,
        _ report: inout Report
    ) -> [SoundRow] {
        var rows: [SoundRow] = []
        references.lines = [:]
        for line in lines {
            let cells = RosterCells(table: table, line: line, references: references)
            report.warnings += cells.warnings.map { "\(table.fileName):\(line.number): \($0)" }
            guard cells.faults.isEmpty else {
                for fault in cells.faults { report.refuse(fault) }
                continue
            }
            references.note(cells.cells, of: table, line: line.number)
            let words = table.columns.prefix(4).compactMap { cells.cells[$0.name] }
            rows.append(
                (
                    line.number, words.joined(separator: " "),
                    queries.statement(table.putting, cells.parameters + extra(cells, table))
                ))
        }
        return rows
    }

    /// What a statement takes beside the cells.
    private func extra(_ cells: RosterCells, _ table: RosterTable) -> [Parameter] {
        switch table {
        case .enterprises: [.texts(Bigrams.all(of: cells.cells["name"] ?? ""))]
        case .visits: [.timestamp(microseconds: now.microseconds)]
        case .divisions, .units, .unitNames, .chains, .projects, .officers, .grants, .pairings,
            .deputies, .absences, .duties:
            []
        }
    }

    private static let rowsAtOnce = 500

    private func put(
        _ rows: [SoundRow], of table: RosterTable, _ report: inout Report
    ) async throws {
        var rest = rows[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.rowsAtOnce)
            rest = rest.dropFirst(part.count)
            let answers = try await connection.run(part.map(\.statement))
            for (row, answer) in zip(part, answers) {
                let isNew = try answer.first?.bool(0)
                report.lines.append(
                    LineReport(
                        table: table, line: row.line,
                        outcome: isNew.map { $0 ? .added : .changed } ?? .unchanged,
                        words: row.words))
            }
        }
    }

    private func note(_ file: RosterFile, _ report: Report) async throws {
        let lines = report.lines.filter { $0.table == file.table }
        let added = lines.count { $0.outcome == .added }
        let changed = lines.count { $0.outcome == .changed }
        guard added + changed > 0 else { return }
        _ = try await connection.query(
            queries.statement(
                .addDirectoryChange, .timestamp(microseconds: now.microseconds), .int64(nil),
                .text("import \(file.table.fileName): \(added) added, \(changed) changed"),
                .bytes(Array(SHA256.hash(data: file.bytes)))))
    }
}

extension RosterTable {
    fileprivate var saysWhoStandsIn: Bool { self == .deputies || self == .absences }
}

extension RosterImporter.Report {
    fileprivate mutating func refuse(_ fault: RosterFault) {
        faults.append(fault)
        lines.append(
            .init(
                table: fault.table, line: fault.line, outcome: .refused,
                words: "\(fault.problem); \(fault.remedy)"))
    }

    fileprivate var changes: Int { count(.added) + count(.changed) }

    /// Whether units, people or their roles changed, and not only enterprises and the like.
    fileprivate var concernsWhoActs: Bool {
        lines.contains { line in
            [RosterTable.divisions, .units, .officers, .grants].contains(line.table)
                && [.added, .changed].contains(line.outcome)
        }
    }
}

/// Lists the tables of the directory as files hold them.
package struct RosterExporter: Sendable {
    private let connection: PostgresConnection
    private let queries: QueryCatalogue
    private let zone: ZoneTable

    package init(connection: PostgresConnection, queries: QueryCatalogue, zone: ZoneTable) {
        self.connection = connection
        self.queries = queries
        self.zone = zone
    }

    /// Lists the rows of a table under its headings; nil stands for an empty cell.
    package func rows(of table: RosterTable) async throws -> [[String?]] {
        let statement =
            table == .duties
            ? queries.statement(table.listing, .text(zone.identifier))
            : queries.statement(table.listing)
        let count = table.columns.count
        return try await connection.query(statement).map { row in
            try (0..<count).map { try row.textOrNil(.at($0)) }
        }
    }
}
