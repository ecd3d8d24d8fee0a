import ArgumentParser
import Languages
import Settings

struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Forget the token that login kept (退出).",
        discussion: """
            The token itself stays valid until it expires or an administrator revokes it.

            Example:
              zhuqi logout
            """)

    func run() throws {
        let environment = Environment.current
        let store = CredentialStore(directory: environment.configurationDirectory)
        let language = Language(environment: environment.variables)
        let wasSignedIn = try store.remove()
        Console.live(environment).write(lines: [
            wasSignedIn
                ? language("已退出", "signed out") : language("本来就没有登录", "nobody was signed in")
        ])
    }
}
