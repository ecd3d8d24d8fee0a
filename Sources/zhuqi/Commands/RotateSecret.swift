import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct RotateSecret: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "rotate",
            abstract: Label(zh: "更换签名密钥。", en: "Gives a webhook a new secret."),
            discussion: Label(
                zh: """
                    新密钥只显示这一次，请当场保存。旧密钥在重叠时间内仍然有效，不写即24小时。

                    例：
                      zhuqi subscribe rotate 7 --overlap-hours 2
                    """,
                en: """
                    The new secret is shown this once: keep it. The one before it signs as well \
                    for a while, 24 hours where nothing is said.

                    Example:
                      zhuqi subscribe rotate 7 --overlap-hours 2
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "推送地址的编号，照 zhuqi subscribe 所列。",
            en: "The number of the webhook, as zhuqi subscribe lists it.",
            value: ("编号", "id")))
    var id: String

    @Option(
        help: ArgumentHelp(
            zh: "旧密钥还有效几小时，0 至 168。",
            en: "For how many hours the secret before signs as well, 0 to 168.",
            value: ("小时", "hours")))
    var overlapHours: Int?

    @Option(
        help: ArgumentHelp(
            zh: "本次命令的键：同一个键运行几次都只算一次。",
            en: "Names this command, so that it counts once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let key = key ?? .random()
        let body = RotationBody(overlapHours: overlapHours.map { .integer(Int64($0)) })
        let again = session.commandLine(
            ["subscribe", "rotate", id]
                + (overlapHours.map { ["--overlap-hours", String($0)] } ?? [])
                + ["--key", key.text])
        let reply = try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.rotate(body, subscription: id, key: key)
        }
        try session.write(reply) { rotated in
            let until = Timestamp.text(rotated.previousUntil)
            return [
                SubscriptionSheet.secret(rotated.secret, in: session.language),
                session.language(
                    "旧密钥有效至 \(until)", "the secret before signs until \(until)"),
            ]
        }
    }
}
