import Languages

/// Finds the known name that somebody most likely meant.
enum NearestName {
    /// Says what would be right instead of an unknown name.
    static func remedy(for name: String, among known: [String]) -> Label {
        if let nearest = nearest(to: name, among: known) {
            return Label(zh: "是否为“\(nearest)”？", en: "did you mean `\(nearest)`?")
        }
        guard !known.isEmpty else { return Label(zh: "这里还没有可用的", en: "nothing is known here yet") }
        let listed = known.prefix(30).map { "`\($0)`" }
        return Label { language in
            language("可用：", "known: ")
                + language.list(listed + (known.count > 30 ? ["…"] : []))
        }
    }

    static func nearest(to name: String, among known: [String]) -> String? {
        guard name.count <= 60 else { return nil }
        let folded = name.lowercased()
        let ranked = known.map { (EditDistance.between(folded, $0.lowercased()), $0) }
        guard let best = ranked.min(by: { $0.0 < $1.0 }) else { return nil }
        return best.0 < folded.count && best.0 <= max(1, folded.count / 3) ? best.1 : nil
    }
}
