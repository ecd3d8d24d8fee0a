import ArgumentParser
import CommandText
import Languages
import Store
import UseCases

struct RevokeToken: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "revoke",
            abstract: Label(
                zh: "立即作废一个令牌，或一人的全部令牌。",
                en: "Ends a token at once, or all of a person."),
            discussion: Label(
                zh: """
                    服务端每两秒核对一次，此后该令牌视同没有。
                    例：
                      zhuqid token revoke 12
                      zhuqid token revoke --login industry.handler
                    """,
                en: """
                    Servers ask again every two seconds; from then on it is refused like an \
                    unknown one.
                    Example:
                      zhuqid token revoke 12
                      zhuqid token revoke --login industry.handler
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "令牌编号，见 token list。",
            en: "The number of the token, as `token list` says it.", value: ("编号", "id")))
    var id: Int64?

    @Option(
        help: ArgumentHelp(
            zh: "作废此人的全部令牌。",
            en: "Ends all of this person.", value: ("账号", "login")))
    var login: String?

    func validate() throws {
        guard (login != nil) != (id != nil) else {
            throw ValidationError(
                zh: "请写明令牌编号，或 --login",
                en: "give the number of a token, or --login")
        }
    }

    func run() async throws {
        let words = try await TokenTools.with(options) { tools in
            if let login {
                let ended = try await tools.tokens.revokeAll(of: login, at: tools.now)
                let numbers = ended.map(String.init)
                return ended.isEmpty
                    ? Label(zh: "\(login) 没有有效的令牌", en: "\(login) has no token that lasts")
                    : Label(
                        zh: "已作废 \(login) 的令牌：\(Language.zh.list(numbers))",
                        en: "revoked: \(Language.en.list(numbers)) of \(login)")
            }
            guard let id else { return Label(zh: "", en: "") }
            let old = try await tools.tokens.revoke(id, at: tools.now)
            let state = tools.tokens.state(of: old, at: tools.now)
            return state == .revoked || state == .expired
                ? Label(
                    zh: "\(old.login) 的令牌 \(id) 早已失效：\(state.label.zh)",
                    en: "token \(id) of \(old.login) has ended already: \(state.label.en)")
                : Label(
                    zh: "已作废 \(old.login) 的令牌：\(id)", en: "revoked: \(id) of \(old.login)")
        }
        say(words)
    }
}
