package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore: NoticeStore {
    static let noticeReader = "notices"

    package func fanOut(
        limit: Int, wall: Instant,
        mailFor: @Sendable (Set<PersonID>) -> [PersonID: Subscription.Wish],
        deciding decide: @Sendable (FanOutPage) -> [NewDelivery]
    ) async throws -> Int? {
        try await carrying(reader: Self.noticeReader, limit: limit) { batches, connection in
            let page = try await page(of: batches, connection) { persons in
                try await subscriptions(for: persons, mailFor(persons), at: wall, connection)
            }
            guard let page else { return }
            let new = decide(page)
            let behind = try await fallingBehind(new, connection)
            try await add(new.filter { !behind.contains($0.subscription) }, connection)
        }
    }

    /// Reads what deciding on the events of some batches needs; nil where nobody wants any.
    func page(
        of batches: Rows, _ connection: PostgresConnection,
        for subscriptions: (Set<PersonID>) async throws -> [Subscription]
    ) async throws -> FanOutPage? {
        let places = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: true) }
        let all = try batches.flatMap { try EventPlace.all(in: $0, onlyNotices: false) }
        let ids = Set(all.map(\.issue))
        let answers = try await connection.run([
            asking(at: places),
            queries.statement(.classesOfIssues, .int64s(ids.map(\.rawValue).sorted())),
        ])
        let told = try items(answers[0])
        let persons = Set(told.flatMap { $0.event.body.told ?? [] }.map(\.person))
        let subscriptions = try await subscriptions(persons)
        guard !subscriptions.isEmpty else { return nil }
        let wantsAll = subscriptions.contains { $0.wish.scope == .seen }
        return FanOutPage(
            items: wantsAll ? try await items(at: all, connection) : told,
            classes: try classes(answers[1]),
            issues: wantsAll ? try await issues(ids, connection) : [:],
            subscriptions: subscriptions)
    }

    private func subscriptions(
        for persons: Set<PersonID>, _ mail: [PersonID: Subscription.Wish], at now: Instant,
        _ connection: PostgresConnection
    ) async throws -> [Subscription] {
        if !mail.isEmpty {
            let wishes = mail.sorted { $0.key < $1.key }
            _ = try await connection.query(
                queries.statement(
                    .openMail, .int64s(wishes.map(\.key.rawValue)),
                    .texts(wishes.map(\.value.pace.rawValue)), .bools(wishes.map(\.value.isQuiet)),
                    .timestamp(microseconds: now.microseconds)))
        }
        return try await connection.query(
            queries.statement(.liveSubscriptions, .int64s(persons.map(\.rawValue).sorted()))
        ).map(SubscriptionRow.subscription)
    }

    private func classes(_ rows: Rows) throws -> [IssueID: String] {
        try rows.reduce(into: [:]) { classes, row in
            classes[IssueID(try row.int64(0))] = try row.text(1)
        }
    }

    private func issues(
        _ ids: Set<IssueID>, _ connection: PostgresConnection
    ) async throws -> [IssueID: Issue] {
        let raw = Parameter.int64s(ids.map(\.rawValue).sorted())
        let answers = try await connection.run([
            queries.statement(.issuesByID, raw), queries.statement(.clocksOfIssues, raw),
        ])
        return try issues(answers[0], clocks: answers[1])
    }

    func add(
        _ new: [NewDelivery], _ connection: PostgresConnection
    ) async throws {
        guard !new.isEmpty else { return }
        let single = new.filter { $0.digestOn == nil }
        let urgent = single.filter(\.isUrgent)
        let digests = new.compactMap { one in one.digestOn.map { (one, $0) } }
        var statements: [Statement] = []
        if !urgent.isEmpty || !digests.isEmpty { statements.append(locking(urgent, digests)) }
        if !single.isEmpty { statements.append(adding(single)) }
        if !urgent.isEmpty { statements.append(hastening(urgent)) }
        if !digests.isEmpty { statements += adding(digests) }
        _ = try await connection.run(statements)
    }

    private func adding(_ new: [NewDelivery]) -> Statement {
        queries.statement(
            .addDeliveries, .int64s(new.map(\.subscription.rawValue)),
            .int64s(new.map(\.place.issue.rawValue)), .int32s(new.map { Int32($0.place.sequence) }),
            .timestamps(new.map(\.notBefore.microseconds)))
    }

    private func locking(
        _ urgent: [NewDelivery], _ digests: [(NewDelivery, CalendarDate)]
    ) -> Statement {
        queries.statement(
            .lockTouchedDeliveries, .int64s(urgent.map(\.subscription.rawValue)),
            .int64s(urgent.map(\.place.issue.rawValue)),
            .int64s(digests.map(\.0.subscription.rawValue)),
            .texts(digests.map(\.1.description)))
    }

    private func hastening(_ urgent: [NewDelivery]) -> Statement {
        queries.statement(
            .hastenDeliveries, .int64s(urgent.map(\.subscription.rawValue)),
            .int64s(urgent.map(\.place.issue.rawValue)),
            .timestamps(urgent.map(\.notBefore.microseconds)))
    }

    private func adding(_ digests: [(NewDelivery, CalendarDate)]) -> [Statement] {
        let subscriptions = Parameter.int64s(digests.map(\.0.subscription.rawValue))
        let days = Parameter.texts(digests.map(\.1.description))
        return [
            queries.statement(
                .addDigests, subscriptions, days,
                .timestamps(digests.map(\.0.notBefore.microseconds))),
            queries.statement(
                .addDigestItems, subscriptions, days,
                .int64s(digests.map(\.0.place.issue.rawValue)),
                .int32s(digests.map { Int32($0.0.place.sequence) })),
        ]
    }

    package func claim(
        at now: Instant, wall: Instant, until: Instant, limit: Int, crowding: Crowding
    ) async throws -> [ClaimedDelivery] {
        let rows = try await read(
            .claimDeliveries, .timestamp(microseconds: now.microseconds),
            .timestamp(microseconds: wall.microseconds),
            .timestamp(microseconds: until.microseconds), .int32(Int32(limit)),
            .int64s(crowding.receivers.map(\.rawValue)),
            .int64s(crowding.persons.map(\.rawValue)), .bool(!crowding.isMailFull),
            .int64s(crowding.ailing.map(\.rawValue)), .int32(Int32(Crowding.mostOfPerson)),
            .int32(Int32(max(0, crowding.roomApart))))
        guard rows.count > 0 else { return [] }
        let subscriptions = try await read(
            .subscriptionsByID, .int64s(Set(try rows.map { try $0.int64(1) }).sorted())
        ).map(SubscriptionRow.subscription)
        let byID = Dictionary(subscriptions.map { ($0.id, $0) }) { first, _ in first }
        let digests = try rows.filter { try $0.int64OrNil(2) == nil }.map { try $0.int64(0) }
        let items = try await digestItems(of: digests)
        return try rows.compactMap { row in
            guard let subscription = byID[SubscriptionID(try row.int64(1))] else { return nil }
            let place = try row.int64OrNil(2).map {
                EventPlace(issue: IssueID($0), sequence: Int(try row.int32(3)))
            }
            return ClaimedDelivery(
                id: DeliveryID(try row.int64(0)), subscription: subscription,
                places: try place.map { [$0] } ?? items[row.int64(0)] ?? [],
                digestOn: try row.dateOrNil(4).map { CalendarDate(dayNumber: Int64($0)) },
                tries: Int(try row.int32(5)), triesSinceReplay: Int(try row.int32(6)))
        }
    }

    private func digestItems(of digests: [Int64]) async throws -> [Int64: [EventPlace]] {
        guard !digests.isEmpty else { return [:] }
        return try await read(.digestItems, .int64s(digests)).reduce(into: [:]) { items, row in
            items[try row.int64(0), default: []].append(
                EventPlace(issue: IssueID(try row.int64(1)), sequence: Int(try row.int32(2))))
        }
    }

    @discardableResult
    package func settle(
        _ settled: [SettledDelivery], by plan: FailurePlan = FailurePlan()
    ) async throws -> [SubscriptionID] {
        let statements =
            [TransactionControl.begin, noting(settled, by: plan)] + settling(settled)
            + [TransactionControl.commit]
        let answers = try await repeating {
            try await pool.withConnection { try await $0.run(statements) }
        }
        guard let now = settled.map(\.attempt.endedAt).max() else { return [] }
        return try await keepApart(Self.failing(answers[1]), at: now, by: plan)
    }

    private func settling(_ settled: [SettledDelivery]) -> [Statement] {
        let numbers = Parameter.int32s(settled.map { Int32($0.attempt.number) })
        let ids = Parameter.int64s(settled.map(\.id.rawValue))
        let status = Parameter.int32s(settled.map { $0.attempt.status.map(Int32.init) })
        let errors = Parameter.texts(settled.map(\.attempt.error))
        let began = settled.map(\.attempt.at.microseconds)
        return [
            queries.statement(
                .settleDeliveries, ids, numbers, .texts(settled.map(\.outcome.state.rawValue)),
                .timestamps(
                    settled.map { ($0.outcome.nextTryAt ?? $0.attempt.at).microseconds }),
                status, errors,
                .timestamps(
                    settled.map {
                        $0.outcome.state == .pending ? nil : $0.attempt.endedAt.microseconds
                    })),
            queries.statement(
                .addAttempts, ids, numbers, .timestamps(began), status, errors,
                .int32s(settled.map { Int32(clamping: $0.attempt.milliseconds) })),
        ]
    }

    package func items(at places: [EventPlace]) async throws -> [OutboxItem] {
        try await converting {
            try await pool.withConnection { try await items(at: places, $0) }
        }
    }

    package func openIssues(atLevelOf person: PersonID) async throws -> [IssueID] {
        try await read(.openIssuesAtLevel, .int64(person.rawValue)).map {
            IssueID(try $0.int64(0))
        }
    }

    package func end(
        _ subscription: SubscriptionID, reason: String, at wall: Instant
    ) async throws {
        let at = Parameter.timestamp(microseconds: wall.microseconds)
        let statements = [
            TransactionControl.begin,
            queries.statement(.endSubscription, .int64(subscription.rawValue), at, .text(reason)),
            queries.statement(
                .buryDeliveries, .int64(subscription.rawValue), at, .text("subscriptionEnded")),
            TransactionControl.commit,
        ]
        _ = try await repeating {
            try await pool.withConnection { try await $0.run(statements) }
        }
    }
}

extension SettledDelivery.Outcome {
    fileprivate var state: Delivery.State {
        switch self {
        case .delivered: .delivered
        case .retry: .pending
        case .dead, .ended: .dead
        case .noLongerVisible: .noLongerVisible
        }
    }

    fileprivate var nextTryAt: Instant? {
        if case .retry(let at) = self { at } else { nil }
    }
}

extension Delivery.Attempt {
    var endedAt: Instant {
        Instant(microseconds: at.microseconds + Int64(milliseconds) * 1000)
    }
}
