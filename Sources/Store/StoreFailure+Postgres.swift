import Casework
package import Engine
package import Postgres

extension StoreFailure {
    /// Converts what the database said into what the engine can act on.
    package init(_ error: PostgresError) {
        if error.isConstraintViolation {
            let server = error.serverError
            self = .constraint(server?.constraint ?? server?.message ?? "constraint")
        } else if error.isUnstorableText {
            self = .unstorable
        } else if error.isLockTimeout {
            self = .locked
        } else if error.isStrained {
            self = .strained(error.description)
        } else if error.isSerializationOrDeadlock {
            self = .transient(error.description)
        } else {
            self = Self.trouble(error)
        }
    }

    private static func trouble(_ error: PostgresError) -> StoreFailure {
        switch error {
        case .connectionLost: .transient(error.description)
        case .unavailable, .exhausted, .cancelled: .unavailable(error.description)
        case .refused where error.isConnectionTrouble || error.isReadOnly:
            .unavailable(error.description)
        case .refused, .decoding: .fault(error.description)
        }
    }
}

/// Runs a body that may be run twice, again where the database ended it for another's sake.
func repeating<Value>(_ body: () async throws -> Value) async throws -> Value {
    try await again(where: isTransient) { try await converting(body) }
}

/// Runs a transaction again where the database gave it up for another's: nothing of it was written.
func untangling<Value>(_ body: () async throws -> Value) async throws -> Value {
    try await again(where: isEntangled, body)
}

private func isTransient(_ error: any Error) -> Bool {
    if case StoreFailure.transient = error { true } else { false }
}

private func isEntangled(_ error: any Error) -> Bool {
    (error as? PostgresError)?.isSerializationOrDeadlock ?? false
}

/// Runs a body up to four times, as long as what it fails with is worth another try.
private func again<Value>(
    where isWorthIt: (any Error) -> Bool, _ body: () async throws -> Value
) async throws -> Value {
    for pause in [Duration.milliseconds(20), .milliseconds(100), .milliseconds(500)] {
        do {
            return try await body()
        } catch let error where isWorthIt(error) {
            try await Task.sleep(for: pause)
        }
    }
    return try await body()
}

/// Runs a body and converts the database's errors at this one place.
func converting<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as PostgresError {
        throw StoreFailure(error)
    } catch let fault as WorldFault {
        throw StoreFailure.fault(fault.description)
    } catch let error as DecodingError {
        throw StoreFailure.fault("a stored document can't be read: \(error)")
    }
}
