import ArgumentParser
import CommandText
import Languages
import Settings

struct LogoutCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "logout",
            abstract: Label(
                zh: "退出：删除登录时存下的令牌。",
                en: "Forgets the token that login kept."),
            discussion: Label(
                zh: """
                    令牌本身仍然有效，直到过期或被管理员撤销。

                    例：
                      zhuqi logout
                    """,
                en: """
                    The token itself stays valid until it expires or an administrator revokes it.

                    Example:
                      zhuqi logout
                    """))
    }

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
