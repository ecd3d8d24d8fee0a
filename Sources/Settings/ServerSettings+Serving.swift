extension ServerSettings {
    package static let host = Setting<String>(
        "host", .text, default: "127.0.0.1", zh: "监听的地址。", en: "The address to listen on.")

    package static let port = Setting(
        "port", .number(1...65535), default: 8080, zh: "监听的端口。", en: "The port to listen on.")

    package static let simulatedClock = Setting<String?>(
        "simulated-clock", .text, default: nil,
        zh: "模拟时间的起点（RFC 3339），仅用于为此建立的数据库。",
        en: "Where simulated time begins (RFC 3339); only on a database made for it.")

    package static let outboxFile = Setting<String?>(
        "outbox-file", .text, default: nil, zh: "事件文件：每行一个 CloudEvent。",
        en: "The file to which events are delivered, a CloudEvent a line.")

    package static let withLinks = Setting(
        "with-links", .toggle, default: false, zh: "事件文件中写入企业链接，供短信网关发送。",
        en: "Puts enterprises' links into that file, for the gateway that texts them.")

    package static let poolSize = Setting(
        "pool-size", .number(4...200), default: 6, zh: "连接池最多的数据库连接数。",
        en: "How many connections the pool may open.")

    package static let api = Setting(
        "api", .toggle, default: true, zh: "提供接口服务。", en: "Serve the API.")

    package static let alarms = Setting(
        "alarms", .toggle, default: true, zh: "处理到期提醒。", en: "Work the alarms.")

    package static let outbox = Setting(
        "outbox", .toggle, default: true, zh: "投递通知，以及事件文件。",
        en: "Deliver notices, and the outbox file where one is named.")

    package static let logLevel = Setting(
        "log-level",
        .oneOf(["trace", "debug", "info", "notice", "warning", "error", "critical"]),
        default: "notice", zh: "日志级别。", en: "From which level on the log tells.")

    static let serving: [any DeclaredSetting] = [
        host, port, simulatedClock, outboxFile, withLinks, poolSize, api, alarms, outbox, logLevel,
    ]
}
