import HTTPTypes

/// Names one request, in its answer and in the log.
enum RequestID {
    static let header = "X-Request-Id"

    /// Takes the one that was sent, where it is well-formed: up to 64 of A-Z a-z 0-9 . _ - and none
    /// of our own secrets; else makes one.
    static func of(_ headers: HTTPFields) -> String {
        guard let name = HTTPField.Name(header), let sent = headers[name], isSound(sent) else {
            return make()
        }
        return sent
    }

    /// 32 hexadecimal digits.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func isSound(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
            && !["zq_", "zl_"].contains(where: text.contains)
    }
}
