import Casework
import Crypto
import Engine
import Languages
import Store
import WorkingTime

/// Puts tables within one transaction, whoever wrote them: files, or the directory's text.
struct RosterRun {
    let transaction: DirectoryTransaction
    /// As it was before.
    let directory: Directory
    let zone: ZoneTable
    let substitution: SubstitutionRule
    let now: Instant

    func put(_ files: [RosterFile]) async throws -> RosterReport {
        let today = zone.date(at: now)
        // Whoever comes back gets new tokens.
        let leavers = try await transaction.leavers(by: today)
        let report = try await putTables(of: files)
        try await transaction.endTokens(ofLeaversBy: today, and: leavers)
        return report
    }

    /// Puts what a directory's text says, each line of which is one of the text.
    func put(_ document: DirectoryDocument) async throws -> RosterReport {
        var report = RosterReport()
        var references = try await references()
        for table in DirectoryLines.tables {
            let lines = try await DirectoryLines(
                document: document, transaction: transaction, zone: zone,
                today: references.today
            ).lines(of: table)
            let rows = judge(lines, of: table, &references, &report)
            try await put(rows, into: table, &report)
        }
        return report
    }

    private func references() async throws -> RosterReferences {
        RosterReferences(
            directory, in: zone, creditCodes: try await transaction.creditCodes(), now: now)
    }

    private func putTables(of files: [RosterFile]) async throws -> RosterReport {
        var report = RosterReport()
        var references = try await references()
        for table in RosterTable.allCases {
            if table == .deputies, files.contains(where: { $0.table.saysWhoStandsIn }) {
                try await complete(&references)
            }
            for file in files where file.table == table {
                do {
                    let rows = judge(try file.lines(), of: table, &references, &report)
                    try await put(rows, into: table, &report)
                } catch let fault as RosterFault {
                    report.refuse(fault)
                }
            }
        }
        return report
    }

    /// Reads who works where once the tables before are put, and who is noted as away.
    private func complete(_ references: inout RosterReferences) async throws {
        references.directory = try await transaction.directory(in: zone)
            .governed(by: substitution)
        let persons = references.directory.persons.map(\.id)
        for absence in try await transaction.absences(of: persons) {
            guard let login = references.directory.person(absence.person)?.login else { continue }
            references.absences[login, default: [:]][absence.from] = absence
        }
    }

    private typealias SoundRow = (line: Int, words: String, row: RosterRow)

    private func judge(
        _ lines: [RosterFile.Line], of table: RosterTable, _ references: inout RosterReferences,
        _ report: inout RosterReport
    ) -> [SoundRow] {
        var rows: [SoundRow] = []
        references.lines = [:]
        for line in lines {
            let cells = RosterCells(table: table, line: line, references: references)
            report.warnings += cells.warnings.map { warning in
                Label {
                    "\(table.fileName):\(line.number)" + $0("：", ": ") + warning.text(in: $0)
                }
            }
            guard cells.faults.isEmpty else {
                for fault in cells.faults { report.refuse(fault) }
                continue
            }
            references.note(cells.cells, of: table, line: line.number)
            let words = table.columns.prefix(4).compactMap { cells.cells[$0.name] }
            rows.append((line.number, words.joined(separator: " "), row(cells, of: table)))
        }
        return rows
    }

    /// The values of the cells, and what a row holds beside them.
    private func row(_ cells: RosterCells, of table: RosterTable) -> RosterRow {
        var row = RosterRow(cells.values)
        switch table {
        case .enterprises:
            row.values["bigrams"] = .texts(Bigrams.all(of: cells.cells["name"] ?? ""))
        case .visits: row.values["recordedAt"] = .instant(now)
        case .divisions, .units, .unitNames, .chains, .projects, .officers, .grants, .pairings,
            .deputies, .absences, .duties:
            break
        }
        return row
    }

    private func put(
        _ rows: [SoundRow], into table: RosterTable, _ report: inout RosterReport
    ) async throws {
        let effects = try await transaction.put(rows.map(\.row), into: table)
        for (row, effect) in zip(rows, effects) {
            report.lines.append(
                RosterReport.Line(
                    table: table, line: row.line, outcome: .init(effect),
                    words: Label(zh: row.words, en: row.words)))
        }
    }

    func note(_ file: RosterFile, _ report: RosterReport) async throws {
        let lines = report.lines.filter { $0.table == file.table }
        let added = lines.count { $0.outcome == .added }
        let changed = lines.count { $0.outcome == .changed }
        guard added + changed > 0 else { return }
        try await transaction.note(
            "import \(file.table.fileName): \(added) added, \(changed) changed",
            digest: Array(SHA256.hash(data: file.bytes)), at: now)
    }
}

extension RosterTable {
    fileprivate var saysWhoStandsIn: Bool { self == .deputies || self == .absences }
}

extension RosterReport.Line.Outcome {
    fileprivate init(_ effect: RosterEffect) {
        switch effect {
        case .added: self = .added
        case .changed: self = .changed
        case .unchanged: self = .unchanged
        }
    }
}
