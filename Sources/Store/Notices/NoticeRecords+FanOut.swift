package import Casework
import Engine
package import Notices
import Postgres
package import WorkingTime

/// Turns committed events into deliveries, while nobody else does.
extension NoticeRecords {
    private static let batchesAtOnce = 4

    package func fanOut(
        limit: Int, wall: Instant,
        mailFor: @Sendable (Set<PersonID>) -> [PersonID: Subscription.Preferences],
        deciding decide: @Sendable (FanOutPage) async -> [NewDelivery]
    ) async throws -> Int? {
        try await outbox.carrying(reader: FanOut.reader, limit: limit) {
            batches, connection in
            let page = try await page(of: batches, connection) { persons in
                try await subscriptions(for: persons, mailFor(persons), at: wall, connection)
            }
            guard let page else { return }
            let new = await decide(page)
            let behind = try await receiverQueues.fallingBehind(new, connection)
            try await add(new.filter { !behind.contains($0.subscription) }, connection)
        }
    }

    package func hasLaggards(at wall: Instant) async throws -> Bool {
        let unsettled = try await unsettled(at: wall)
        return unsettled.isBehind || unsettled.isApart
    }

    private func unsettled(at wall: Instant) async throws -> (isBehind: Bool, isApart: Bool) {
        let row = try await database.read(
            .unsettled, .timestamp(microseconds: wall.microseconds))[0]
        return (try row.bool("is_behind"), try row.bool("is_apart"))
    }

    package func catchUp(
        wall: Instant, deciding decide: @Sendable (FanOutPage) -> [NewDelivery]
    ) async throws -> Bool {
        let unsettled = try await unsettled(at: wall)
        if unsettled.isApart {
            try await receiverQueues.underReader {
                _ = try await $0.query(queries.statement(.standTogether))
            }
        }
        guard unsettled.isBehind else { return false }
        return try await receiverQueues.underReader { connection in
            guard let next = try await receiverQueues.nextBehind(connection, wall) else {
                return false
            }
            let id = Parameter.int64(next.id.rawValue)
            let batches = try await connection.query(
                queries.statement(
                    .batchesBehind, id, .int32(Int32(Self.batchesAtOnce)), .text(FanOut.reader)))
            guard let last = batches.last else {
                _ = try await connection.query(queries.statement(.caughtUp, id))
                return true
            }
            if let page = try await page(of: batches, connection, for: { _ in [next] }) {
                try await add(decide(page), connection)
            }
            _ = try await connection.query(
                queries.statement(
                    .catchUp, id, .int64(try last.int64("xid")), .int64(try last.int64("position")))
            )
            return true
        }
    }

    /// Reads what deciding on the events of some batches needs; nil where nobody wants any.
    private func page(
        of batches: Rows, _ connection: PostgresConnection,
        for subscriptions: (Set<PersonID>) async throws -> [Subscription]
    ) async throws -> FanOutPage? {
        let places = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: true) }
        let all = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: false) }
        let ids = Set(all.map(\.issue))
        let answers = try await connection.run([
            outbox.asking(at: places),
            queries.statement(.classesOfIssues, .int64s(ids.map(\.rawValue).sorted())),
        ])
        let told = try outbox.items(answers[0])
        let persons = Set(told.flatMap { $0.event.body.told ?? [] }.map(\.person))
        let subscriptions = try await subscriptions(persons)
        guard !subscriptions.isEmpty else { return nil }
        let wantsAll = subscriptions.contains { $0.preferences.scope == .seen }
        return FanOutPage(
            items: wantsAll ? try await outbox.items(at: all, connection) : told,
            classes: try classes(answers[1]),
            issues: wantsAll ? try await issues(ids, connection) : [:],
            subscriptions: subscriptions)
    }

    private func subscriptions(
        for persons: Set<PersonID>, _ mail: [PersonID: Subscription.Preferences], at now: Instant,
        _ connection: PostgresConnection
    ) async throws -> [Subscription] {
        if !mail.isEmpty {
            let preferences = mail.sorted { $0.key < $1.key }
            _ = try await connection.query(
                queries.statement(
                    .openMail, .int64s(preferences.map(\.key.rawValue)),
                    .texts(preferences.map(\.value.pace.rawValue)),
                    .bools(preferences.map(\.value.isQuiet)),
                    .timestamp(microseconds: now.microseconds)))
        }
        return try await connection.query(
            queries.statement(.liveSubscriptions, .int64s(persons.map(\.rawValue).sorted()))
        ).map(SubscriptionRow.subscription)
    }

    private func classes(_ rows: Rows) throws -> [IssueID: String] {
        try rows.reduce(into: [:]) { classes, row in
            classes[IssueID(try row.int64("id"))] = try row.text("class")
        }
    }

    private func issues(
        _ ids: Set<IssueID>, _ connection: PostgresConnection
    ) async throws -> [IssueID: Issue] {
        let raw = Parameter.int64s(ids.map(\.rawValue).sorted())
        let answers = try await connection.run([
            queries.statement(.issuesByID, raw), queries.statement(.clocksOfIssues, raw),
        ])
        return try IssueRecords(database: database).issues(answers[0], clocks: answers[1])
    }

    private func add(_ new: [NewDelivery], _ connection: PostgresConnection) async throws {
        guard !new.isEmpty else { return }
        _ = try await connection.run(NewDeliveries(new).statements(queries))
    }
}
