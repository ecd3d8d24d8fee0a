import Casework
import Engine
import Notices
import Postgres
import WorkingTime

extension [SettledDelivery] {
    /// The statements that write down how tries ended.
    func settling(_ queries: QueryCatalogue) -> [Statement] {
        let numbers = Parameter.int32s(map { Int32($0.attempt.number) })
        let ids = Parameter.int64s(map(\.id.rawValue))
        let status = Parameter.int32s(map { $0.attempt.status.map(Int32.init) })
        let errors = Parameter.texts(map(\.attempt.error))
        let began = map(\.attempt.at.microseconds)
        return [
            queries.statement(
                .settleDeliveries, ids, numbers, .texts(map(\.outcome.state.rawValue)),
                .timestamps(
                    map { ($0.outcome.nextTryAt ?? $0.attempt.at).microseconds }),
                status, errors,
                .timestamps(
                    map {
                        $0.outcome.state == .pending ? nil : $0.attempt.endedAt.microseconds
                    })),
            queries.statement(
                .addAttempts, ids, numbers, .timestamps(began), status, errors,
                .int32s(map { Int32(clamping: $0.attempt.milliseconds) })),
        ]
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
