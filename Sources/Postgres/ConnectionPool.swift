package import Logging
import Synchronization

/// Lends connections, opens them on demand, and replaces the dead ones.
///
/// When all are lent, callers wait in one bounded line, first come, first served.
package final class ConnectionPool: Sendable {
    private let options: ConnectionOptions
    private let maximumWait: Duration
    private let logger: Logger
    private let meter: (any PoolMeter)?
    private let state: Mutex<PoolState>

    package init(
        options: ConnectionOptions, size: Int, maximumWaiters: Int, maximumWait: Duration,
        logger: Logger, meter: (any PoolMeter)? = nil
    ) {
        self.options = options
        self.maximumWait = maximumWait
        self.logger = logger
        self.meter = meter
        state = Mutex(PoolState(size: size, maximumWaiters: maximumWaiters))
    }

    /// Lends a connection to the body. A transaction that the body leaves open is rolled back.
    ///
    /// Throws: what the body throws · `.exhausted` where no connection came free in time or the
    /// line is full · `.unavailable` where a new connection was needed and could not be opened ·
    /// `.cancelled` where the task was cancelled in the line.
    package func withConnection<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try await borrow()
        do {
            let value = try await body(connection)
            await giveBack(connection)
            return value
        } catch {
            await giveBack(connection)
            throw error
        }
    }

    /// Closes what is idle and refuses who waits; what is lent is closed on its return.
    package func close() async {
        for connection in state.withLock({ $0.close() }) {
            await connection.close()
        }
    }

    package struct Statistics: Sendable, Equatable {
        /// Counts the idle, the lent and those being opened.
        package let open: Int
        package let idle: Int
        package let waiting: Int

        package init(open: Int, idle: Int, waiting: Int) {
            self.open = open
            self.idle = idle
            self.waiting = waiting
        }
    }

    package var statistics: Statistics {
        state.withLock { state in
            Statistics(
                open: state.openCount, idle: state.idle.count, waiting: state.waiters.count)
        }
    }
}

/// Borrowing.
extension ConnectionPool {
    private func borrow() async throws(PostgresError) -> PostgresConnection {
        switch state.withLock({ $0.lease() }) {
        case .connection(let connection): connection
        case .room: try await openInRoom()
        case .refused(let error): throw error
        case .wait(let ticket): try await wait(ticket)
        }
    }

    private func wait(_ ticket: Ticket) async throws(PostgresError) -> PostgresConnection {
        let begun = ContinuousClock.now
        let grant = await grant(of: ticket)
        meter?.waited(.now - begun)
        return switch grant {
        case .connection(let connection): connection
        case .room: try await openInRoom()
        case .refused(let error): throw error
        }
    }

    /// Waits for the ticket's answer, at most for the maximum wait or until cancelled.
    private func grant(of ticket: Ticket) async -> Ticket.Grant {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.expire(ticket) }
            let grant = await withTaskCancellationHandler {
                await ticket.value()
            } onCancel: {
                self.abandon(ticket, .cancelled)
            }
            group.cancelAll()
            return grant
        }
    }

    private func expire(_ ticket: Ticket) async {
        do {
            try await Task.sleep(for: maximumWait)
            abandon(ticket, .exhausted)
        } catch {
            // The sleep was cancelled: the ticket has its answer.
        }
    }

    private func abandon(_ ticket: Ticket, _ reason: PostgresError) {
        if ticket.settle(.refused(reason)) {
            state.withLock { $0.remove(ticket) }
        }
    }

    /// Opens a connection in the room already counted, and frees the room if that fails.
    private func openInRoom() async throws(PostgresError) -> PostgresConnection {
        let standing = state.withLock { $0.backoff.standingFailure(now: .now) }
        do throws(PostgresError) {
            if let standing { throw standing }
            let connection = try await PostgresConnection.open(
                options, logger: logger, meter: meter)
            state.withLock { $0.backoff.noteSuccess() }
            return connection
        } catch {
            state.withLock { state in
                if standing == nil {
                    state.backoff.noteFailure(error, now: .now)
                }
                state.freeRoom()
            }
            throw error
        }
    }
}

/// Returning.
extension ConnectionPool {
    private func giveBack(_ connection: PostgresConnection) async {
        guard await isFitForReuse(connection) else {
            await connection.close()
            state.withLock { $0.freeRoom() }
            return
        }
        let unwanted = state.withLock { $0.putBack(connection) }
        await unwanted?.close()
    }

    /// Ends an open transaction, and says whether the next borrower finds a clean session.
    private func isFitForReuse(_ connection: PostgresConnection) async -> Bool {
        if connection.isUsable, connection.transactionStatus != .idle {
            do throws(PostgresError) {
                _ = try await connection.query(Self.rollback)
            } catch {
                logger.warning("rollback failed", metadata: ["error": "\(error)"])
                return false
            }
        }
        let health = connection.health
        return health.isAlive && !health.isStale && health.transactionStatus == .idle
    }

    private static let rollback = Statement(name: "", sql: "ROLLBACK", parameters: [])
}
