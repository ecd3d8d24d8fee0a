import Casework
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
                .missingKey, at: draft.tokensPlace, "`demoTokens` has no login for `\(role)`",
                "add `\(role): …`")
        }
        for token in tokens { check(token) }
    }

    private func check(_ token: DirectoryDraft.TokenDraft) {
        guard let person = draft.persons.first(where: { $0.login.value == token.login.value })
        else {
            log.recordUnknown(
                .unknownLogin, token.login, "login", known: draft.persons.map(\.login.value))
            return
        }
        guard !person.entry.grants.contains(where: { $0.role == token.role }) else { return }
        log.record(
            .roleNotHeld, at: token.login.place,
            "`\(token.login.value)` does not hold the role `\(token.role)`",
            "grant it, or name somebody who holds it")
    }
}
