import Languages

extension Mapping {
    /// Reads a list of words under an optional key. None holds a sign that parts words in a table's
    /// cell: it would become two there.
    func words(_ key: String) -> [String] {
        guard let entry = self[key] else { return [] }
        return entry.texts().map { word in
            if let sign = word.value.first(where: { "、;；".contains($0) }) {
                entry.log.record(
                    .badText, at: word.place,
                    Label(
                        zh: "“\(word.value.prefix(60))”含有“\(sign)”，表格用它分隔",
                        en:
                            "`\(word.value.prefix(60))` holds “\(sign)”, which parts words in tables"
                    ),
                    Label(zh: "请逐个写", en: "write each word by itself"))
            }
            return word.value
        }
    }
}
