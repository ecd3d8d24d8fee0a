/// What `zhuqi` reads.
package enum StaffSettings {
    package static let server = Setting<String>(
        "server", .text, default: "http://127.0.0.1:8080",
        zh: "服务器地址；未给出时用 ZHUQI_SERVER，再用上次登录的地址。",
        en: "The server's address; otherwise ZHUQI_SERVER, else that of the last login.")

    package static let token = Setting<String?>(
        "token", .text, default: nil, hasFlag: false, isSecret: true,
        zh: "个人令牌，优先于上次登录所存的令牌。",
        en: "The personal token, before the one of the last login.")

    package static let profile = Setting<String?>(
        "profile", .text, default: nil,
        zh: "登录配置的名字；未给出时用 ZHUQI_PROFILE，再用 profile use 所选的。",
        en: "Which of the kept logins: else ZHUQI_PROFILE, else that of profile use.")

    package static let language = Setting<String?>(
        "lang", .text, default: nil,
        zh: "语言：zh 或 en；未给出时依区域设置，英文区域为英文，其余为中文。",
        en: "The language: zh or en; otherwise the locale, Chinese unless it is English.")

    /// As POSIX has it, the first of the three that is set decides.
    package static let localeOfAll = Setting<String?>(
        "locale-of-all", .text, default: nil, variable: "LC_ALL", hasFlag: false,
        zh: "区域设置，优先于 LC_MESSAGES 与 LANG。", en: "The locale, before LC_MESSAGES and LANG.")

    package static let localeOfMessages = Setting<String?>(
        "locale-of-messages", .text, default: nil, variable: "LC_MESSAGES", hasFlag: false,
        zh: "文字的区域设置，优先于 LANG。", en: "The locale of texts, before LANG.")

    package static let locale = Setting<String?>(
        "locale", .text, default: nil, variable: "LANG", hasFlag: false,
        zh: "区域设置，以 en 开头即为英文，否则中文。",
        en: "The locale: English where it begins with en, else Chinese.")

    package static let noColour = Setting(
        "no-color", .presence, default: false, variable: "NO_COLOR", hasFlag: false,
        zh: "设置后不用颜色。", en: "Turns colours off where it is set.")

    package static let configurationFolder = Setting<String?>(
        "config-home", .text, default: nil, variable: "XDG_CONFIG_HOME", hasFlag: false,
        zh: "个人配置目录，令牌存于其下 zhuqi/；未设置时为 ~/.config。",
        en: "The folder of personal configuration, the token in zhuqi/; else ~/.config.")

    package static let home = Setting<String?>(
        "home", .text, default: nil, variable: "HOME", hasFlag: false, zh: "个人主目录。",
        en: "The person's own folder.")

    package static let visualEditor = Setting<String?>(
        "visual", .text, default: nil, variable: "VISUAL", hasFlag: false,
        zh: "写长文本用的编辑器，先于 EDITOR。", en: "The editor for long texts, before EDITOR.")

    package static let editor = Setting<String?>(
        "editor", .text, default: nil, variable: "EDITOR", hasFlag: false,
        zh: "写长文本用的编辑器。", en: "The editor for long texts.")

    package static let pager = Setting<String?>(
        "pager", .text, default: nil, variable: "PAGER", hasFlag: false,
        zh: "在终端上分页显示长内容的程序；未设置时用 less。",
        en: "Shows what is longer than the terminal; else less does.")

    package static let searchPath = Setting<String?>(
        "path", .text, default: nil, variable: "PATH", hasFlag: false,
        zh: "查找 less 的目录，用冒号分隔。", en: "The folders in which less is looked for.")

    package static let temporaryFolder = Setting<String?>(
        "temporary-folder", .text, default: nil, variable: "TMPDIR", hasFlag: false,
        zh: "编辑长文本时临时文件所在的目录。", en: "The folder of a text that is being edited.")

    package static let all: [any DeclaredSetting] = [
        server, token, profile, language, localeOfAll, localeOfMessages, locale, noColour,
        configurationFolder, home, visualEditor, editor, pager, searchPath, temporaryFolder,
    ]
}
