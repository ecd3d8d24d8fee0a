import ArgumentParser
import Client
import Foundation
import Languages
import Settings

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Check a personal token and keep it for the other commands (登录).",
        discussion: """
            Without --token the token (令牌) is read from the standard input; a terminal does not show \
            it. It is kept in $XDG_CONFIG_HOME/zhuqi/credentials.json (~/.config), readable by you \
            alone, and sent to no other server. \(StaffSettings.token.variable) takes \
            precedence over it.

            Example:
              zhuqi login --server https://zhuqi.example.gov.cn
            """)

    @Option(
        help: ArgumentHelp(
            "The token; other users of the machine can see it while the command runs.",
            valueName: "token"))
    var token: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func run() async throws {
        let environment = Environment.current
        let store = CredentialStore(directory: environment.configurationDirectory)
        let credentials = try credentials(environment, stored: store)
        try await Session.open(options, credentials, in: environment) { session in
            try await Self.perform(at: session, keeping: credentials, in: store)
        }
    }

    static func perform(
        at session: Session, keeping credentials: Credentials, in store: CredentialStore
    ) async throws {
        let principal = try await session.client.whoami()
        try store.save(credentials)
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: principal))
        }
        let card = PrincipalCard(
            principal: principal.value, server: credentials.server, language: session.language)
        session.console.write(lines: card.lines)
    }

    private func credentials(
        _ environment: Environment, stored store: CredentialStore
    ) throws(StaffError) -> Credentials {
        let stored = try store.load()
        let server = options.server ?? environment.server ?? stored?.server
        let console = Console.live(environment)
        let language = options.language(in: environment)
        var token = self.token
        if token == nil { token = try Self.ask(console, language) }
        return Credentials(
            server: server ?? Credentials.defaultServer,
            token: try Credentials.validated(token: token ?? ""))
    }

    /// Throws: `usage` where the input ends before a token.
    static func ask(_ console: Console, _ language: Language) throws(StaffError) -> String {
        if console.isInteractive { console.warn(language("令牌：", "token: ")) }
        guard let line = console.readSecret() else {
            throw .usage(language("没有给出令牌", "no token was given"))
        }
        return line.trimmingCharacters(in: .whitespaces)
    }
}
