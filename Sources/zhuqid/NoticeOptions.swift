import ArgumentParser
import Engine
import Foundation
import Notices

/// How notices leave the house.
struct NoticeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Addresses inside that webhooks may go to, e.g. 10.1.0.0/16; may be repeated.",
            discussion: "All others inside are refused, and http:// with them."))
    var allowTarget: [String] = []

    @Option(help: "The mail server, smtp://host:port or smtps://host:port; without it no mail.")
    var mailServer: String?

    @Option(help: "The address that mail comes from.")
    var mailFrom: String?

    @Option(help: "The name to sign in to the mail server with.")
    var mailLogin: String?

    @Option(help: "A file with the password for it.")
    var mailPasswordFile: String?

    @Option(help: "What links in messages begin with, e.g. https://zhuqi.example.")
    var publicAddress = ""

    @Option(help: "Multiplies the pauses between tries; for trials.")
    var retryPace = 1.0

    @Option(
        help: "After how many hours without any success a webhook is paused for its owner.")
    var pauseAfterHours = 24.0

    @Option(help: "For how many days it is kept what was delivered, and each try.")
    var keepDelivered = 30

    @Option(help: "For how many days it is kept what could not be delivered.")
    var keepDead = 90

    var plan: RetryPlan { RetryPlan(factor: retryPace) }

    var failurePlan: FailurePlan {
        FailurePlan(pauseAfter: .seconds(pauseAfterHours * 3600), factor: retryPace)
    }

    var retention: NoticeRetention {
        NoticeRetention(daysOfDelivered: keepDelivered, daysOfDead: keepDead)
    }

    func validate() throws {
        _ = try addressGuard()
        guard (mailServer == nil) == (mailFrom == nil) else {
            throw ValidationError("--mail-server, --mail-from: give both or none")
        }
        if let mailServer {
            let isKnown = ["smtp://", "smtps://"].contains { mailServer.hasPrefix($0) }
            guard isKnown, URLComponents(string: mailServer)?.host?.isEmpty == false else {
                throw ValidationError("--mail-server: smtp://host:port or smtps://host:port")
            }
        }
        guard (mailLogin == nil) == (mailPasswordFile == nil) else {
            throw ValidationError("--mail-login, --mail-password-file: give both or none")
        }
        guard pauseAfterHours > 0, pauseAfterHours <= 8760 else {
            throw ValidationError("--pause-after-hours: more than 0, at most 8760")
        }
        guard keepDelivered >= 1, keepDead >= keepDelivered, keepDead <= 36500 else {
            throw ValidationError(
                "--keep-delivered: at least 1; --keep-dead: as long or longer, at most 36500")
        }
        guard retryPace > 0, retryPace <= 100 else {
            throw ValidationError("--retry-pace: more than 0, at most 100")
        }
    }

    func addressGuard() throws -> AddressGuard {
        var allowed: [AddressRange] = []
        for text in allowTarget {
            guard let range = AddressRange(text) else {
                throw ValidationError("--allow-target: \(text) is no range such as 10.1.0.0/16")
            }
            allowed.append(range)
        }
        return AddressGuard(allowed: allowed)
    }

    func server() throws -> MailSender.Server? {
        guard let mailServer, let mailFrom else { return nil }
        let password = try mailPasswordFile.map {
            try DefinitionFile.text($0, sizeLimit: 4096)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return MailSender.Server(
            url: mailServer, from: mailFrom, login: mailLogin, password: password)
    }
}
