import DequeModule
import Synchronization

/// One piece of work for a connection's thread.
///
/// It gets the session, or nil where the connection is gone, and answers its caller itself.
typealias Job = @Sendable (Session?) -> Void

/// Carries work from any task to the one thread that serves a connection, in order.
final class Mailbox: Sendable {
    let wakeup: Wakeup
    private let state = Mutex(State())

    private struct State {
        var jobs = Deque<Job>()
        var phase = Phase.open
        /// Whether the thread sleeps, or is about to, and so needs the wakeup.
        var isParked = false
        var health = SessionHealth()
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// open → closing → finished, or open → finished when the connection breaks.
    private enum Phase {
        case open
        case closing
        case finished
    }

    init() throws(PostgresError) {
        wakeup = try Wakeup()
    }

    /// The session's state after its latest job.
    var health: SessionHealth {
        state.withLock { $0.phase == .open ? $0.health : SessionHealth(isAlive: false) }
    }

    /// Queues a job, or runs it at once without a session where no session will come.
    func post(_ job: @escaping Job) {
        let (isAccepted, isParked) = state.withLock { state in
            guard state.phase == .open else { return (false, false) }
            state.jobs.append(job)
            defer { state.isParked = false }
            return (true, state.isParked)
        }
        if isParked {
            wakeup.raise()
        }
        if !isAccepted {
            job(nil)
        }
    }

    /// Refuses new jobs; the thread ends after those already queued.
    func beginClosing() {
        state.withLock { state in
            if state.phase == .open {
                state.phase = .closing
            }
        }
        wakeup.raise()
    }

    /// Waits until the thread has ended and the socket is closed.
    func waitUntilFinished() async {
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if state.phase != .finished {
                    state.closers.append(continuation)
                }
                return state.phase == .finished
            }
            if isFinished {
                continuation.resume()
            }
        }
    }
}

/// The thread's side.
extension Mailbox {
    enum Next {
        case job(Job)
        /// Nothing to do: the thread waits for the wakeup or for the server.
        case park
        case close
    }

    func next() -> Next {
        state.withLock { state in
            if let job = state.jobs.popFirst() {
                return .job(job)
            }
            if state.phase == .closing {
                return .close
            }
            state.isParked = true
            return .park
        }
    }

    func publish(_ health: SessionHealth) {
        state.withLock { $0.health = health }
    }

    /// Refuses all that is queued or comes later.
    func finish() {
        let (jobs, closers) = state.withLock { state in
            state.phase = .finished
            defer {
                state.jobs = []
                state.closers = []
            }
            return (state.jobs, state.closers)
        }
        for job in jobs {
            job(nil)
        }
        for closer in closers {
            closer.resume()
        }
    }
}
