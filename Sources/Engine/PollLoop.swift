import ServiceLifecycle

/// Does the same work again and again until the process ends, also after an outage.
package struct PollLoop: Sendable {
    private let pause: Duration
    private let kind: RecurringWork
    private let observer: any Observer
    /// What failed is not asked again at once.
    private static let pauseAfterFault = Duration.seconds(2)

    /// - Parameter kind: what is told of once, when the work fails and did not fail before.
    package init(of kind: RecurringWork, every pause: Duration, observer: any Observer) {
        self.kind = kind
        self.pause = pause
        self.observer = observer
    }

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
                do {
                    try await Task.sleep(
                        for: isStanding ? max(pause, Self.pauseAfterFault) : pause)
                } catch {
                    return
                }
            }
        }
    }
}
