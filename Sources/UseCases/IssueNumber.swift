/// Tells whether a text is written as numbers of issues are: that of the case, a place in it, and for
/// what was split off a place in that.
package enum IssueNumber {
    package static let example = "ZQ2026-000001-1"

    /// Writes a number out whole: `47-1` is of the year, and small letters and zeros that were left out
    /// are as good. What can't be one comes back as it is.
    package static func whole(_ text: String, in year: Int) -> String {
        guard text.utf8.count <= 60,
            let parts = text.wholeMatch(
                of: /(?:[Zz][Qq]([0-9]{4})-)?([0-9]{1,18})-([0-9]{1,9}(?:\.[0-9]{1,9})*)/)
        else { return text }
        let number = String(parts.output.2)
        let zeros = String(repeating: "0", count: max(0, 6 - number.count))
        return
            "ZQ\(parts.output.1.map(String.init) ?? "\(year)")-\(zeros)\(number)-\(parts.output.3)"
    }

    package static func isOne(_ text: String) -> Bool {
        text.utf8.count <= 60
            && text.wholeMatch(of: /ZQ[0-9]{1,4}-[0-9]{6,18}-[0-9]{1,9}(?:\.[0-9]{1,9})*/) != nil
    }
}
