import CLibPQ

/// COPY … TO STDOUT.
extension Session {
    /// Hands out the copied rows one by one; memory holds one row and libpq's input buffer.
    ///
    /// Throws: what `receive` throws, and then the connection is given up, because the rest of the
    /// rows would still come.
    func copyOut(_ sql: String, _ receive: (UnsafeRawBufferPointer) throws -> Void) throws {
        try requireAlive()
        try leavePipelineMode()
        try require(PQsendQuery(connection, sql))
        var failure = try beginCopy()
        if failure == nil {
            do {
                try receiveRows(receive)
            } catch {
                _ = lost(outcomeUnknown: false)
                throw error
            }
        }
        let later = try drainAnswers(describedAs: "copy")
        failure = failure ?? later
        try enterPipelineMode()
        if let failure { throw failure }
    }

    /// Returns the refusal, if the server refuses to copy.
    private func beginCopy() throws(PostgresError) -> PostgresError? {
        guard let result = try nextResult() else {
            throw lost(outcomeUnknown: false, "copy: an answer is missing")
        }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COPY_OUT: return nil
        case PGRES_FATAL_ERROR: return try refusal(result, "copy")
        default: throw lost(outcomeUnknown: true, "copy: the statement copies nothing out")
        }
    }

    private func receiveRows(_ receive: (UnsafeRawBufferPointer) throws -> Void) throws {
        let withoutWaiting: Int32 = 1
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let byteCount = PQgetCopyData(connection, &row, withoutWaiting)
            defer { PQfreemem(row) }
            switch byteCount {
            case 1...: try receive(UnsafeRawBufferPointer(start: row, count: Int(byteCount)))
            case 0: try exchange()
            case -1: return
            default: throw lost(outcomeUnknown: true)
            }
        }
    }
}
