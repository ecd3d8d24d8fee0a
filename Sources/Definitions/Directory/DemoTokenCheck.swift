import Casework
import Languages
import Workflow

/// Requires that a demonstration has a login for every role, held by a person who has that role.
struct DemoTokenCheck {
    let draft: DirectoryDraft
    let log: FaultLog

    func check() {
        guard let tokens = draft.tokens else { return }
        let given = Set(tokens.map(\.role))
        for role in Right.Role.allCases where ![.system, .enterprise].contains(role) {
            guard !given.contains(role) else { continue }
            log.record(
                .missingKey, at: draft.tokensPlace,
                Label(
                    zh: "`demoTokens` 没有 `\(role)` 的账号",
                    en: "`demoTokens` has no login for `\(role)`"),
                Label(zh: "请加上 `\(role): …`", en: "add `\(role): …`"))
        }
        for token in tokens { check(token) }
    }

    private func check(_ token: DirectoryDraft.TokenDraft) {
        guard let person = draft.persons.first(where: { $0.login.value == token.login.value })
        else {
            log.recordUnknown(
                .unknownLogin, token.login, Label(zh: "账号", en: "login"),
                known: draft.persons.map(\.login.value))
            return
        }
        guard !person.entry.grants.contains(where: { $0.role == token.role }) else { return }
        log.record(
            .roleNotHeld, at: token.login.place,
            Label(
                zh: "“\(token.login.value)”没有角色 `\(token.role)`",
                en: "`\(token.login.value)` does not hold the role `\(token.role)`"),
            Label(zh: "请授予，或改写有此角色的人", en: "grant it, or name somebody who holds it"))
    }
}
