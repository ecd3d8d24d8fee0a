import ArgumentParser
import Client
import CommandText
import Foundation
import Languages
import Settings

struct LoginCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "login",
            abstract: Label(
                zh: "登录：核对个人令牌并存下来。",
                en: "Checks a personal token and keeps it for the other commands."),
            discussion: Label(
                zh: """
                    未给出 --token 时从标准输入读令牌，在终端上输入时不显示。令牌存于 $XDG_CONFIG_HOME/zhuqi/credentials.json\
                    （未设置时为 ~/.config），只有本人可读，只发给登录时的服务器。\(StaffSettings.token.variable) 优先于它。

                    有几个服务器或几个账号的，各以 --profile 取名另存一份；zhuqi profile use 选定平时用哪一份。

                    例：
                      zhuqi login --server https://zhuqi.example.gov.cn
                      zhuqi login --token-file 令牌.txt
                      zhuqi login --profile 省里 --server https://zhuqi.example.gov.cn
                    """,
                en: """
                    Without --token the token is read from the standard input; a terminal does \
                    not show it. It is kept in $XDG_CONFIG_HOME/zhuqi/credentials.json \
                    (~/.config), readable by you alone, and sent to no other server. \
                    \(StaffSettings.token.variable) takes precedence over it.

                    Several servers or logins are kept side by side, each under a name of its \
                    own with --profile; zhuqi profile use says which one is used.

                    Example:
                      zhuqi login --server https://zhuqi.example.gov.cn
                      zhuqi login --token-file token.txt
                      zhuqi login --profile province --server https://zhuqi.example.gov.cn
                    """))
    }

    @Option(
        help: ArgumentHelp(
            zh: "令牌；命令运行时，同机的其他用户看得到。",
            en: "The token; other users of the machine can see it while the command runs.",
            value: ("令牌", "token")))
    var token: String?

    @Option(
        help: ArgumentHelp(
            zh: "存有令牌的文件；- 为标准输入。", en: "A file that holds the token; - is the standard input.",
            value: ("文件", "path")))
    var tokenFile: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func run() async throws {
        let environment = Environment.current
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try profiles.chosen(option: options.profile, environment: environment)
        let store = profiles.credentials(of: profile)
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
        let given = options.server ?? (options.profile == nil ? environment.server : nil)
        let server = given ?? stored?.server
        let console = Console.live(environment)
        let language = options.language(in: environment)
        var token = try self.given(console)
        if token == nil { token = try Self.ask(console, language) }
        return Credentials(
            server: server ?? Credentials.defaultServer,
            token: try Credentials.validated(token: token ?? ""))
    }

    /// What the command line gives, or the file that it names.
    private func given(_ console: Console) throws(StaffError) -> String? {
        guard let tokenFile else { return token }
        if tokenFile == "-" { return console.readLine()?.trimmingCharacters(in: .whitespaces) }
        return try FieldAssignment.text("@" + tokenFile, readFile: console.readFile)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func validate() throws {
        guard token == nil || tokenFile == nil else {
            throw ValidationError(
                zh: "--token 与 --token-file 只能给出其一", en: "give --token or --token-file, not both")
        }
    }

    /// Throws: `usage` where the input ends before a token.
    static func ask(_ console: Console, _ language: Language) throws(StaffError) -> String {
        if console.isInteractive { console.warn(language("令牌：", "token: ")) }
        guard let line = console.readSecret() else {
            throw .usage(zh: "没有给出令牌", en: "no token was given")
        }
        return line.trimmingCharacters(in: .whitespaces)
    }
}
