/// Tells whether a text is written as numbers of issues are: that of the case, a place in it, and for
/// what was split off a place in that.
package enum IssueNumber {
    package static let example = "ZQ2026-000001-1"

    package static func isOne(_ text: String) -> Bool {
        text.utf8.count <= 60
            && text.wholeMatch(of: /ZQ[0-9]{1,4}-[0-9]{6,18}-[0-9]{1,9}(?:\.[0-9]{1,9})*/) != nil
    }
}
