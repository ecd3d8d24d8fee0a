import Synchronization

/// A place in the waiting line, which is settled exactly once.
final class Ticket: Sendable {
    private let state = Mutex(State.open)

    /// open → awaited → settled, or open → settled where the answer is there first.
    private enum State {
        case open
        case awaited(CheckedContinuation<Grant, Never>)
        case settled(Grant)
    }

    /// What the place was good for.
    enum Grant: Sendable {
        case connection(PostgresConnection)
        /// Room for a connection that the waiter opens itself.
        case room
        case refused(PostgresError)
    }

    /// Answers the waiter; false where it has been answered already.
    func settle(_ grant: Grant) -> Bool {
        let (isFirst, continuation) = state.withLock { state in
            defer {
                if case .settled = state {} else { state = .settled(grant) }
            }
            return switch state {
            case .open: (true, nil as CheckedContinuation<Grant, Never>?)
            case .awaited(let continuation): (true, continuation)
            case .settled: (false, nil)
            }
        }
        continuation?.resume(returning: grant)
        return isFirst
    }

    func value() async -> Grant {
        await withCheckedContinuation { continuation in
            let settled: Grant? = state.withLock { state in
                if case .settled(let grant) = state { return grant }
                state = .awaited(continuation)
                return nil
            }
            if let settled {
                continuation.resume(returning: settled)
            }
        }
    }
}
