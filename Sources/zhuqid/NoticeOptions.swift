import ArgumentParser
import CommandText
import Engine
import Foundation
import Notices
import Settings

/// How notices leave the process.
struct NoticeOptions: SettingOptions {
    @Option(ServerSettings.allowTarget) var allowTarget: [String]
    @Option(ServerSettings.mailServer) var mailServer: String?
    @Option(ServerSettings.mailFrom) var mailFrom: String?
    @Option(ServerSettings.mailLogin) var mailLogin: String?
    @Option(ServerSettings.mailPasswordFile) var mailPasswordFile: String?
    @Option(ServerSettings.publicAddress) var publicAddress: String?
    @Option(ServerSettings.retryPace) var retryPace: String?
    @Option(ServerSettings.pauseAfterHours) var pauseAfterHours: String?
    @Option(ServerSettings.keepDelivered) var keepDelivered: String?
    @Option(ServerSettings.keepDead) var keepDead: String?

    var flags: [String: String?] {
        [
            ServerSettings.allowTarget.name:
                allowTarget.isEmpty ? nil : allowTarget.joined(separator: ","),
            ServerSettings.mailServer.name: mailServer, ServerSettings.mailFrom.name: mailFrom,
            ServerSettings.mailLogin.name: mailLogin,
            ServerSettings.mailPasswordFile.name: mailPasswordFile,
            ServerSettings.publicAddress.name: publicAddress,
            ServerSettings.retryPace.name: retryPace,
            ServerSettings.pauseAfterHours.name: pauseAfterHours,
            ServerSettings.keepDelivered.name: keepDelivered,
            ServerSettings.keepDead.name: keepDead,
        ]
    }
}

/// What the settings say of notices.
struct NoticePlan {
    let addressGuard: AddressGuard
    let mailServer: MailSender.Server?
    let publicAddress: PublicAddress
    let retries: RetryPlan
    let failures: FailurePlan
    let retention: NoticeRetention

    /// - Throws: a usage error for settings that do not go together.
    init(_ given: GivenSettings) throws {
        addressGuard = try Self.addressGuard(given)
        mailServer = try Self.server(given)
        publicAddress = PublicAddress(try given(ServerSettings.publicAddress))
        let pace = try given(ServerSettings.retryPace)
        retries = RetryPlan(factor: pace)
        failures = FailurePlan(
            pauseAfter: .seconds(try given(ServerSettings.pauseAfterHours) * 3600), factor: pace)
        let delivered = try given(ServerSettings.keepDelivered)
        let dead = try given(ServerSettings.keepDead)
        guard dead >= delivered else {
            throw ValidationError(
                zh: "--keep-dead：不得短于 --keep-delivered",
                en: "--keep-dead: as long as --keep-delivered or longer")
        }
        retention = NoticeRetention(daysOfDelivered: delivered, daysOfDead: dead)
    }

    private static func addressGuard(_ given: GivenSettings) throws -> AddressGuard {
        AddressGuard(
            allowed: try given(ServerSettings.allowTarget).map { text in
                guard let range = AddressRange(text) else {
                    throw ValidationError(
                        zh: "--allow-target：“\(text)”不是网段，应写作 10.1.0.0/16",
                        en: "--allow-target: \(text) is no range such as 10.1.0.0/16")
                }
                return range
            })
    }

    private static func server(_ given: GivenSettings) throws -> MailSender.Server? {
        let login = try given(ServerSettings.mailLogin)
        let passwordFile = try given(ServerSettings.mailPasswordFile)
        guard (login == nil) == (passwordFile == nil) else {
            throw ValidationError(
                zh: "--mail-login、--mail-password-file：须同时写明，或都不写",
                en: "--mail-login, --mail-password-file: give both or none")
        }
        switch (try given(ServerSettings.mailServer), try given(ServerSettings.mailFrom)) {
        case (nil, nil): return nil
        case (let url?, let from?):
            let isKnown = ["smtp://", "smtps://"].contains { url.hasPrefix($0) }
            guard isKnown, URLComponents(string: url)?.host?.isEmpty == false else {
                throw ValidationError(
                    zh: "--mail-server：须写作 smtp://主机:端口 或 smtps://主机:端口",
                    en: "--mail-server: smtp://host:port or smtps://host:port")
            }
            let password = try passwordFile.map(Self.password(in:))
            return MailSender.Server(url: url, from: from, login: login, password: password)
        case (nil, _?), (_?, nil):
            throw ValidationError(
                zh: "--mail-server、--mail-from：须同时写明，或都不写",
                en: "--mail-server, --mail-from: give both or none")
        }
    }

    private static func password(in file: String) throws -> String {
        try DefinitionFile.text(file, sizeLimit: 4096)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
