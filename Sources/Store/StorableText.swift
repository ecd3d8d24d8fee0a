/// Says what PostgreSQL takes as text.
enum StorableText {
    /// What holds NUL is the number of nothing, and PostgreSQL does not take it.
    static func holds(_ text: String) -> Bool { !text.utf8.contains(0) }
}
