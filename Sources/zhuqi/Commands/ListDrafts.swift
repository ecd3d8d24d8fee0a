import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ListDrafts: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出等您提交的草稿，以及退回时说的话。",
                en: "Lists drafts that wait for you, and why they were sent back."),
            discussion: Label(
                zh: """
                    例：
                      zhuqi draft list
                    """,
                en: """
                    Example:
                      zhuqi draft list
                    """))
    }

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let drafts = OwnDrafts(session: session)
        let pages = try await drafts.read()
        guard session.form == .people else {
            return session.console.write(try pages.json())
        }
        let now = try await session.client.whoami().value.now
        var found: [DraftSheet.Draft] = []
        for duty in pages.items {
            found.append(.init(duty: duty, origin: try await drafts.origin(of: duty)))
        }
        let sheet = DraftSheet(
            now: now, language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(of: found))
    }
}
