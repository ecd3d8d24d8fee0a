import Engine
import Testing

@Suite("A wake-up")
struct WakeUpTests {
    /// Nobody waits for it here.
    private static let long = Duration.seconds(86400)

    @Test("signalled before the wait ends it at once, and counts once")
    func before() async {
        let wakeUp = WakeUp()
        await wakeUp.signal()
        await wakeUp.signal()
        await wakeUp.wait(atMost: Self.long)
        // The second signal was the same: only the limit ends this one.
        await wakeUp.wait(atMost: .zero)
        await wakeUp.signal()
        await wakeUp.wait(atMost: Self.long)
    }

    @Test("ends a wait under way")
    func during() async {
        let wakeUp = WakeUp()
        let waiting = Task { await wakeUp.wait(atMost: Self.long) }
        await Task.yield()
        await wakeUp.signal()
        await waiting.value
    }

    @Test("lets go of whoever is cancelled, and wakes the next")
    func cancelled() async {
        let wakeUp = WakeUp()
        let waiting = Task { await wakeUp.wait(atMost: Self.long) }
        await Task.yield()
        waiting.cancel()
        await waiting.value
        await wakeUp.signal()
        await wakeUp.wait(atMost: Self.long)
    }
}
