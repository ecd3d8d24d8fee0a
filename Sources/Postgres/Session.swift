import CLibPQ
import Glibc
import Logging

/// One libpq connection, in pipeline mode between two jobs.
///
/// Only its connection's thread uses it, so its calls may wait for the server.
final class Session {
    let connection: OpaquePointer
    let notices: NoticeObserver
    let parameters = ParameterBuffer()
    /// The text of each statement that this session is known to have prepared, by name.
    var preparedTexts: [String: String] = [:]
    var isStale = false
    private var isBroken = false
    private var isClosed = false

    /// Throws: `.unavailable` where no server lets us in.
    init(_ options: ConnectionOptions, _ logger: Logger) throws(PostgresError) {
        connection = try openConnection(options)
        notices = NoticeObserver(logger)
        notices.attach(to: connection)
    }

    deinit {
        close()
    }

    func close() {
        if !isClosed {
            isClosed = true
            PQfinish(connection)
        }
    }

    var isAlive: Bool {
        !isBroken && PQstatus(connection) == CONNECTION_OK
    }

    var socket: Int32 {
        PQsocket(connection)
    }

    var health: SessionHealth {
        SessionHealth(
            isAlive: isAlive, isStale: isStale, transactionStatus: transactionStatus)
    }

    private var transactionStatus: TransactionStatus {
        guard isAlive else { return .unknown }
        return switch PQtransactionStatus(connection) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_ACTIVE: .active
        case PQTRANS_INTRANS: .inTransaction
        case PQTRANS_INERROR: .failed
        default: .unknown
        }
    }
}

/// Waiting for the server.
extension Session {
    /// Waits for the next result of the exchange; nil where the current statement has no more.
    func nextResult() throws(PostgresError) -> OpaquePointer? {
        while PQisBusy(connection) != 0 {
            try exchange()
        }
        return PQgetResult(connection)
    }

    /// Sends what is still unsent, then waits for the server and takes in what it says.
    func exchange() throws(PostgresError) {
        guard isAlive else { throw lost(outcomeUnknown: true) }
        let unsent = PQflush(connection)
        guard unsent >= 0 else { throw lost(outcomeUnknown: true) }
        var descriptor = pollfd(
            fd: socket, events: Int16(unsent == 0 ? POLLIN : POLLIN | POLLOUT), revents: 0)
        guard poll(&descriptor, 1, -1) > 0 else {
            guard errno == EINTR else { throw lost(outcomeUnknown: true) }
            return
        }
        if descriptor.revents & ~Int16(POLLOUT) != 0, PQconsumeInput(connection) == 0 {
            throw lost(outcomeUnknown: true)
        }
    }

    /// Takes in what the server says between two jobs; notices a closed connection.
    func absorbNotices() {
        guard PQconsumeInput(connection) != 0 else {
            isBroken = true
            return
        }
        // Asking parses the input; nobody listens, so notifications are only freed.
        while let notification = PQnotifies(connection) {
            PQfreemem(notification)
        }
    }

    /// Gives the connection up and says why.
    func lost(outcomeUnknown: Bool, _ reason: String? = nil) -> PostgresError {
        isBroken = true
        return .connectionLost(
            outcomeUnknown: outcomeUnknown, reason ?? lastMessage(of: connection))
    }

    /// Refuses to begin a job on a dead connection.
    func requireAlive() throws(PostgresError) {
        guard isAlive else { throw lost(outcomeUnknown: false) }
    }
}
