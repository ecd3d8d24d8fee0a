import Casework
import Engine
import Notices
import Postgres
import WorkingTime

/// The statements that add deliveries: single ones, urgent ones, and digests.
struct NewDeliveries {
    private let single: [NewDelivery]
    private let urgent: [NewDelivery]
    private let digests: [(delivery: NewDelivery, day: CalendarDate)]

    init(_ new: [NewDelivery]) {
        single = new.filter { $0.digestOn == nil }
        urgent = single.filter(\.isUrgent)
        digests = new.compactMap { one in one.digestOn.map { (one, $0) } }
    }

    func statements(_ queries: QueryCatalogue) -> [Statement] {
        var statements: [Statement] = []
        if !urgent.isEmpty || !digests.isEmpty { statements.append(locking(queries)) }
        if !single.isEmpty { statements.append(adding(queries)) }
        if !urgent.isEmpty { statements.append(hastening(queries)) }
        if !digests.isEmpty { statements += addingDigests(queries) }
        return statements
    }

    private func locking(_ queries: QueryCatalogue) -> Statement {
        queries.statement(
            .lockTouchedDeliveries, .int64s(urgent.map(\.subscription.rawValue)),
            .int64s(urgent.map(\.place.issue.rawValue)),
            .int64s(digests.map(\.delivery.subscription.rawValue)),
            .texts(digests.map(\.day.description)))
    }

    private func adding(_ queries: QueryCatalogue) -> Statement {
        queries.statement(
            .addDeliveries, .int64s(single.map(\.subscription.rawValue)),
            .int64s(single.map(\.place.issue.rawValue)),
            .int32s(single.map { Int32($0.place.sequence) }),
            .timestamps(single.map(\.notBefore.microseconds)))
    }

    private func hastening(_ queries: QueryCatalogue) -> Statement {
        queries.statement(
            .hastenDeliveries, .int64s(urgent.map(\.subscription.rawValue)),
            .int64s(urgent.map(\.place.issue.rawValue)),
            .timestamps(urgent.map(\.notBefore.microseconds)))
    }

    private func addingDigests(_ queries: QueryCatalogue) -> [Statement] {
        let subscriptions = Parameter.int64s(digests.map(\.delivery.subscription.rawValue))
        let days = Parameter.texts(digests.map(\.day.description))
        return [
            queries.statement(
                .addDigests, subscriptions, days,
                .timestamps(digests.map(\.delivery.notBefore.microseconds))),
            queries.statement(
                .addDigestItems, subscriptions, days,
                .int64s(digests.map(\.delivery.place.issue.rawValue)),
                .int32s(digests.map { Int32($0.delivery.place.sequence) })),
        ]
    }
}
