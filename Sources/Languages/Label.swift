/// Names one thing to people, in Chinese and in English.
package struct Label: Hashable, Sendable, Codable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Words what is put together in each language.
    package init(_ words: (Language) -> String) {
        self.init(zh: words(.zh), en: words(.en))
    }

    package func text(in language: Language) -> String { language(zh, en) }
}
