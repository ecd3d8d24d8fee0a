import APIModel
import Languages

/// Shows webhooks and mail. Term: 订阅.
struct SubscriptionSheet {
    let language: Language
    let canvas: Canvas

    private var layout: TextLayout { TextLayout(canvas: canvas) }

    func lines(of subscriptions: [SubscriptionAnswer]) -> [String] {
        guard !subscriptions.isEmpty else { return [language("没有推送地址。", "There is no webhook.")] }
        return subscriptions.flatMap { lines($0) }
    }

    /// With the secret, which no other answer holds.
    func lines(ofNew subscription: SubscriptionAnswer) -> [String] {
        let added = language("已新增推送地址：", "The webhook is added:")
        let secret = subscription.secret.map { [Self.secret($0, in: language)] } ?? []
        return [added] + lines(subscription) + secret
    }

    static func secret(_ secret: String, in language: Language) -> String {
        language(
            "签名密钥（只显示这一次，请当场保存）：\(secret)",
            "secret (shown this once: keep it): \(secret)"
        ).plain
    }

    func lines(ofMail mail: PreferenceAnswer) -> [String] {
        let pace = NoticeChoice.text(mail.mail, among: NoticeChoice.mailPaces, in: language)
        let quiet = mail.quiet ? [quietly] : []
        let address = mail.address ?? language("名录中没有您的邮箱", "the directory has no address of yours")
        let words = language.list([pace] + quiet + [address])
        return layout.text(language("邮件：\(words)", "mail: \(words)"))
    }

    private func lines(_ subscription: SubscriptionAnswer) -> [String] {
        let cells = [
            subscription.id, subscription.url ?? subscription.channel,
            NoticeChoice.text(subscription.scope, among: NoticeChoice.scopes, in: language),
            NoticeChoice.text(subscription.pace, among: NoticeChoice.webhookPaces, in: language),
            subscription.quiet ? quietly : "", subscription.actions.map(language.list) ?? "",
        ]
        return layout.flow(cells.filter { !$0.isEmpty }.map { Table.Cell($0) }, hanging: 4)
            + (trouble(subscription).map { layout.text($0, indent: 4, paint: .yellow) } ?? [])
    }

    private var quietly: String { language("休息时间不发", "not outside waking hours") }

    private func trouble(_ subscription: SubscriptionAnswer) -> String? {
        if let endedAt = subscription.endedAt {
            let at = Timestamp.text(endedAt)
            return language("已于 \(at) 停用", "ended at \(at)")
        }
        guard let pause = subscription.pause else { return nil }
        let (at, why) = (Timestamp.text(pause.at), language(pause.reason))
        return language(
            "已于 \(at) 暂停：\(why)恢复：zhuqi subscribe resume \(subscription.id)",
            "paused at \(at): \(why) Go on: zhuqi subscribe resume \(subscription.id)")
    }
}
