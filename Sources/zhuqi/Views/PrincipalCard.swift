import APIModel
import Languages

/// Says whose token it is and what it grants.
struct PrincipalCard {
    let principal: PrincipalAnswer
    let server: String
    let language: Language

    var lines: [String] {
        let who = "\(principal.name) (\(principal.login))".plain
        let head = language("已登录 \(server)：\(who)", "signed in at \(server) as \(who)")
        guard !principal.grants.isEmpty else {
            return [head, language("  没有任何授权", "  no grants")]
        }
        return [head]
            + principal.grants.map { grant in
                let role = language(grant.roleLabel).plain
                return "  \(role)  \(grant.unit.name.plain) (\(grant.unit.code.plain))"
            } + TimesAway(principal: principal, language: language).lines.map { "  " + $0 }
    }
}
