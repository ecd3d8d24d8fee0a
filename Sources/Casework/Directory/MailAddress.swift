/// Tells what mail can be sent to: a name and a host with a dot in it, in the plain form that people
/// write.
///
/// Source: RFC 5321, section 4.1.2, without quoted names and addresses in brackets.
package enum MailAddress {
    private static let longest = 200

    package static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= longest, parts.count == 2 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return isName(parts[0]) && labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isName(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                $0.wholeMatch(of: /[\p{L}\p{N}!#$%&'*+\/=?^_`{|}~\-]+/) != nil
            }
    }

    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.utf8.count)
            && text.wholeMatch(of: /[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?/) != nil
    }
}
