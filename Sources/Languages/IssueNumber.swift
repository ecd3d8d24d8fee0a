/// The number of an issue as people write it: that of the case, a place in it, and for what was split off a
/// place in that. The year may be left out, and so may zeros.
///
/// Every request names an issue, and expressions cost a tenth of the whole server where each is held against
/// them.
package struct IssueNumber: Hashable, Sendable {
    package static let example = "ZQ2026-000001-1"
    private static let letters = "ZQ"

    /// One to four digits; nil where none was written.
    package let year: Substring?
    /// Of the case, as it was written.
    package let number: Substring
    /// In the case, e.g. `1` or `1.2`.
    package let place: Substring

    /// Reads `ZQ2026-000047-1`, `zq2026-47-1`, `47-1`.
    ///
    /// - Returns: nil for what can't be one.
    package init?(_ text: String) {
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
        guard steps[0].prefix(2).uppercased() == Self.letters, Self.isNumber(year, upTo: 4) else {
            return nil
        }
    }

    /// What tells issues of one year apart: the number of the case without zeros before it, and the place.
    package var rest: String { "\(number.drop { $0 == "0" })-\(place)" }

    /// Writes a number out whole: `47-1` is of the year, and small letters and zeros that were left out
    /// are as good. What can't be one comes back as it is.
    package static func whole(_ text: String, in year: Int) -> String {
        guard let read = IssueNumber(text), read.year.map({ $0.utf8.count == 4 }) ?? true else {
            return text
        }
        let zeros = String(repeating: "0", count: max(0, 6 - read.number.utf8.count))
        let shownYear = read.year.map(String.init) ?? "\(year)"
        return "\(letters)\(shownYear)-\(zeros)\(read.number)-\(read.place)"
    }

    /// Tells whether a text is a number that is written out whole.
    package static func isOne(_ text: String) -> Bool {
        guard let read = IssueNumber(text), text.hasPrefix(letters) else { return false }
        return read.year != nil && read.number.utf8.count >= 6
    }

    private static func isNumber(_ text: Substring, upTo count: Int) -> Bool {
        (1...count).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
