import Casework
import Languages
import Store
import Workflow
import WorkingTime

/// Writes what a directory's text says as lines of the tables, so that both are judged and kept in
/// one way.
///
/// What the text says nothing of, such as dates or mail, stays as the tables hold it.
struct DirectoryLines {
    /// The tables that a text fills.
    static let tables: [RosterTable] = [
        .divisions, .units, .officers, .grants, .enterprises, .pairings,
    ]

    private typealias Said = (line: Int, cells: [String: String])

    let document: DirectoryDocument
    let transaction: DirectoryTransaction
    let zone: ZoneTable
    let today: CalendarDate

    func lines(of table: RosterTable) async throws -> [RosterFile.Line] {
        let held = try await held(table)
        let said = try await table == .units ? named(units, held) : said(in: table)
        // Nobody becomes a chief by a text.
        let fresh = table == .pairings ? ["chief": "false"] : [:]
        return said.map { line, cells in
            let key = table.keys.map { cells[$0] ?? "" }
            return RosterFile.Line(
                number: line, cells: (held[key] ?? fresh).merging(cells) { _, new in new })
        }
    }

    /// The cells of each row that a table holds, by what makes it one.
    private func held(_ table: RosterTable) async throws -> [[String]: [String: String]] {
        let names = table.columns.map(\.name)
        let rows = try await transaction.rows(of: table, in: zone).map { row in
            Dictionary(zip(names, row.map { $0 ?? "" })) { first, _ in first }
        }
        return Dictionary(rows.map { row in (table.keys.map { row[$0] ?? "" }, row) }) { first, _ in
            first
        }
    }

    private func said(in table: RosterTable) -> [Said] {
        switch table {
        case .divisions: divisions
        case .units: units
        case .officers: officers
        case .grants: grants
        case .enterprises: enterprises
        case .pairings: pairings
        case .unitNames, .chains, .projects, .deputies, .absences, .duties, .visits: []
        }
    }

    /// Takes the name that a unit bears today for its first, under which the tables hold it.
    private func named(
        _ units: [Said], _ held: [[String]: [String: String]]
    ) async throws -> [Said] {
        var names: [String: [String]] = [:]
        // Ordered by unit and date.
        for row in try await transaction.rows(of: .unitNames, in: zone) {
            let cells = row.map { $0 ?? "" }
            guard let from = WrittenDate.known(cells[1]), from <= today else { continue }
            names[cells[0]] = Array(cells[2...3])
        }
        return units.map { line, cells in
            let code = cells["code"] ?? ""
            guard let first = held[[code]], let name = names[code],
                name == [cells["nameZh"], cells["nameEn"]]
            else { return (line, cells) }
            return (
                line,
                cells.merging(first.filter { ["nameZh", "nameEn"].contains($0.key) }) { $1 }
            )
        }
    }

    // MARK: What the text says

    private var divisions: [Said] {
        zip(document.lines.divisions, document.divisions).map { line, division in
            (
                line,
                [
                    "code": division.code, "nameZh": division.name.zh, "nameEn": division.name.en,
                    "parent": division.parent ?? "",
                ]
            )
        }
    }

    private var units: [Said] {
        zip(document.lines.units, document.units).map { line, unit in
            (
                line,
                [
                    "code": unit.code, "nameZh": unit.name.zh, "nameEn": unit.name.en,
                    "kind": unit.kind.rawValue, "parent": unit.parent ?? "",
                    "division": unit.division, "functions": Self.list(unit.functions),
                    "categories": Self.list(unit.categories), "aliases": Self.list(unit.aliases),
                ]
            )
        }
    }

    private var officers: [Said] {
        zip(document.lines.persons, document.persons).map { line, person in
            (line, ["login": person.login, "name": person.name, "phone": person.phone ?? ""])
        }
    }

    private var grants: [Said] {
        zip(document.lines.persons, document.persons).flatMap { line, person in
            person.grants.map { grant in
                (
                    line,
                    ["login": person.login, "role": grant.role.rawValue, "unit": grant.unit]
                )
            }
        }
    }

    private var enterprises: [Said] {
        zip(document.lines.enterprises, document.enterprises).map { line, enterprise in
            (
                line,
                [
                    "creditCode": enterprise.creditCode, "name": enterprise.name,
                    "division": enterprise.division, "tags": Self.list(enterprise.tags),
                ]
            )
        }
    }

    /// At the lowest level, from the beginning.
    private var pairings: [Said] {
        zip(document.lines.persons, document.persons).flatMap { line, person in
            person.pairedEnterprises.map { code in
                (line, ["login": person.login, "creditCode": code, "level": "0"])
            }
        }
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: "、") }
}
