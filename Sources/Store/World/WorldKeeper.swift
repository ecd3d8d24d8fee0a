package import Engine
package import Logging
import ServiceLifecycle

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
        await cancelWhenGracefulShutdown {
            var seen = loadedMark
            while !Task.isCancelled {
                // Ends early where the process does, and the loop with it.
                try? await Task.sleep(for: interval)
                seen = await reloadIfChanged(since: seen)
            }
        }
    }

    private func reloadIfChanged(since seen: Int64) async -> Int64 {
        do {
            let mark = try await loader.mark()
            if mark != seen { try await reload() }
            return mark
        } catch {
            logger.error("can't read what is published", metadata: ["error": "\(error)"])
            return seen
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
