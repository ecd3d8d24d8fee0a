import Synchronization

/// Limits how many lines of one kind go into the log each minute, so that none drowns the others.
package final class LogThrottle: Sendable {
    private struct Line {
        var beganAt: ContinuousClock.Instant
        var passedCount = 0
        var silencedCount = 0

        func isOver(at now: ContinuousClock.Instant) -> Bool { now - beganAt >= stretch }
    }

    private static let stretch = Duration.seconds(60)
    private static let capacity = 1000

    private let most: Int
    private let lines = Mutex<[String: Line]>([:])

    package init(most: Int) {
        self.most = most
    }

    /// - Returns: how many were held back since the last that passed; nil where this one is too.
    package func pass(_ kind: String, at now: ContinuousClock.Instant = .now) -> Int? {
        lines.withLock { lines in
            if lines.count >= Self.capacity, lines[kind] == nil { lines.removeAll() }
            var line = lines[kind] ?? Line(beganAt: now)
            defer { lines[kind] = line }
            if line.isOver(at: now) {
                line.beganAt = now
                line.passedCount = 0
            }
            guard line.passedCount < most else {
                line.silencedCount += 1
                return nil
            }
            line.passedCount += 1
            defer { line.silencedCount = 0 }
            return line.silencedCount
        }
    }

    /// Takes what was held back in minutes that are over: how many of which kind.
    package func heldBack(at now: ContinuousClock.Instant = .now) -> [(kind: String, count: Int)] {
        lines.withLock { lines in
            lines.filter { $0.value.silencedCount > 0 && $0.value.isOver(at: now) }.map { entry in
                lines[entry.key]?.silencedCount = 0
                return (entry.key, entry.value.silencedCount)
            }.sorted { $0.0 < $1.0 }
        }
    }
}
