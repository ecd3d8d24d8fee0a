import CLibPQ

/// Asking what a query means without running it.
extension Session {
    /// Describes a query under the unnamed statement, which leaves nothing prepared.
    func describe(name: String, sql: String) throws(PostgresError) -> StatementDescription {
        try requireAlive()
        try require(PQsendPrepare(connection, "", sql, 0, nil))
        try require(PQsendDescribePrepared(connection, ""))
        try require(PQpipelineSync(connection))
        var failure: PostgresError?
        _ = try receiveAnswer(name, failure: &failure)
        let answer = try receiveAnswer(name, failure: &failure)
        try receiveSync()
        if let failure { throw failure }
        guard let answer else {
            throw lost(outcomeUnknown: false, "\(name): the description is missing")
        }
        return StatementDescription(answer)
    }
}

extension StatementDescription {
    init(_ answer: Rows) {
        parameterOIDs = (0..<PQnparams(answer.result)).map { PQparamtype(answer.result, $0) }
        columns = answer.columnNames.enumerated().map { index, name in
            Column(name: name, oid: answer.columnTypeOID(.at(index)))
        }
    }
}
