package import Casework
package import Engine
package import Notices
import Postgres
package import WorkingTime

/// Keeps what is to go out to whom, and what became of it.
package struct NoticeRecords: NoticeStore {
    /// How much may wait for one webhook before its events are left where they are.
    package var mostWaiting = 1000
    let database: Database

    init(database: Database) { self.database = database }

    var queries: QueryCatalogue { database.queries }
    var outbox: OutboxRecords { OutboxRecords(database: database) }
    var receiverQueues: ReceiverQueues {
        ReceiverQueues(database: database, mostWaiting: mostWaiting)
    }
    private var records: IssueRecords { IssueRecords(database: database) }

    package func items(at places: [EventPlace]) async throws -> [OutboxItem] {
        try await converting {
            try await database.pool.withConnection { try await outbox.items(at: places, $0) }
        }
    }

    package func issues(at places: [EventPlace]) async throws -> [EventPlace: Issue] {
        try await PastIssues(records: records).issues(at: places)
    }

    package func issues(_ ids: [IssueID]) async throws -> [Issue] {
        try await records.issues(ids)
    }

    package func enterprises(_ ids: [EnterpriseID]) async throws -> [EnterpriseID: Enterprise] {
        try await EnterpriseRecords(database: database).enterprises(ids)
    }

    package func duties(
        on sides: [DutySide], barring person: PersonID, after place: DutyPlace?, limit: Int
    ) async throws -> [DutyPlace] {
        try await DutyLists(database: database).page(
            of: .held(sides, barring: person), narrowedTo: IssueFilter(), after: place,
            limit: limit)
    }

    package func dutyCount(
        on sides: [DutySide], notOwedBy own: Set<DutyHolder>, of person: PersonID,
        notAbout units: Set<UnitID>, upTo most: Int, at now: Instant
    ) async throws -> DutyCount {
        let counts = try await DutyCounts(database: database).counts(
            [.held(sides, notOwedBy: Array(own))],
            within: DutySpans(now: now, tomorrow: now), upTo: most, of: person, notAbout: units
        ).flatMap(\.values)
        return DutyCount(
            count: counts.reduce(0) { $0 + $1.count }, hasMore: counts.contains(where: \.hasMore))
    }

    package func prune(
        _ retention: NoticeRetention, at wall: Instant, limit: Int
    ) async throws -> Int {
        _ = try await database.read(
            .pruneRequests,
            .timestamp(microseconds: NoticeRetention.answersBefore(wall).microseconds),
            .int32(Int32(limit)))
        return try await database.read(
            .pruneDeliveries,
            .timestamp(microseconds: retention.deliveredBefore(wall).microseconds),
            .timestamp(microseconds: retention.deadBefore(wall).microseconds), .int32(Int32(limit))
        ).affectedCount
    }

    package func pausedWebhooks(of persons: Set<PersonID>) async throws -> [PausedWebhook] {
        guard !persons.isEmpty else { return [] }
        return try await database.read(.pausedOf, .int64s(persons.map(\.rawValue).sorted())).map {
            row in
            PausedWebhook(
                person: PersonID(try row.int64("person_id")),
                subscription: SubscriptionID(try row.int64("id")),
                url: try row.text("url"), failingSince: try row.instant("failing_since"))
        }
    }

    package func end(
        _ subscription: SubscriptionID, reason: String, at wall: Instant
    ) async throws {
        try await SubscriptionRecords(database: database)
            .end(subscription, reason: reason, at: wall)
    }
}
