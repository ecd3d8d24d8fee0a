/// By what two items are compared.
enum SortKey: Hashable {
    /// Stands last, whichever way the list is sorted.
    case none
    case count(Int64)
    case text(String)
    /// Digits in it count as numbers: 2 comes before 10.
    case number(String)

    static func of(_ text: String?) -> SortKey { text.map { .text($0) } ?? .none }

    /// Negative where this comes first, zero where both are alike.
    func compared(to other: SortKey) -> Int {
        if case .count(let one) = self, case .count(let other) = other {
            return Self.order(one, other)
        }
        if case .text(let one) = self, case .text(let other) = other {
            return Self.order(one, other)
        }
        if case .number(let one) = self, case .number(let other) = other {
            return Self.order(Self.parts(one), Self.parts(other))
        }
        return 0
    }

    private static func order<Value: Comparable>(_ one: Value, _ other: Value) -> Int {
        one < other ? -1 : one > other ? 1 : 0
    }

    private static func order(_ one: [Int64], _ other: [Int64]) -> Int {
        for (left, right) in zip(one, other) where left != right { return left < right ? -1 : 1 }
        return order(one.count, other.count)
    }

    private static func parts(_ text: String) -> [Int64] {
        text.split { !$0.isASCII || !$0.isNumber }.map { Int64($0) ?? .max }
    }
}
