package import Engine
package import Logging
import ServiceLifecycle
import Synchronization

/// Keeps the world in memory as it was last published.
package struct WorldKeeper: Service {
    private let loader: WorldLoader
    private let world: CurrentWorld
    private let catalogue: CurrentCatalogue
    private let loadedMark: Int64
    private let interval: Duration
    private let logger: Logger

    /// - Parameter loadedMark: the publication mark that `world` was loaded at or after.
    package init(
        loader: WorldLoader, world: CurrentWorld, catalogue: CurrentCatalogue, loadedMark: Int64,
        interval: Duration = .seconds(2), logger: Logger
    ) {
        self.loader = loader
        self.world = world
        self.catalogue = catalogue
        self.loadedMark = loadedMark
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
        let seen = Mutex(loadedMark)
        await Rounds(
            every: interval, outage: "can't read what is published", logger: logger
        ).run {
            let mark = try await loader.mark()
            guard mark != seen.withLock({ $0 }) else { return }
            try await reload()
            seen.withLock { $0 = mark }
        }
    }

    /// The catalogue goes first: whoever sees the new world finds its states.
    private func reload() async throws {
        let (newWorld, newCatalogue) = try await loader.load()
        catalogue.replace(with: newCatalogue)
        world.replace(with: newWorld)
        logger.info("loaded what was published anew")
    }
}
