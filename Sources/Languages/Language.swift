/// Names the languages in which everything is said, as BCP 47 does.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case zh, en

    /// Chooses what is said in this language.
    package func callAsFunction<Words>(_ zh: Words, _ en: Words) -> Words { self == .zh ? zh : en }

    /// Joins the parts of an enumeration.
    package func list(_ parts: [String]) -> String { parts.joined(separator: self("、", ", ")) }
}
