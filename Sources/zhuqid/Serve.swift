import ArgumentParser
import CommandText
import Engine
import Foundation
import HTTPAPI
import Hummingbird
import Languages
import Logging
import ServiceLifecycle
import Store
import UnixSignals
import UseCases
import WorkingTime

/// Serves the API, works the alarms and the outbox, in one process.
struct Serve: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "serve",
            abstract: Label(
                zh: "提供接口服务，按时提醒、发送通知；各项可分别关闭。",
                en: "Serves the API, works the alarms and the outbox; each can be switched off."),
            discussion: Label(
                zh: """
                    zhuqid settings 加上同样的选项，可查看各项设置取什么值、为什么。
                    例：
                      zhuqid serve --link-key-file link.key --outbox-file outbox.ndjson
                    """,
                en: """
                    `zhuqid settings` with the same options shows what holds and why.
                    Example:
                      zhuqid serve --link-key-file link.key --outbox-file outbox.ndjson
                    """))
    }

    @OptionGroup var options: ServeOptions

    func validate() throws { _ = try ServePlan(try options.given()) }

    func run() async throws {
        let plan = try ServePlan(try options.given())
        var logger = ToolLogger.make()
        logger.logLevel = plan.logLevel
        let linkKey = try plan.linkKey()
        let observer = Observers(ObservationLog(logger), ObservationMetrics())
        try await withInstallation(
            options.database, poolSize: plan.poolSize, linkKey: linkKey, logger,
            meter: StoreMeter(observer)
        ) { try await serve($0, plan, linkKey, observer, logger) }
    }

    private func serve(
        _ composition: Composition, _ plan: ServePlan, _ linkKey: LinkKey, _ observer: any Observer,
        _ logger: Logger
    ) async throws {
        // What timers wait by is opened when the first is set, and the process ends where it can't be:
        // so it is set while there are descriptors.
        try await Task.sleep(for: .milliseconds(1))
        let time = try await timeSource(composition, plan)
        let wakeUp = WakeUp()
        let engine = try EngineComposition(
            composition, time: time, linkKey: linkKey, notices: plan.notices, wakeUp: wakeUp,
            workload: plan.workload, observer)
        let access = NoticeAccess(
            addressGuard: plan.notices.addressGuard, wakeUp: wakeUp, linkKey: linkKey)
        let services = try services(composition, plan, engine, access, observer, logger)
        logger.notice(
            "serving",
            metadata: [
                "address": "http://\(plan.host):\(plan.port)", "simulated": "\(time.isSimulated)",
            ])
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Connections are closed first; what works on without one is then told to stop.
        configuration.maximumGracefulShutdownDuration = .seconds(plan.stopSeconds + 1)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func services(
        _ composition: Composition, _ plan: ServePlan, _ engine: EngineComposition,
        _ notices: NoticeAccess,
        _ observer: any Observer, _ logger: Logger
    ) throws -> [any Service] {
        let (records, loader) = (composition.records, composition.loader)
        var services: [any Service] = [
            WorldKeeper(
                records.publications, world: composition.world, catalogue: composition.catalogue,
                loadedMark: composition.mark, observer: observer
            ) { try await loader.load() }
        ]
        // Simulated time stands still between moves, and a move rings its alarms itself; a process
        // that only works follows the time that another moves.
        let isSimulated = engine.gateway.time.isSimulated
        if isSimulated, !plan.servesAPI, let follower = engine.follower {
            services.append(follower)
        }
        if plan.workload.alarms, !isSimulated || !plan.servesAPI { services.append(engine.sweeper) }
        if let outbox = engine.outbox { services.append(outbox) }
        if let worker = engine.worker { services.append(worker) }
        if let pruner = engine.pruner { services.append(pruner) }
        if plan.servesAPI {
            let uses = TokenUses()
            services.append(
                TokenUseKeeper(uses: uses, observer: observer) {
                    try await records.access.noteTokenUses($0, on: $1)
                })
            services.append(
                try application(composition, plan, engine, notices, uses, observer, logger))
        }
        // Services end in reverse order: the watch over the end begins with it.
        services.append(
            ShutdownTimeout(timeout: .seconds(plan.stopSeconds + 5), logger: logger))
        return services
    }

    private func application(
        _ composition: Composition, _ plan: ServePlan, _ engine: EngineComposition,
        _ notices: NoticeAccess,
        _ uses: TokenUses, _ observer: any Observer, _ logger: Logger
    ) throws -> some ApplicationProtocol {
        let limits = try plan.given.connectionLimits()
        let useCases = RequestUseCases(
            gateway: engine.gateway, records: composition.records, notices: notices,
            clockMover: engine.mover,
            tokenUses: uses)
        let router = try API(
            useCases: useCases, limits: limits, observer: observer, version: ToolVersion.text
        ).router()
        return limits.application(
            router, address: .hostname(plan.host, port: plan.port), observer: observer,
            logger: logger)
    }

    /// - Throws: where time was to be simulated on a database that was not made for it.
    private func timeSource(_ composition: Composition, _ plan: ServePlan) async throws
        -> TimeSource
    {
        let installation = try await composition.records.installation.read()
        guard installation.isSimulated else {
            guard plan.simulatedClock == nil else {
                throw MigrationFault.markDiffers(isSimulated: false)
            }
            return TimeSource()
        }
        let wanted = try plan.simulatedClock.map { try Instant(rfc3339: $0) }
        guard let start = [wanted, installation.simulatedNow].compactMap({ $0 }).max() else {
            throw ValidationError(
                zh: "本数据库用模拟时间：请写明 --simulated-clock",
                en: "this database has simulated time: give --simulated-clock")
        }
        if plan.servesAPI { try await composition.records.installation.keepSimulated(now: start) }
        return TimeSource(simulated: start)
    }
}
