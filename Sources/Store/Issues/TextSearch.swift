import Casework
import Postgres

/// What a search for words comes to before a list is read: a few issues, found by the index of words; or
/// words that so many issues hold that a list in its own order soon meets enough of them.
enum TextSearch {
    case none
    case few([Int64])
    /// Patterns that the text must fit; one of a number too, where that may be meant.
    case many([String], mayBeNumber: Bool)

    /// What is found before a list is read stays small: texts are compared, and issues sorted, one by one.
    static let fewest = 500

    static func begin(_ text: String?, in database: Database) async throws -> TextSearch {
        guard let text = text.map(Bigrams.normalised) else { return .none }
        // Numbers are not among the pairs.
        let isNumber = mayBeginNumber(text)
        let pairs = Bigrams.all(of: text)
        let patterns = Bigrams.patterns(text)
        guard !pairs.isEmpty else { return .many(patterns, mayBeNumber: true) }
        let limit = Parameter.int32(Int32(fewest + 1))
        var rows = Array(
            try await database.search(.issuesHolding, [.texts(pairs), .texts(patterns), limit]))
        if isNumber {
            rows += try await database.search(
                .issuesNumberedLike, [.text(Bigrams.beginning(text.uppercased())), limit])
        }
        return rows.count > fewest
            ? .many(patterns, mayBeNumber: isNumber)
            : .few(Set(try rows.map { try $0.int64("id") }).sorted())
    }

    /// Whether a number of an issue may begin so; a text may cite one as well.
    private static func mayBeginNumber(_ text: String) -> Bool {
        text.hasPrefix("zq")
            && text.dropFirst(2).allSatisfy { $0.isASCII && ($0.isNumber || "-.".contains($0)) }
    }

    var findsNothing: Bool {
        if case .few(let issues) = self { issues.isEmpty } else { false }
    }

    /// Ids, patterns, and whether numbers are compared as well.
    var parameters: [Parameter] {
        let ids: Parameter = if case .few(let issues) = self { .int64s(issues) } else { .noInt64s }
        return [ids] + patternParameters
    }

    /// Patterns, and whether numbers are compared as well.
    var patternParameters: [Parameter] {
        switch self {
        case .none, .few: [.noTexts, .bool(false)]
        case .many(let patterns, let mayBeNumber): [.texts(patterns), .bool(mayBeNumber)]
        }
    }
}
