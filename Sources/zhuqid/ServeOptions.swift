import ArgumentParser
import CommandText
import Engine
import Logging
import Settings

/// Every setting of `zhuqid serve`.
struct ServeOptions: SettingOptions {
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var links: LinkKeyOptions
    @OptionGroup var notices: NoticeOptions
    @OptionGroup var serving: ServingOptions

    @Option(ServerSettings.host) var host: String?
    @Option(ServerSettings.port) var port: String?
    @Option(ServerSettings.simulatedClock) var simulatedClock: String?
    @Option(ServerSettings.outboxFile) var outboxFile: String?
    @Flag(ServerSettings.withLinks) var withLinks: Bool?
    @Option(ServerSettings.poolSize) var poolSize: String?
    @Flag(ServerSettings.api) var api: Bool?
    @Flag(ServerSettings.alarms) var alarms: Bool?
    @Flag(ServerSettings.outbox) var outbox: Bool?
    @Option(ServerSettings.logLevel) var logLevel: String?

    var flags: [String: String?] {
        [
            ServerSettings.host.name: host, ServerSettings.port.name: port,
            ServerSettings.simulatedClock.name: simulatedClock,
            ServerSettings.outboxFile.name: outboxFile,
            ServerSettings.withLinks.name: withLinks.map { "\($0)" },
            ServerSettings.poolSize.name: poolSize, ServerSettings.api.name: api.map { "\($0)" },
            ServerSettings.alarms.name: alarms.map { "\($0)" },
            ServerSettings.outbox.name: outbox.map { "\($0)" },
            ServerSettings.logLevel.name: logLevel,
        ]
    }

    func given() throws -> GivenSettings {
        try GivenSettings([database, links, notices, serving, self])
    }
}

/// What a server is to do, of settings that go together.
struct ServePlan {
    let given: GivenSettings
    let notices: NoticePlan
    let workload: EngineComposition.Workload
    let host: String
    let port: Int
    let poolSize: Int
    let simulatedClock: String?
    let servesAPI: Bool
    let logLevel: Logger.Level
    let stopSeconds: Int
    /// Nil for a process that only waits.
    let linkKeyFile: String?

    /// - Throws: a usage error that names the settings that may not be so.
    init(_ given: GivenSettings) throws {
        try given.checkAll()
        self.given = given
        notices = try NoticePlan(given)
        host = try given(ServerSettings.host)
        port = try given(ServerSettings.port)
        poolSize = try given(ServerSettings.poolSize)
        simulatedClock = try given(ServerSettings.simulatedClock)
        logLevel = Logger.Level(rawValue: try given(ServerSettings.logLevel)) ?? .notice
        stopSeconds = try given(ServerSettings.stopSeconds)
        servesAPI = try given(ServerSettings.api)
        linkKeyFile = try given(ServerSettings.linkKeyFile)
        workload = try Self.workload(given)
        guard linkKeyFile != nil || !servesAPI && !workload.alarms && !workload.outbox else {
            throw ValidationError(
                zh: "--link-key-file：企业链接与推送密钥由它生成，请写明",
                en: "--link-key-file: links of enterprises and secrets of webhooks are made from it"
            )
        }
    }

    private static func workload(_ given: GivenSettings) throws -> EngineComposition.Workload {
        let file = try given(ServerSettings.outboxFile)
        let putsLinks = try given(ServerSettings.withLinks)
        guard !putsLinks || file != nil else {
            throw ValidationError(
                zh: "--with-links：请用 --outbox-file 写明文件",
                en: "--with-links: name the file, --outbox-file")
        }
        let outbox = try given(ServerSettings.outbox)
        return EngineComposition.Workload(
            alarms: try given(ServerSettings.alarms), outbox: outbox,
            outboxFile: outbox ? file : nil, putsLinksIntoFile: putsLinks)
    }

    func linkKey() throws -> LinkKey {
        if let linkKeyFile { return try LinkKey(file: linkKeyFile) }
        StandardError.write(
            zh: "没有 --link-key-file：进程结束后，企业链接随之失效",
            en: "no --link-key-file: enterprises' links end with this process")
        return LinkKey.random()
    }
}
