import Languages
import Workflow

/// Reads amounts as people write them: `５００`, `1,200`, `3.5万元`.
struct WrittenAmount {
    /// Hundredths of what is counted.
    private let hundredths: Int64

    /// - Parameter unit: what is counted, which may be written behind the number.
    init?(_ text: String, of unit: ValueDefinition.Quantity? = nil) {
        guard text.utf8.count <= 80 else { return nil }
        var plain = PlainWord.of(text)[...]
        for word in [unit?.label.zh, unit?.label.en].compactMap(\.self).map(PlainWord.of)
        where plain.hasSuffix(word) {
            plain = plain.dropLast(word.count)
        }
        var scale: Int64 = 100
        if let last = plain.last, let power = Self.powers[last] {
            scale *= power
            plain = plain.dropLast()
        }
        guard let read = Self.read(plain, times: scale) else { return nil }
        hundredths = read
    }

    /// Nil where there is a part of one.
    var whole: Int64? { hundredths % 100 == 0 ? hundredths / 100 : nil }

    /// As values are sent: a whole number, else a text with two decimals.
    var value: FieldValue {
        if let whole { return .integer(whole) }
        let cents = hundredths % 100
        return .text("\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)")
    }

    private static let powers: [Character: Int64] = ["千": 1000, "万": 10_000, "亿": 100_000_000]

    /// - Returns: nil for what is no number, or has more decimals than hundredths hold.
    private static func read(_ text: Substring, times scale: Int64) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = ungrouped(parts[0]) else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !decimals.isEmpty, isDigits(decimals),
            let number = Int64(whole + decimals), whole.count + decimals.count <= 15
        else { return nil }
        let divisor = decimals.reduce(into: Int64(1)) { product, _ in product *= 10 }
        let (product, overflows) = number.multipliedReportingOverflow(by: scale)
        guard !overflows, product % divisor == 0 else { return nil }
        return product / divisor
    }

    /// Commas stand before each three digits, or nowhere.
    private static func ungrouped(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && isDigits($0) }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || groups[0].count <= 3
        else { return nil }
        return groups.joined()
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
