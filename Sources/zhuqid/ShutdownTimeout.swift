import Foundation
import Logging
import ServiceLifecycle

/// Ends the process where what it waits for at its end never comes, such as a database that hangs.
///
/// Everything that was answered is committed; what was not is asked for again with its key.
struct ShutdownTimeout: Service {
    let timeout: Duration
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        // Neither the end of this service nor its cancellation stops the watch.
        Task { [timeout, logger] in
            try await Task.sleep(for: timeout)
            logger.critical("the process does not end by itself: it is ended")
            exit(EXIT_FAILURE)
        }
    }
}
