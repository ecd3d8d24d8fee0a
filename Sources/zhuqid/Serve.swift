import ArgumentParser
import Engine
import Foundation
import HTTPAPI
import Hummingbird
import Logging
import ServiceLifecycle
import Store
import UnixSignals
import UseCases
import WorkingTime

/// Serves the API, works the alarms and the outbox, in one process.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the API, works the alarms and the outbox; each can be switched off.",
        discussion: "Example: zhuqid serve --link-key-file link.key --outbox-file outbox.ndjson")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var notices: NoticeOptions
    @OptionGroup var serving: ServingOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(help: "Where simulated time begins (RFC 3339); only on a database made for it.")
    var simulatedClock: String?

    @Option(help: "The file to which events are delivered, a CloudEvent a line.")
    var outboxFile: String?

    @Flag(help: "Puts enterprises' links into that file, for the gateway that texts them.")
    var withLinks = false

    @Option(help: "A file of at least 32 secret bytes, from which enterprises' links are made.")
    var linkKeyFile: String?

    @Option(help: "How many connections the pool may open.")
    var poolSize = 6

    @Flag(inversion: .prefixedNo, help: "Serve the API.")
    var api = true

    @Flag(inversion: .prefixedNo, help: "Work the alarms.")
    var alarms = true

    @Flag(inversion: .prefixedNo, help: "Deliver notices, and the outbox file where one is named.")
    var outbox = true

    @Option(help: "notice, info, debug …")
    var logLevel = "notice"

    func validate() throws {
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError(
                "--log-level: trace, debug, info, notice, warning, error, critical")
        }
        guard linkKeyFile != nil || !api && !alarms && !outbox else {
            throw ValidationError(
                "--link-key-file: links of enterprises and secrets of webhooks are made from it")
        }
        guard !withLinks || outboxFile != nil else {
            throw ValidationError("--with-links: name the file, --outbox-file")
        }
        guard (1...65535).contains(port), (4...200).contains(poolSize) else {
            throw ValidationError("--port: 1 to 65535; --pool-size: 4 to 200")
        }
    }

    func run() async throws {
        var logger = ToolLogger.make()
        logger.logLevel = Logger.Level(rawValue: logLevel) ?? .notice
        let linkKey = try self.linkKey()
        let observer = Observers(ObservationLog(logger), ObservationMetrics())
        try await withInstallation(
            options, poolSize: poolSize, linkKey: linkKey, logger, meter: StoreMeter(observer)
        ) { try await serve($0, linkKey, observer, logger) }
    }

    private func serve(
        _ house: House, _ linkKey: LinkKey, _ observer: any Observer, _ logger: Logger
    ) async throws {
        // What timers wait by is opened when the first is set, and the process ends where it can't be:
        // so it is set while there are descriptors.
        try await Task.sleep(for: .milliseconds(1))
        let time = try await timeSource(house)
        let wakeUp = WakeUp()
        let engine = try EngineParts(
            house, time: time, linkKey: linkKey, notices: notices, wakeUp: wakeUp,
            works: EngineParts.Works(
                alarms: alarms, outbox: outbox, outboxFile: outbox ? outboxFile : nil,
                putsLinksIntoFile: withLinks),
            observer)
        let access = NoticeAccess(
            addressGuard: try notices.addressGuard(), wakeUp: wakeUp, linkKey: linkKey)
        let services = try services(house, engine, access, observer, logger)
        logger.notice(
            "serving",
            metadata: ["address": "http://\(host):\(port)", "simulated": "\(time.isSimulated)"])
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Connections are closed first; what works on without one is then told to stop.
        configuration.maximumGracefulShutdownDuration = .seconds(serving.stopSeconds + 1)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func services(
        _ house: House, _ engine: EngineParts, _ notices: NoticeAccess,
        _ observer: any Observer, _ logger: Logger
    ) throws -> [any Service] {
        let (records, loader) = (house.records, house.loader)
        var services: [any Service] = [
            WorldKeeper(
                records.publications, world: house.world, catalogue: house.catalogue,
                loadedMark: house.mark, observer: observer
            ) { try await loader.load() }
        ]
        // Simulated time stands still between moves, and a move rings its alarms itself; a process
        // that only works follows the time that another moves.
        let isSimulated = engine.desk.time.isSimulated
        if isSimulated, !api, let follower = engine.follower { services.append(follower) }
        if alarms, !isSimulated || !api { services.append(engine.sweeper) }
        if let outbox = engine.outbox { services.append(outbox) }
        if let worker = engine.worker { services.append(worker) }
        if let pruner = engine.pruner { services.append(pruner) }
        if api {
            let uses = TokenUses()
            services.append(
                TokenUseKeeper(uses: uses, observer: observer) {
                    try await records.access.noteTokenUses($0, on: $1)
                })
            services.append(try application(house, engine, notices, uses, observer, logger))
        }
        // Services end in reverse order: the watch over the end begins with it.
        services.append(
            LastResort(patience: .seconds(serving.stopSeconds + 5), logger: logger))
        return services
    }

    private func application(
        _ house: House, _ engine: EngineParts, _ notices: NoticeAccess, _ uses: TokenUses,
        _ observer: any Observer, _ logger: Logger
    ) throws -> some ApplicationProtocol {
        let limits = serving.limits(poolSize: poolSize)
        let useCases = RequestUseCases(
            desk: engine.desk, records: house.records, notices: notices, clockMover: engine.mover,
            tokenUses: uses)
        let router = try API(useCases: useCases, limits: limits, observer: observer).router()
        return limits.application(
            router, address: .hostname(host, port: port), observer: observer, logger: logger)
    }

    /// - Throws: where time was to be simulated on a database that was not made for it.
    private func timeSource(_ house: House) async throws -> TimeSource {
        let installation = try await house.records.installation.read()
        guard installation.isSimulated else {
            guard simulatedClock == nil else {
                throw MigrationFault.markDiffers(isSimulated: false)
            }
            return TimeSource()
        }
        let wanted = try simulatedClock.map { try Instant(rfc3339: $0) }
        guard let start = [wanted, installation.simulatedNow].compactMap({ $0 }).max() else {
            throw ValidationError("this database has simulated time: give --simulated-clock")
        }
        if api { try await house.records.installation.keepSimulated(now: start) }
        return TimeSource(simulated: start)
    }

    private func linkKey() throws -> LinkKey {
        if let linkKeyFile { return try LinkKey(file: linkKeyFile) }
        StandardError.write("no --link-key-file: enterprises' links end with this process")
        return LinkKey.random()
    }
}
