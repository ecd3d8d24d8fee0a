import APIText
import HTTPTypes

extension ContentType {
    /// Tells whether it is JSON as it stands: in UTF-8, and not compressed.
    static func isPlainJSON(_ headers: HTTPFields) -> Bool {
        let coding = headers[.contentEncoding]?.lowercased() ?? "identity"
        guard coding == "identity", let value = headers[.contentType]?.lowercased() else {
            return false
        }
        let parts = value.split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
        guard let type = parts.first, type == accepted || isOtherJSON(type) else { return false }
        return parts.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
    }

    private static func isOtherJSON(_ type: String) -> Bool {
        type.wholeMatch(of: /application\/[a-z0-9!#$&^_.+-]+\+json/) != nil
    }
}
