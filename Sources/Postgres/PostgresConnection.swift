package import Logging

/// One session with the server. Calls from many tasks are served one after the other.
///
/// A call that has begun is carried through, even where its task is cancelled: the limit is the
/// statement timeout.
/// Throws: `.connectionLost` from every call once the connection is gone.
package final class PostgresConnection: Sendable {
    private let mailbox: Mailbox
    private let meter: (any PoolMeter)?

    private init(_ mailbox: Mailbox, _ meter: (any PoolMeter)?) {
        self.mailbox = mailbox
        self.meter = meter
    }

    deinit {
        mailbox.beginClosing()
    }

    /// Throws: `.unavailable` where no server lets us in.
    package static func open(
        _ options: ConnectionOptions, logger: Logger, meter: (any PoolMeter)? = nil
    ) async throws(PostgresError) -> PostgresConnection {
        let mailbox = try Mailbox()
        let thread = ConnectionThread(options: options, mailbox: mailbox, logger: logger)
        let failure = await withCheckedContinuation { continuation in
            thread.start { continuation.resume(returning: $0) }
        }
        if let failure { throw failure }
        return PostgresConnection(mailbox, meter)
    }

    /// Runs the statements as one pipeline with one sync.
    ///
    /// Without an explicit BEGIN they are one transaction. The first error skips the rest.
    /// Throws: the first error, after which the connection is usable again.
    package func run(_ statements: [Statement]) async throws(PostgresError) -> [Rows] {
        try await perform { (session: Session) throws(PostgresError) in
            try session.run(statements)
        }
    }

    package func query(_ statement: Statement) async throws(PostgresError) -> Rows {
        try await perform { (session: Session) throws(PostgresError) in
            try session.run([statement])[0]
        }
    }

    /// Runs a text of several statements, for migrations; their rows are ignored.
    package func execute(script: String) async throws(PostgresError) {
        _ = try await warnings(executing: script)
    }

    /// The same, and says what the statements warned of, in order.
    package func warnings(executing script: String) async throws(PostgresError) -> [String] {
        try await perform { (session: Session) throws(PostgresError) in
            try session.execute(script: script)
        }
    }

    /// Copies a table or a query out, row by row, on the connection's own thread.
    ///
    /// Throws: what `receive` throws; the connection is closed then.
    package func copyOut(
        _ sql: String, _ receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) async throws {
        let outcome = try await perform { (session: Session) throws(PostgresError) in
            Result { try session.copyOut(sql, receive) }
        }
        try outcome.get()
    }

    /// Asks for a query's types. It leaves nothing prepared; the name only marks errors.
    package func describe(
        name: String, sql: String
    ) async throws(PostgresError) -> StatementDescription {
        try await perform { (session: Session) throws(PostgresError) in
            try session.describe(name: name, sql: sql)
        }
    }

    /// Closes the session after the work already queued.
    package func close() async {
        mailbox.beginClosing()
        await mailbox.waitUntilFinished()
    }

    package var isUsable: Bool {
        mailbox.health.isAlive
    }

    package var transactionStatus: TransactionStatus {
        let health = mailbox.health
        return health.isAlive ? health.transactionStatus : .unknown
    }

    var health: SessionHealth {
        mailbox.health
    }

    /// Runs the work on the connection's thread and publishes the session's health before the
    /// caller goes on.
    private func perform<Value: Sendable>(
        _ work: @escaping @Sendable (Session) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        meter?.tripped()
        let outcome: Result<Value, PostgresError> = await withCheckedContinuation { continuation in
            mailbox.post { [mailbox] session in
                guard let session else {
                    continuation.resume(returning: .failure(Self.gone))
                    return
                }
                let outcome = Result { () throws(PostgresError) in try work(session) }
                mailbox.publish(session.health)
                continuation.resume(returning: outcome)
            }
        }
        return try outcome.get()
    }

    private static let gone = PostgresError.connectionLost(
        outcomeUnknown: false, "the connection is closed")
}
