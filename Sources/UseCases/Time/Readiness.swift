package import Engine
package import Store

/// Asks whether the store answers, and answers itself within a limit, whatever the store does.
///
/// Invariant: one question is under way at most, so that askers can't take all connections.
package actor Readiness {
    private static let limit = Duration.seconds(2)
    private static let pause = Duration.milliseconds(20)

    private let access: AccessRecords
    private let writes: WriteHealth
    private var isAsking = false
    private var askedCount = 0
    private var last: Result<Void, any Error> = .success(())

    package init(records: Records, writes: WriteHealth) {
        access = records.access
        self.writes = writes
    }

    /// - Throws: `EngineFailure.unavailable` where the store is away or silent; `strained` where it
    ///   can be read, but took nothing lately.
    package func require() async throws {
        if !isAsking {
            isAsking = true
            Task { await ask() }
        }
        let wanted = askedCount + 1
        let end = ContinuousClock.now + Self.limit
        while askedCount < wanted {
            guard ContinuousClock.now < end else { throw EngineFailure.unavailable }
            try await Task.sleep(for: Self.pause)
        }
        try last.get()
        if writes.isFailing() { throw EngineFailure.strained }
    }

    private func ask() async {
        do {
            try await access.ping()
            last = .success(())
        } catch {
            last = .failure(error)
        }
        askedCount += 1
        isAsking = false
    }
}
