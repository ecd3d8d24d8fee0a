/// Tells whether a path is written in the one way that leads to its route: rules that somebody puts
/// before the server go by how it is written.
enum PathForm {
    /// - Parameter target: as the request line has it, with what is asked for after a `?`.
    static func isCanonical(_ target: String) -> Bool {
        var path = target.prefix { $0 != "?" && $0 != "#" }
        // Expressions cost a sixth of the whole server where every request is held against them.
        if path.utf8.first != UInt8(ascii: "/"),
            let origin = path.prefixMatch(of: /https?:\/\/[^\/]*/.ignoresCase())
        {
            path = path[origin.range.upperBound...]
        }
        guard path.first == "/", path != "/" else { return path == "/" || path == "*" }
        let steps = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        return steps.allSatisfy { step in
            !step.isEmpty && step != "." && step != ".." && !hidesSign(step)
        }
    }

    /// An escape of what would part steps, or of what needs none.
    private static func hidesSign(_ step: Substring) -> Bool {
        guard step.utf8.contains(UInt8(ascii: "%")) else { return false }
        return step.matches(of: /%([0-9A-Fa-f]{2})/).contains { escape in
            guard let byte = UInt8(escape.output.1, radix: 16) else { return true }
            return byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || isPlain(byte)
        }
    }

    /// Source: RFC 3986, section 2.3: escaped or not, they are the same.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "-._~".utf8.contains(byte)
    }
}
