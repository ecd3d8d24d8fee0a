/// Says why the database did not do what it was asked.
package enum PostgresError: Error, Sendable, Equatable {
    /// The server refused a statement.
    case refused(ServerError)
    /// There is no server to talk to, or it let nobody in.
    case unavailable(String)
    /// The connection broke. With an unknown outcome the work may have been committed.
    case connectionLost(outcomeUnknown: Bool, String)
    /// No connection came free in time, or the waiting line is full.
    case exhausted
    /// A value is not what the query's type says.
    case decoding(String)
    /// The task was cancelled while it waited for a connection.
    case cancelled
}

extension PostgresError {
    /// A stable code for logs and answers.
    package var code: String {
        switch self {
        case .refused: "DB501"
        case .unavailable: "DB502"
        case .connectionLost: "DB503"
        case .exhausted: "DB504"
        case .decoding: "DB505"
        case .cancelled: "DB506"
        }
    }

    package var serverError: ServerError? {
        if case .refused(let error) = self { error } else { nil }
    }

    package var sqlState: String? {
        serverError?.sqlState
    }

    package var isUniqueViolation: Bool {
        sqlState == "23505"
    }

    package var isConstraintViolation: Bool {
        sqlState?.hasPrefix("23") ?? false
    }

    /// Whether a text holds a character that the server stores in none, such as NUL.
    package var isUnstorableText: Bool {
        sqlState == "22021" || sqlState == "22P05"
    }

    /// Whether the same transaction may succeed when it is run again.
    package var isSerializationOrDeadlock: Bool {
        sqlState == "40001" || sqlState == "40P01"
    }

    /// Whether others held a lock for longer than was to be waited.
    package var isLockTimeout: Bool {
        sqlState == "55P03"
    }

    /// Whether the server is short of disk, memory or time: the same may succeed later.
    package var isStrained: Bool {
        guard let sqlState else { return false }
        return sqlState.hasPrefix("53") || sqlState == "57014" || sqlState == "58030"
    }

    /// Whether the server is a standby, or was made one under the connection.
    package var isReadOnly: Bool {
        sqlState == "25006"
    }

    package var isConnectionTrouble: Bool {
        switch self {
        case .refused(let error):
            error.sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(error.sqlState)
        case .unavailable, .connectionLost: true
        case .exhausted, .decoding, .cancelled: false
        }
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(let error): "\(code) refused: \(error)"
        case .unavailable(let reason): "\(code) unavailable: \(reason)"
        case .connectionLost(true, let reason): "\(code) lost, outcome unknown: \(reason)"
        case .connectionLost(false, let reason): "\(code) lost, nothing sent: \(reason)"
        case .exhausted: "\(code) no connection came free"
        case .decoding(let reason): "\(code) unexpected value: \(reason)"
        case .cancelled: "\(code) cancelled while waiting for a connection"
        }
    }
}
