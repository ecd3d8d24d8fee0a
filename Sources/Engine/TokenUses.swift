import ServiceLifecycle
import Synchronization
package import WorkingTime

/// Gathers which tokens let somebody in, so that noting it slows no request.
package final class TokenUses: Sendable {
    private struct Day {
        var date: CalendarDate?
        var noted: Set<[UInt8]> = []
        var pending: Set<[UInt8]> = []
    }

    private let day = Mutex(Day())

    package init() {}

    /// Takes a use to be noted, once a day and token.
    package func note(_ digest: [UInt8], on date: CalendarDate) {
        day.withLock { day in
            if day.date != date { day = Day(date: date) }
            if !day.noted.contains(digest) { day.pending.insert(digest) }
        }
    }

    /// What is to be noted, for the day that it was on; empty where nothing is.
    package func pending() -> (date: CalendarDate, digests: [[UInt8]])? {
        day.withLock { day in
            guard let date = day.date, !day.pending.isEmpty else { return nil }
            return (date, Array(day.pending))
        }
    }

    /// Forgets what was noted; what a new day began in the meantime stays.
    package func settle(_ digests: [[UInt8]], of date: CalendarDate) {
        day.withLock { day in
            guard day.date == date else { return }
            day.noted.formUnion(digests)
            day.pending.subtract(digests)
        }
    }
}

/// Writes down the uses of tokens every few seconds, and what is left at the end.
package struct TokenUseKeeper: Service {
    private static let pause = Duration.seconds(2)

    private let uses: TokenUses
    private let observer: any Observer
    private let write: @Sendable ([[UInt8]], CalendarDate) async throws -> Void

    package init(
        uses: TokenUses, observer: any Observer,
        write: @escaping @Sendable ([[UInt8]], CalendarDate) async throws -> Void
    ) {
        self.uses = uses
        self.observer = observer
        self.write = write
    }

    package func run() async throws {
        await PollLoop(of: .tokenUses, every: Self.pause, observer: observer)
            .run(flush)
        do {
            try await flush()
        } catch {
            observer.note(.tokenUsesLost(error: "\(error)"))
        }
    }

    private func flush() async throws {
        guard let (date, digests) = uses.pending() else { return }
        try await write(digests, date)
        uses.settle(digests, of: date)
    }
}
