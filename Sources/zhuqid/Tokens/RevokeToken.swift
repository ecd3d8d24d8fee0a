import ArgumentParser
import Store
import UseCases

struct RevokeToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Ends a token at once, or all of a person.",
        discussion: """
            Servers ask again every two seconds; from then on it is refused like an unknown one.
            Examples: zhuqid token revoke 12
                      zhuqid token revoke --login industry.handler
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The number of the token, as `token list` says it.")
    var id: Int64?

    @Option(help: "Ends all of this person.")
    var login: String?

    func validate() throws {
        guard (login != nil) != (id != nil) else {
            throw ValidationError("give the number of a token, or --login")
        }
    }

    func run() async throws {
        let line = try await TokenTools.with(options) { tools in
            if let login {
                let ended = try await tools.tokens.revokeAll(of: login, at: tools.now)
                return ended.isEmpty
                    ? "\(login) has no token that lasts"
                    : "revoked: \(ended.map(String.init).joined(separator: ", ")) of \(login)"
            }
            guard let id else { return "" }
            let old = try await tools.tokens.revoke(id, at: tools.now)
            let state = tools.tokens.state(of: old, at: tools.now)
            return state == .revoked || state == .expired
                ? "token \(id) of \(old.login) has ended already: \(state.rawValue)"
                : "revoked: \(id) of \(old.login)"
        }
        print(line)
    }
}
