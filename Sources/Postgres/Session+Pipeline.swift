import CLibPQ

/// One message of a pipeline for which a result is due.
private enum PipelineStep {
    case prepare(Statement)
    case execute(Statement)
}

/// Pipelines: all statements, one sync, one answer.
extension Session {
    /// Runs the statements up to the first error, and always drains to the sync.
    func run(_ statements: [Statement]) throws(PostgresError) -> [Rows] {
        guard !statements.isEmpty else { return [] }
        try requireAlive()
        let steps = try send(statements)
        var rows: [Rows] = []
        rows.reserveCapacity(statements.count)
        var failure: PostgresError?
        for step in steps {
            try receive(step, into: &rows, failure: &failure)
        }
        try receiveSync()
        try requireReplicated()
        if let failure { throw failure }
        return rows
    }

    /// Refuses to call a commit certain where the wait for the standby was cancelled.
    ///
    /// The server reports such a commit as a success with a warning.
    func requireReplicated() throws(PostgresError) {
        if notices.takeReplicationUnconfirmed() {
            throw .connectionLost(
                outcomeUnknown: true, "committed, but the standby did not confirm it in time")
        }
    }

    private func send(_ statements: [Statement]) throws(PostgresError) -> [PipelineStep] {
        var steps: [PipelineStep] = []
        steps.reserveCapacity(statements.count)
        var preparing: [String: String] = [:]
        for statement in statements {
            parameters.load(statement.parameters)
            if needsPreparation(statement, preparing) {
                preparing[statement.name] = statement.sql
                try require(sendPrepare(statement))
                steps.append(.prepare(statement))
            }
            try require(sendExecute(statement))
            steps.append(.execute(statement))
        }
        try require(PQpipelineSync(connection))
        return steps
    }

    /// A second text under a known name is prepared too, so that the server refuses it.
    private func needsPreparation(_ statement: Statement, _ preparing: [String: String]) -> Bool {
        let name = statement.name
        return !name.isEmpty && preparedTexts[name] != statement.sql
            && preparing[name] != statement.sql
    }

    private func sendPrepare(_ statement: Statement) -> Int32 {
        PQsendPrepare(
            connection, statement.name, statement.sql, parameters.count, parameters.types)
    }

    private func sendExecute(_ statement: Statement) -> Int32 {
        let binary: Int32 = 1
        return if statement.name.isEmpty {
            PQsendQueryParams(
                connection, statement.sql, parameters.count, parameters.types, parameters.values,
                parameters.lengths, parameters.formats, binary)
        } else {
            PQsendQueryPrepared(
                connection, statement.name, parameters.count, parameters.values,
                parameters.lengths, parameters.formats, binary)
        }
    }

    /// Gives the connection up where libpq refuses to queue: earlier statements may be under way.
    func require(_ queued: Int32) throws(PostgresError) {
        guard queued == 1 else { throw lost(outcomeUnknown: true) }
    }

    private func receive(
        _ step: PipelineStep, into rows: inout [Rows], failure: inout PostgresError?
    ) throws(PostgresError) {
        switch step {
        case .prepare(let statement):
            if try receiveAnswer(statement.name, failure: &failure) != nil {
                preparedTexts[statement.name] = statement.sql
            }
        case .execute(let statement):
            if let answer = try receiveAnswer(statement.name, failure: &failure) {
                rows.append(answer)
            }
        }
    }

    /// Takes the results of one message; nil where it failed, or was skipped after a failure.
    func receiveAnswer(
        _ name: String, failure: inout PostgresError?
    ) throws(PostgresError) -> Rows? {
        guard let result = try nextResult() else {
            throw lost(outcomeUnknown: true, "\(name): an answer is missing")
        }
        let answer = Rows(adopting: result, statementName: name)
        let status = PQresultStatus(result)
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            try receiveEnd(name)
            return answer
        case PGRES_PIPELINE_ABORTED:
            try receiveEnd(name)
            return nil
        case PGRES_FATAL_ERROR:
            let error = try refusal(result, name)
            failure = failure ?? error
            try receiveEnd(name)
            return nil
        default:
            let kind = String(cString: PQresStatus(status))
            throw lost(outcomeUnknown: true, "\(name): unexpected answer \(kind)")
        }
    }

    private func receiveEnd(_ name: String) throws(PostgresError) {
        guard let surplus = try nextResult() else { return }
        PQclear(surplus)
        throw lost(outcomeUnknown: true, "\(name): two answers instead of one")
    }

    func receiveSync() throws(PostgresError) {
        guard let result = try nextResult() else {
            throw lost(outcomeUnknown: true, "the end of the pipeline is missing")
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else {
            throw lost(outcomeUnknown: true, "the pipeline ended with another answer")
        }
    }

    /// Tells a refused statement, which is returned, from a lost connection, which is thrown.
    func refusal(_ result: OpaquePointer, _ name: String) throws(PostgresError) -> PostgresError {
        guard let error = ServerError(result, statementName: name), !error.endsSession else {
            throw lost(outcomeUnknown: true)
        }
        noteConsequences(of: error)
        return .refused(error)
    }

    private func noteConsequences(of error: ServerError) {
        switch error.sqlState {
        case "26000":
            // The statement was deallocated behind our back: the next use prepares it again.
            preparedTexts.removeAll()
        case "0A000", "25006":
            // A plan older than the schema, or a server that is no longer the primary.
            isStale = true
        default:
            break
        }
    }
}
