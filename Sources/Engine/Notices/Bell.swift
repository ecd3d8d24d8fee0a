import Synchronization

/// Wakes one waiter, now or at its next wait, however often it was rung in between.
package final class Bell: Sendable {
    private enum State {
        case silent, rung
        case waiting(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.silent)

    package init() {}

    package func ring() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if case .waiting(let waiting) = state {
                state = .silent
                return waiting
            }
            state = .rung
            return nil
        }
        waiting?.resume()
    }

    /// Waits for a ring, at most for the limit; ends at once where the task is cancelled.
    package func wait(atMost limit: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await Task.sleep(for: limit)
                    self.ring()
                } catch {
                    // Nobody waits any more: the bell has rung.
                }
            }
            await withTaskCancellationHandler {
                await hear()
            } onCancel: {
                ring()
            }
            group.cancelAll()
        }
    }

    private func hear() async {
        await withCheckedContinuation { continuation in
            let isRung = state.withLock { state in
                if case .rung = state {
                    state = .silent
                    return true
                }
                state = .waiting(continuation)
                return false
            }
            if isRung { continuation.resume() }
        }
    }
}
