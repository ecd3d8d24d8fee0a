import Foundation
import Logging
import ServiceLifecycle

/// Ends a process that does not end by itself in time, e.g. because the database hangs.
///
/// Everything that was answered is committed; what was not is asked for again with its key.
struct ShutdownTimeout: Service {
    let timeout: Duration
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        // A task of its own: neither the end of this service nor its cancellation stops it.
        Task { [timeout, logger] in
            try await Task.sleep(for: timeout)
            logger.critical("the process does not end by itself: it is ended")
            exit(EXIT_FAILURE)
        }
    }
}
