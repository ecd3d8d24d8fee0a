import Engine

/// Keeps how tries ended until one writer asks for all of it.
actor EndedTries {
    private var waiting: [SettledDelivery] = []
    private var isFinished = false
    /// Invariant: there is one writer.
    private var writer: CheckedContinuation<Void, Never>?
    /// What ends together is written down together.
    private static let gathering = Duration.milliseconds(10)

    func add(_ one: SettledDelivery) {
        waiting.append(one)
        resume()
    }

    /// Nothing is added any more.
    func finish() {
        isFinished = true
        resume()
    }

    /// Everything since the last call, once there is something; nil at the end. A writer that is
    /// cancelled waits on as well: what ended before is written down, and nothing is asked twice.
    func next() async -> [SettledDelivery]? {
        while waiting.isEmpty, !isFinished {
            await withCheckedContinuation { writer = $0 }
        }
        guard !waiting.isEmpty else { return nil }
        do {
            try await Task.sleep(for: Self.gathering)
        } catch {
            // Cancelled: what is there is written down at once.
        }
        defer { waiting = [] }
        return waiting
    }

    private func resume() {
        writer?.resume()
        writer = nil
    }
}
