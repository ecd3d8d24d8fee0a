import ArgumentParser
import CommandText
import Languages
import UseCases

struct RotateToken: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "rotate",
            abstract: Label(
                zh: "签发新令牌替换旧的，只显示一次。",
                en: "Makes a token in place of another, and prints it, once."),
            discussion: Label(
                zh: """
                    仍属同一人，用途不变。旧令牌立即失效，或在 --overlap-hours 之后失效，期间两个都可用。
                    例：
                      zhuqid token rotate 12 --overlap-hours 24
                    """,
                en: """
                    It is the same person's, and has the same label. The old one ends at once, \
                    or after --overlap-hours, in which both let the person in.
                    Example:
                      zhuqid token rotate 12 --overlap-hours 24
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "旧令牌的编号，见 token list。",
            en: "The number of the old token, as `token list` says it.", value: ("编号", "id")))
    var id: Int64

    @Option(
        help: ArgumentHelp(
            zh: "新旧令牌同时有效的小时数，最多 168。",
            en: "How many hours the old one lasts beside the new one, 168 at most.",
            value: ("小时", "hours")))
    var overlapHours = 0

    @Option(
        help: ArgumentHelp(
            zh: "新令牌的有效天数，最多 366；不写则与旧的相同。",
            en: "How many days the new one is valid, 366 at most; else as many as the old one.",
            value: ("天数", "days")))
    var days: Int?

    func validate() throws {
        guard (0...168).contains(overlapHours) else {
            throw ValidationError(
                zh: "--overlap-hours：须为 0 至 168",
                en: "--overlap-hours: 0 to 168")
        }
        try Token.check(days: days)
    }

    func run() async throws {
        let token = try await TokenTools.with(options) { tools in
            try await tools.tokens.rotate(
                id, at: tools.now, days: days, overlapInHours: overlapHours
            ).token
        }
        print(token)
    }
}
