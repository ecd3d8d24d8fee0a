package import Logging
import ServiceLifecycle

/// Does the same work again and again until the process ends, also after an outage.
package struct Rounds: Sendable {
    private let pause: Duration
    private let outage: Logger.Message
    private let logger: Logger
    /// What failed is not asked again at once.
    private static let pauseAfterFault = Duration.seconds(2)

    /// - Parameter outage: what is logged once, when the work fails and did not fail before.
    package init(every pause: Duration, outage: Logger.Message, logger: Logger) {
        self.pause = pause
        self.outage = outage
        self.logger = logger
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
                    if !isStanding { logger.error(outage, metadata: ["error": "\(error)"]) }
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
