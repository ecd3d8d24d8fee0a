extension ServerSettings {
    package static let allowTarget = Setting(
        "allow-target", .list, default: [],
        zh: "webhook 可投递的内网地址段，如 10.1.0.0/16；其余内网地址和 http:// 均拒绝。",
        en: "Private networks open to webhooks, e.g. 10.1.0.0/16; no others, no http://.")

    package static let mailServer = Setting<String?>(
        "mail-server", .text, default: nil,
        zh: "邮件服务器，smtp://host:port 或 smtps://host:port；未设置则不发邮件。",
        en: "The mail server, smtp://host:port or smtps://host:port; without it no mail.")

    package static let mailFrom = Setting<String?>(
        "mail-from", .text, default: nil, zh: "发件地址。", en: "The address that mail comes from.")

    package static let mailLogin = Setting<String?>(
        "mail-login", .text, default: nil, zh: "邮件服务器的登录名。",
        en: "The name to sign in to the mail server with.")

    package static let mailPasswordFile = Setting<String?>(
        "mail-password-file", .text, default: nil, zh: "存放其密码的文件。",
        en: "A file with the password for it.")

    package static let publicAddress = Setting<String>(
        "public-address", .text, default: "", zh: "消息中链接的开头，如 https://zhuqi.example。",
        en: "What links in messages begin with, e.g. https://zhuqi.example.")

    package static let retryPace = Setting(
        "retry-pace", .positive(atMost: 100), default: 1, zh: "重试间隔的倍数，供试用。",
        en: "Multiplies the pauses between tries; for trials.")

    package static let pauseAfterHours = Setting(
        "pause-after-hours", .positive(atMost: 8760), default: 24,
        zh: "webhook 连续失败多少小时后暂停。",
        en: "After how many hours without any success a webhook is paused for its owner.")

    package static let keepDelivered = Setting(
        "keep-delivered", .number(1...36500), default: 30, zh: "已投递的通知保留的天数。",
        en: "For how many days it is kept what was delivered, and each try.")

    package static let keepDead = Setting(
        "keep-dead", .number(1...36500), default: 90,
        zh: "未能投递的通知保留的天数，不少于已投递的。",
        en: "Days to keep what could not be delivered; at least those of --keep-delivered.")

    static let notices: [any DeclaredSetting] = [
        allowTarget, mailServer, mailFrom, mailLogin, mailPasswordFile, publicAddress, retryPace,
        pauseAfterHours, keepDelivered, keepDead,
    ]
}
