import Engine
import WorkingTime

/// Servers look for what was published every two seconds; an issue that changed before they know of
/// it could not be worked on for so long.
enum PublicationPropagation {
    /// Waits until servers know what was published.
    ///
    /// - Parameter tell: is called where there is anything to wait for.
    static func wait(since publishedAt: Instant?, telling tell: () -> Void) async throws {
        guard let known = publishedAt?.adding(seconds: 5) else { return }
        // The wall's time: that of the issues may be simulated.
        let now = TimeSource().now
        guard now < known else { return }
        tell()
        try await Task.sleep(for: .microseconds(known.microseconds - now.microseconds))
    }
}
