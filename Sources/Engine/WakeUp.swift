/// Wakes one waiter, now or at its next wait, however often it was signalled in between.
///
/// Invariant: one waits at a time.
package actor WakeUp {
    private var isSignalled = false
    private var waiter: CheckedContinuation<Void, Never>?
    /// Count the waits that began and those that are over.
    private var begun = 0
    private var over = 0

    package init() {}

    package func signal() {
        isSignalled = true
        resume()
    }

    /// Waits for a signal, at most for the limit; ends at once where the task is cancelled.
    package func wait(atMost limit: Duration) async {
        begun += 1
        let turn = begun
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await Task.sleep(for: limit)
                } catch {
                    // Cancelled, as the limit would be: the wait is over.
                }
                await self.end(turn)
            }
            await hear(turn)
            group.cancelAll()
        }
    }

    private func hear(_ turn: Int) async {
        while !isSignalled, over < turn {
            await withCheckedContinuation { waiter = $0 }
        }
        isSignalled = false
    }

    private func end(_ turn: Int) {
        over = max(over, turn)
        resume()
    }

    private func resume() {
        waiter?.resume()
        waiter = nil
    }
}
