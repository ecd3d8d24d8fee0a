import Languages

/// Says what a list does not show.
struct LeftOut {
    let language: Language

    func more(_ count: Int) -> [String] {
        [language("另有 \(count) 件未列出", "\(count) more not listed")]
    }

    /// - Parameter count: how many issues of a category were compared.
    func compared(_ count: Int) -> [String] {
        [
            language(
                "只比较了最近的 \(count) 件，实际可能更多",
                "only the newest \(count) were compared: there may be more")
        ]
    }
}
