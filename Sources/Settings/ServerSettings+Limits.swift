extension ServerSettings {
    package static let maxConnections = Setting(
        "max-connections", .number(1...1_000_000), default: 1000,
        zh: "同时服务的连接数；超出的会被告知连接过多。",
        en: "Connections served at once; to more is said that there are too many.")

    package static let headSeconds = Setting(
        "head-seconds", .number(1...3600), default: 15, zh: "新连接发完请求头的时限，秒。",
        en: "Seconds until a new connection must have sent its headers.")

    package static let bodySeconds = Setting(
        "body-seconds", .number(1...3600), default: 30, zh: "请求体发完的时限，秒。",
        en: "Seconds that a request's body may take.")

    package static let idleSeconds = Setting(
        "idle-seconds", .number(1...3600), default: 75, zh: "连接可以没有请求的时间，秒。",
        en: "Seconds that a connection may stay without a request.")

    package static let answerSeconds = Setting(
        "answer-seconds", .number(1...3600), default: 60, zh: "对方读完答复的时限，秒。",
        en: "Seconds that whoever asked may take to read the answer.")

    package static let stopSeconds = Setting(
        "stop-seconds", .number(1...3600), default: 10, zh: "停止时在办请求的时限，秒。",
        en: "Seconds that what is under way has when the process is to end.")

    package static let bodyMemory = Setting(
        "body-memory", .number(1...65536), default: 64, zh: "同时持有的请求体总量，MiB。",
        en: "MiB of requests' bodies that are held at once.")

    static let limits: [any DeclaredSetting] = [
        maxConnections, headSeconds, bodySeconds, idleSeconds, answerSeconds, stopSeconds,
        bodyMemory,
    ]
}
