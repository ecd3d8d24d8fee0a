/// What `zhuqid` reads, beside what one command is asked to do.
package enum ServerSettings {
    package static let file = Setting<String?>(
        "settings", .text, default: nil,
        zh: "设置文件：每行 NAME=value，名称同环境变量。",
        en: "A file of settings: NAME=value a line, by the names of environment variables.")

    package static let database = Setting<String?>(
        "database", .text, default: nil, isSecret: true,
        zh: "数据库，libpq 连接串。", en: "The database, as a libpq conninfo string.")

    package static let sql = Setting<String?>(
        "sql", .text, default: nil,
        zh: "含 migrations/ 和 queries/ 的目录；未给出时为程序旁或其上的 SQL/。",
        en: "The folder with migrations/ and queries/; else SQL/ beside or above zhuqid.")

    package static let linkKeyFile = Setting<String?>(
        "link-key-file", .text, default: nil,
        zh: "密钥文件，至少 32 字节：企业链接和 webhook 密钥由此生成。",
        en: "A file of 32 or more secret bytes: enterprises' links and webhooks' secrets.")

    /// Every one, in the order in which they are shown.
    package static let all: [any DeclaredSetting] =
        [file, database, sql, linkKeyFile] + serving + limits + notices
}
