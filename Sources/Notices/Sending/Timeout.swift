/// Runs a body that may take only so long.
enum Timeout {
    static func after<Value: Sendable>(
        _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw SendingFault(.timeout)
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw SendingFault(.timeout) }
            return value
        }
    }
}
