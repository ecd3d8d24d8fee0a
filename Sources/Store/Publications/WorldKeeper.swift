package import Casework
package import Engine
import ServiceLifecycle
import Synchronization

/// Keeps the world in memory as it was last published.
package struct WorldKeeper: Service {
    private let publications: PublicationRecords
    private let load: @Sendable () async throws -> (world: World, catalogue: StateCatalogue)
    private let world: CurrentWorld
    private let catalogue: CurrentCatalogue
    private let loadedMark: Int64
    private let interval: Duration
    private let observer: any Observer

    /// - Parameters:
    ///   - loadedMark: the publication mark that `world` was loaded at or after.
    ///   - load: reads the world and its states anew.
    package init(
        _ publications: PublicationRecords, world: CurrentWorld, catalogue: CurrentCatalogue,
        loadedMark: Int64, interval: Duration = .seconds(2), observer: any Observer,
        load: @escaping @Sendable () async throws -> (world: World, catalogue: StateCatalogue)
    ) {
        self.publications = publications
        self.load = load
        self.world = world
        self.catalogue = catalogue
        self.loadedMark = loadedMark
        self.interval = interval
        self.observer = observer
    }

    package func run() async throws {
        let seen = Mutex(loadedMark)
        await PollLoop(of: .publications, every: interval, observer: observer).run {
            let mark = try await publications.mark()
            guard mark != seen.withLock({ $0 }) else { return }
            try await reload()
            seen.withLock { $0 = mark }
        }
    }

    /// The catalogue goes first: whoever sees the new world finds its states.
    private func reload() async throws {
        let (newWorld, newCatalogue) = try await load()
        catalogue.replace(with: newCatalogue)
        world.replace(with: newWorld)
        observer.note(.publicationLoaded)
    }
}
