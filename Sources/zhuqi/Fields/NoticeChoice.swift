import Languages

/// What people call the ways in which notices come.
enum NoticeChoice {
    static let scopes = Vocabulary([
        .init(name: "told", label: Label(zh: "告知我的", en: "what tells me"), others: ["告知"]),
        .init(name: "seen", label: Label(zh: "我看得到的", en: "all that I may see"), others: ["全部"]),
        .init(name: "links", label: Label(zh: "给企业的链接", en: "enterprises' links"), others: ["链接"]),
    ])

    static let webhookPaces = Vocabulary([each, digest])

    static let mailPaces = Vocabulary([
        each, digest,
        .init(name: "none", label: Label(zh: "不发", en: "none"), others: ["不要", "停发"]),
    ])

    private static let each = Vocabulary.Entry(
        name: "each", label: Label(zh: "逐条", en: "one by one"))
    private static let digest = Vocabulary.Entry(
        name: "digest", label: Label(zh: "每日汇总", en: "a digest"), others: ["每日", "汇总"])

    /// Throws: `usage`, which names what may be chosen.
    static func name(of word: String, among words: Vocabulary) throws(StaffError) -> String {
        if let name = words.name(of: word) { return name }
        throw .usage(
            zh: "“\(word)”须为以下之一：\(list(words, in: .zh))",
            en: "“\(word)” is none of: \(list(words, in: .en))")
    }

    /// What it is called; what this program does not know is shown as it came.
    static func text(_ name: String, among words: Vocabulary, in language: Language) -> String {
        words.entries.first { $0.name == name }?.label.text(in: language) ?? name.plain
    }

    static func list(_ words: Vocabulary, in language: Language) -> String {
        language.list(
            words.entries.map { entry in
                language(
                    "\(entry.label.zh)（\(entry.name)）", "\(entry.name) (\(entry.label.en))")
            })
    }
}
