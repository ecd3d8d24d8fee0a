import Casework
import Postgres
package import WorkingTime

/// What one row of a table comes to: its values by name.
package struct RosterRow: Sendable {
    package enum Value: Hashable, Sendable {
        case text(String?)
        case texts([String])
        case date(CalendarDate?)
        case instant(Instant?)
        case boolean(Bool?)
        case number(Int16?)
    }

    package var values: [String: Value]

    package init(_ values: [String: Value]) { self.values = values }
}

/// What became of a row that was put.
package enum RosterEffect: Sendable {
    case added, changed, unchanged
}

extension DirectoryTransaction {
    private static let rowsAtOnce = 500

    /// Puts rows into a table.
    ///
    /// - Returns: what became of each.
    package func put(
        _ rows: [RosterRow], into table: RosterTable
    ) async throws -> [RosterEffect] {
        var effects: [RosterEffect] = []
        var rest = try rows.map { row in
            statements.queries.statement(table.putting, try table.parameters(of: row))
        }[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.rowsAtOnce)
            rest = rest.dropFirst(part.count)
            for answer in try await run(Array(part)) {
                let isNew = try answer.first?.bool("is_new")
                effects.append(isNew.map { $0 ? .added : .changed } ?? .unchanged)
            }
        }
        return effects
    }
}

extension RosterTable {
    fileprivate func parameters(of row: RosterRow) throws(WorldFault) -> [Parameter] {
        var parameters: [Parameter] = []
        for name in values {
            guard let value = row.values[name] else {
                throw WorldFault("a row of \(rawValue) has no \(name)")
            }
            parameters.append(value.parameter)
        }
        return parameters
    }
}

extension RosterRow.Value {
    fileprivate var parameter: Parameter {
        switch self {
        case .text(let text): .text(text)
        case .texts(let texts): .texts(texts)
        case .date(let date): .date(daysSince1970: date.map { Int32($0.dayNumber) })
        case .instant(let instant): .timestamp(microseconds: instant?.microseconds)
        case .boolean(let isTrue): .bool(isTrue)
        case .number(let number): .int16(number)
        }
    }
}
