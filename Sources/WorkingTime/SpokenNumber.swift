/// Reads small whole numbers as people write them: `12`, `十二`, `两`, `二〇二六`.
enum SpokenNumber {
    static func read(_ text: some StringProtocol) -> Int? {
        guard (1...4).contains(text.count) else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) { return Int(text) }
        let parts = text.split(separator: ten, omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return digits(parts[0]).map { $0.reduce(0) { $0 * 10 + $1 } }
        case 2:
            guard let tens = parts[0].isEmpty ? [1] : digits(parts[0]),
                let ones = parts[1].isEmpty ? [0] : digits(parts[1]),
                tens.count == 1, ones.count == 1
            else { return nil }
            return tens[0] * 10 + ones[0]
        default: return nil
        }
    }

    private static let ten: Character = "十"

    private static let values: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
        "八": 8, "九": 9,
    ]

    private static func digits(_ text: some StringProtocol) -> [Int]? {
        let found = text.compactMap { values[$0] }
        return found.count == text.count ? found : nil
    }
}
