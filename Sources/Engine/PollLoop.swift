import ServiceLifecycle

/// Does the same work again and again until the process ends, also after an outage.
package struct PollLoop: Sendable {
    private let pause: Duration
    private let kind: RecurringWork
    private let wakeUp: WakeUp?
    private let observer: any Observer
    /// What failed is not asked again at once.
    private static let pauseAfterFault = Duration.seconds(2)

    /// - Parameters:
    ///   - kind: what is told of once, when the work fails and did not fail before.
    ///   - wakeUp: cuts a pause short, but not the one after a fault.
    package init(
        of kind: RecurringWork, every pause: Duration, wokenBy wakeUp: WakeUp? = nil,
        observer: any Observer
    ) {
        self.kind = kind
        self.pause = pause
        self.wakeUp = wakeUp
        self.observer = observer
    }

    /// Repeats the work until the process ends. What it throws is told, and it is tried again.
    package func run(_ work: @escaping @Sendable () async throws -> Void) async {
        await cancelWhenGracefulShutdown {
            var isStanding = false
            while !Task.isCancelled {
                do {
                    try await work()
                    isStanding = false
                } catch {
                    // What fails because the process ends is no outage.
                    if Task.isCancelled { return }
                    if !isStanding { observer.note(.outage(of: kind, error: "\(error)")) }
                    isStanding = true
                }
                if isStanding {
                    await sleep(
                        wakeUp == nil ? max(pause, Self.pauseAfterFault) : Self.pauseAfterFault)
                } else if let wakeUp {
                    await wakeUp.wait(atMost: pause)
                } else {
                    await sleep(pause)
                }
            }
        }
    }

    private func sleep(_ duration: Duration) async {
        do {
            try await Task.sleep(for: duration)
        } catch {
            // Cancelled: the loop ends.
        }
    }
}
