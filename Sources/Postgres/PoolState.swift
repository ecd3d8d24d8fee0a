import DequeModule

/// What a pool holds: idle connections, a count, a waiting line, and the memory of failed opens.
///
/// Invariant: nobody waits while a connection is idle or there is room for one.
struct PoolState {
    let size: Int
    let maximumWaiters: Int
    /// The latest used is last, and is used first.
    var idle: [PostgresConnection] = []
    /// Counts the idle, the lent and those being opened.
    var openCount = 0
    var waiters = Deque<Ticket>()
    var backoff = Backoff()
    var isClosed = false

    enum Lease {
        case connection(PostgresConnection)
        case room
        case wait(Ticket)
        case refused(PostgresError)
    }

    mutating func lease() -> Lease {
        if isClosed {
            return .refused(Self.closed)
        }
        while let connection = idle.popLast() {
            if connection.isUsable {
                return .connection(connection)
            }
            openCount -= 1
        }
        if openCount < size {
            openCount += 1
            return .room
        }
        guard waiters.count < maximumWaiters else { return .refused(.exhausted) }
        let ticket = Ticket()
        waiters.append(ticket)
        return .wait(ticket)
    }

    /// Takes a sound connection back; returns it where the pool does not want it any more.
    mutating func putBack(_ connection: PostgresConnection) -> PostgresConnection? {
        if isClosed {
            openCount -= 1
            return connection
        }
        if !grantFirst(.connection(connection)) {
            idle.append(connection)
        }
        return nil
    }

    /// Gives up the room of a connection that is gone or was never opened.
    mutating func freeRoom() {
        if isClosed || !grantFirst(.room) {
            openCount -= 1
        }
    }

    mutating func remove(_ ticket: Ticket) {
        waiters.removeAll { $0 === ticket }
    }

    /// Refuses all who wait, and returns the idle connections for closing.
    mutating func close() -> [PostgresConnection] {
        isClosed = true
        while grantFirst(.refused(Self.closed)) {}
        openCount -= idle.count
        defer { idle = [] }
        return idle
    }

    private static let closed = PostgresError.unavailable("the pool is closed")

    /// Answers the first that still waits; false where nobody does.
    private mutating func grantFirst(_ grant: Ticket.Grant) -> Bool {
        while let ticket = waiters.popFirst() {
            if ticket.settle(grant) {
                return true
            }
        }
        return false
    }
}
