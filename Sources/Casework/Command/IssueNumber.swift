/// Tells whether a text is written as numbers of issues are: that of the case, a place in it, and for
/// what was split off a place in that.
package enum IssueNumber {
    package static let example = "ZQ2026-000001-1"

    /// Writes a number out whole: `47-1` is of the year, and small letters and zeros that were left out
    /// are as good. What can't be one comes back as it is.
    package static func whole(_ text: String, in year: Int) -> String {
        guard let parts = Parts(text), parts.year.map({ $0.utf8.count == 4 }) ?? true else {
            return text
        }
        let zeros = String(repeating: "0", count: max(0, 6 - parts.number.utf8.count))
        return
            "ZQ\(parts.year.map(String.init) ?? "\(year)")-\(zeros)\(parts.number)-\(parts.place)"
    }

    package static func isOne(_ text: String) -> Bool {
        guard let parts = Parts(text), text.hasPrefix("ZQ") else { return false }
        return parts.year != nil && parts.number.utf8.count >= 6
    }

    /// What stands between the hyphens. Every request names an issue, and expressions cost a tenth of the
    /// whole server where each is held against them.
    private struct Parts {
        let year: Substring?
        let number: Substring
        let place: Substring

        init?(_ text: String) {
            guard text.utf8.count <= 60, text.utf8.contains(UInt8(ascii: "-")) else { return nil }
            let steps = text.split(separator: "-", omittingEmptySubsequences: false)
            guard steps.count == 2 || steps.count == 3 else { return nil }
            year = steps.count == 3 ? steps[0].dropFirst(2) : nil
            number = steps[steps.count - 2]
            place = steps[steps.count - 1]
            guard Self.isNumber(number, upTo: 18),
                place.split(separator: ".", omittingEmptySubsequences: false)
                    .allSatisfy({ Self.isNumber($0, upTo: 9) })
            else { return nil }
            guard let year else { return }
            guard steps[0].prefix(2).lowercased() == "zq", Self.isNumber(year, upTo: 4) else {
                return nil
            }
        }

        private static func isNumber(_ text: Substring, upTo count: Int) -> Bool {
            (1...count).contains(text.utf8.count)
                && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}
