import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore {
    package func dueAlarms(
        at instant: Instant, after: AlarmPlace?, limit: Int
    ) async throws -> [AlarmPlace] {
        try await read(
            .dueAlarms, .timestamp(microseconds: instant.microseconds),
            .timestamp(microseconds: after?.at.microseconds ?? 0),
            .int64(after?.issue.rawValue ?? 0), .int32(Int32(limit))
        ).map { row in
            AlarmPlace(
                at: Instant(microseconds: try row.timestamp(0)), issue: IssueID(try row.int64(1)))
        }
    }

    package func nextAlarm() async throws -> Instant? {
        try await read(.nextAlarm).first?.timestampOrNil(0).map(Instant.init(microseconds:))
    }

    package func outbox(reader: String, limit: Int) async throws -> OutboxPage {
        let place = try await read(.outboxReader, .text(reader)).first
        let batches = try await read(
            .outboxBatches, .int64(try place?.int64(0) ?? 0), .int64(try place?.int64(1) ?? 0),
            .int32(Int32(limit)))
        guard let last = batches.last else { return OutboxPage(items: [], place: nil) }
        let told = try batches.flatMap { batch in
            try zip(zip(batch.int64s(2), batch.int32s(3)), batch.bools(4)).filter(\.1).map(\.0)
        }
        let rows = try await read(.outboxEvents, .int64s(told.map(\.0)), .int32s(told.map(\.1)))
        let reader = EventRow(catalogue: catalogue.value)
        let items = try rows.map { row in
            OutboxItem(
                event: try reader.event(row), number: try row.text(13), title: try row.text(14))
        }
        return OutboxPage(
            items: items,
            place: OutboxPlace(transaction: try last.int64(0), position: try last.int64(1)))
    }

    package func advance(reader: String, to place: OutboxPlace) async throws {
        _ = try await read(
            .advanceOutboxReader, .text(reader), .int64(place.transaction), .int64(place.position))
    }

    /// Runs one named statement on a connection of the pool.
    func read(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        let statement = queries.statement(name, parameters)
        return try await converting {
            try await pool.withConnection { try await $0.query(statement) }
        }
    }
}
