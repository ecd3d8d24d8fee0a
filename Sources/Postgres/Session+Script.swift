import CLibPQ

/// Work outside pipeline mode.
extension Session {
    /// Runs several statements as text and throws the first error.
    ///
    /// - Returns: what they warned of.
    func execute(script: String) throws(PostgresError) -> [String] {
        try requireAlive()
        try leavePipelineMode()
        notices.beginListening()
        try require(PQsendQuery(connection, script))
        let failure = try drainAnswers(describedAs: "script")
        let warnings = notices.endListening()
        try enterPipelineMode()
        try requireReplicated()
        if let failure { throw failure }
        return warnings
    }

    func leavePipelineMode() throws(PostgresError) {
        guard PQexitPipelineMode(connection) == 1 else { throw lost(outcomeUnknown: false) }
    }

    func enterPipelineMode() throws(PostgresError) {
        guard PQenterPipelineMode(connection) == 1 else { throw lost(outcomeUnknown: true) }
    }

    /// Takes every answer that is due and returns the first refusal.
    func drainAnswers(describedAs name: String) throws(PostgresError) -> PostgresError? {
        var failure: PostgresError?
        while let result = try nextResult() {
            defer { PQclear(result) }
            let status = PQresultStatus(result)
            switch status {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
                continue
            case PGRES_FATAL_ERROR:
                let error = try refusal(result, name)
                failure = failure ?? error
            default:
                let kind = String(cString: PQresStatus(status))
                throw lost(outcomeUnknown: true, "\(name): unexpected answer \(kind)")
            }
        }
        return failure
    }
}
