import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ResumeSubscription: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "resume",
            abstract: Label(zh: "恢复一个暂停的推送地址。", en: "Lets a paused webhook go on."),
            discussion: Label(
                zh: """
                    暂停期间错过的通知补发；给出 --skip 则不补发。

                    例：
                      zhuqi subscribe resume 7 --skip
                    """,
                en: """
                    What it missed is sent now; with --skip it is left out.

                    Example:
                      zhuqi subscribe resume 7 --skip
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "推送地址的编号，照 zhuqi subscribe 所列。",
            en: "The number of the webhook, as zhuqi subscribe lists it.",
            value: ("编号", "id")))
    var id: String

    @Flag(help: ArgumentHelp(zh: "错过的不补发。", en: "Leaves out what was missed."))
    var skip = false

    @Option(
        help: ArgumentHelp(
            zh: "本次命令的键：同一个键运行几次都只算一次。",
            en: "Names this command, so that it counts once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let key = key ?? .random()
        let body = ResumptionBody(missed: skip ? "skip" : nil)
        let again = session.commandLine(
            ["subscribe", "resume", id] + (skip ? ["--skip"] : []) + ["--key", key.text])
        let reply = try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.resume(body, subscription: id, key: key)
        }
        let sheet = SubscriptionSheet(language: session.language, canvas: session.console.canvas)
        try session.write(reply) { answer in
            [session.language("已恢复。", "It goes on.")] + sheet.lines(of: [answer])
        }
    }
}
