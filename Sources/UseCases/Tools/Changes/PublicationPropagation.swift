import Engine
import WorkingTime

/// Waits until what was published has reached all servers. They look every two seconds; until then
/// they could not work on an issue that it concerns.
enum PublicationPropagation {
    /// Waits until servers know what was published.
    ///
    /// - Parameter tell: is called where there is anything to wait for.
    static func wait(since publishedAt: Instant?, telling tell: () -> Void) async throws {
        guard let known = publishedAt?.adding(seconds: 5) else { return }
        // Real time: that of the issues may be simulated.
        let now = TimeSource().now
        guard now < known else { return }
        tell()
        try await Task.sleep(for: .microseconds(known.microseconds - now.microseconds))
    }
}
