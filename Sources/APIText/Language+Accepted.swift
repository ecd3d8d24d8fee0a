package import Languages

extension Language {
    /// Chooses by Accept-Language, the weights as RFC 9110 has them; Chinese unless English weighs
    /// more, or as much and comes first.
    package init(acceptLanguage: String?) {
        var best: (language: Language, weight: Double) = (.zh, 0)
        for range in (acceptLanguage ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map {
                $0.trimmingPrefix(while: \.isWhitespace).lowercased().split(separator: " ").joined()
            }
            guard let name = parts.first?.split(separator: "-").first,
                let language: Language =
                    name == "en" ? .en : name == "zh" || name == "*" ? .zh : nil
            else { continue }
            let given = parts.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
            let weight = given.map { Double($0) ?? 0 } ?? 1
            if weight > best.weight { best = (language, min(weight, 1)) }
        }
        self = best.language
    }
}
