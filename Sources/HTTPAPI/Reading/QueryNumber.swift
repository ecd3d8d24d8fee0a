import Hummingbird
import UseCases

/// Reads numbers out of query parameters.
enum QueryNumber {
    /// How many items a page may be asked to hold, and how many it holds otherwise.
    static let limits = 1...200
    static let usualLimit = 50

    static func limit(_ parameters: Parameters) throws(InputFault) -> Int {
        guard let text = parameters.get("limit") else { return usualLimit }
        guard let limit = number(text), limits.contains(limit) else {
            throw .badParameter(
                "limit", zh: "应为 1 至 200 的整数。", en: "must be a number from 1 to 200")
        }
        return limit
    }

    /// Where a page begins, in lists that go by a number.
    static func cursor(
        _ parameters: Parameters, in range: ClosedRange<Int> = 0...Int.max
    ) throws(InputFault) -> Int? {
        guard let text = parameters.get("cursor") else { return nil }
        guard let place = number(text), range.contains(place) else { throw .badCursor }
        return place
    }

    /// The number of something that the directory or the record has.
    static func id(_ parameters: Parameters, _ name: String) throws(InputFault) -> Int64? {
        guard let text = parameters.get(name) else { return nil }
        guard let id = PathNumber.read(text) else {
            throw .badParameter(name, zh: "应为正整数。", en: "must be a whole number above zero")
        }
        return id
    }

    private static func number(_ text: String) -> Int? {
        guard let number = Int(text), number >= 0, String(number) == text else { return nil }
        return number
    }
}

extension InputFault {
    static let badCursor = InputFault.badParameter(
        "cursor", zh: "应为上一页 next 给出的值。", en: "must be what the page before said in next")
}
