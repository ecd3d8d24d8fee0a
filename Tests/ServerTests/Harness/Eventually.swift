import Testing

/// Asks until the condition holds, at most for the limit.
///
/// Throws: `NeverHappened`, and what the condition throws.
func eventually(
    _ what: String, within limit: Duration = .seconds(90),
    every pause: Duration = .milliseconds(20),
    _ condition: @Sendable () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return }
        try await Task.sleep(for: pause)
    }
    throw NeverHappened(what: what)
}

struct NeverHappened: Error {
    let what: String
}
