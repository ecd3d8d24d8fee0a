package import Languages

extension Label {
    private static let mostNamed = 5

    /// Says which things a word may mean, or what is called something like it; nil where nothing is.
    package init?(remarking meaning: Vocabulary.Meaning, on word: String) {
        let word = word.prefix(40)
        switch meaning {
        case .name: return nil
        case .several(let entries):
            let (zh, en) = Self.named(entries)
            self.init(
                zh: "“\(word)”可指\(zh)，请写明其一", en: "“\(word)” may mean \(en): name one of them")
        case .unknown(let near):
            guard !near.isEmpty else { return nil }
            let (zh, en) = Self.named(near)
            self.init(
                zh: "没有“\(word)”，是否指\(zh)", en: "there is no “\(word)”; did you mean \(en)")
        }
    }

    /// By their labels; with their names in a language in which two are called the same.
    private static func named(_ entries: [Vocabulary.Entry]) -> (zh: String, en: String) {
        func isClear(_ text: (Label) -> String) -> Bool {
            Set(entries.map { text($0.label) }).count == entries.count
        }
        let (zhIsClear, enIsClear) = (isClear(\.zh), isClear(\.en))
        let shown = entries.prefix(mostNamed)
        let zh = shown.map { zhIsClear ? $0.label.zh : "\($0.label.zh)（\($0.name)）" }
        let en = shown.map { enIsClear ? $0.label.en : "\($0.label.en) (\($0.name))" }
        let isCut = shown.count < entries.count
        return (
            zh.joined(separator: "、") + (isCut ? "等\(entries.count)个" : ""),
            en.joined(separator: ", ") + (isCut ? " and others, \(entries.count) in all" : "")
        )
    }
}
