import APIModel
import Languages

/// A column of a list: what it is called, what it says of an item, and how items are ordered by it.
protocol ListColumn: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {
    associatedtype Item: Codable & Hashable & Sendable

    var label: Label { get }
    /// What else it is called.
    var others: [String] { get }

    func text(of item: Item, in words: ListWords) -> String
    func paint(of item: Item) -> Paint?
    func key(of item: Item) -> SortKey
}

extension ListColumn {
    func paint(of item: Item) -> Paint? { nil }
}

/// How the cells of a list are worded.
struct ListWords {
    let language: Language
    /// What time it is for the issues, RFC 3339; nil where dates are written out.
    let now: String?

    /// As people say it where it is known what day it is, else written out.
    func moment(_ instant: String?) -> String {
        guard let instant else { return "" }
        return DueWords(now: now, language: language).text(instant)
    }

    func number(_ number: String) -> String {
        ShortNumber(year: now.map { String($0.prefix(4)) }).text(number)
    }
}
