import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import RawStructuredFieldValues

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
}

/// Reads the headers that make a command safe to send twice.
enum RequestHeaders {
    /// Reads the key that makes a request count once.
    ///
    /// - Throws: `keyMissing`, `keyMalformed`.
    static func idempotencyKey(_ headers: HTTPFields) throws(RequestFault) -> String {
        guard let value = headers[.idempotencyKey] else { throw .keyMissing }
        return try key(try structuredString(value) ?? value)
    }

    /// Checks the form of a key: 1 to 200 visible characters of ASCII.
    ///
    /// - Throws: `keyMalformed`.
    static func key(_ text: String) throws(RequestFault) -> String {
        let isVisible = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard (1...200).contains(text.utf8.count), isVisible else { throw .keyMalformed }
        return text
    }

    /// Reads the key of a request that may go without: with one it counts once.
    ///
    /// - Throws: `keyMalformed`.
    static func requestKey(
        _ request: Request, body: [UInt8], of person: Person
    ) throws(RequestFault) -> RequestKey? {
        guard request.headers[.idempotencyKey] != nil else { return nil }
        let key = try idempotencyKey(request.headers)
        return RequestKey(
            person: person.id,
            key: CommandKey(deriving: [Principal.person(person).keySpace, "request", key]),
            requestDigest: RequestDigest.digest(of: request, body: body),
            receivedAt: TimeSource().now)
    }

    /// Reads a quoted string; nil for a bare one, which is taken as it stands.
    private static func structuredString(_ value: String) throws(RequestFault) -> String? {
        guard value.hasPrefix("\"") else { return nil }
        do {
            var parser = StructuredFieldValueParser(Array(value.utf8))
            if case .string(let text) = try parser.parseItemFieldValue().rfc9651BareItem {
                return text
            }
            throw RequestFault.keyMalformed
        } catch {
            throw .keyMalformed
        }
    }

    /// Reads which version the sender saw.
    ///
    /// - Throws: `versionMissing`, `versionMalformed`.
    static func expectedVersion(
        _ headers: HTTPFields
    ) throws(RequestFault) -> Command.ExpectedVersion {
        guard let value = headers[.ifMatch] else { throw .versionMissing }
        if value == "*" { return .any }
        let versions = try entityTags(value).map { tag throws(RequestFault) in
            guard !tag.isWeak, let version = version(tag.text) else {
                throw .versionMalformed
            }
            return version
        }
        return versions.count == 1 ? .exactly(versions[0]) : .oneOf(versions)
    }

    /// Tells whether the sender has the version already.
    ///
    /// - Parameter version: as its tag has it between the quotes.
    /// - Throws: `versionMalformed`.
    static func hasAlready(_ version: String, _ headers: HTTPFields) throws(RequestFault) -> Bool {
        guard let value = headers[.ifNoneMatch] else { return false }
        if value == "*" { return true }
        return try entityTags(value).contains { $0.text == version }
    }

    /// Reads a list of entity tags. Source: RFC 9110, section 8.8.3.
    private static func entityTags(
        _ value: String
    ) throws(RequestFault) -> [(text: String, isWeak: Bool)] {
        var rest = value.utf8[...]
        var tags: [(text: String, isWeak: Bool)] = []
        repeat {
            rest = rest.drop(while: isBlank)
            let isWeak = rest.starts(with: "W/".utf8)
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.popFirst() == UInt8(ascii: "\"") else { throw .versionMalformed }
            let text = rest.prefix { $0 != UInt8(ascii: "\"") }
            rest = rest.dropFirst(text.count)
            guard text.allSatisfy(isVisible), rest.popFirst() != nil else {
                throw .versionMalformed
            }
            tags.append((String(Substring(text)), isWeak))
            rest = rest.drop(while: isBlank)
            guard let separator = rest.popFirst() else { return tags }
            guard separator == UInt8(ascii: ","), tags.count < 100 else { throw .versionMalformed }
        } while true
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    private static func version(_ text: String) -> Int? {
        guard let number = Int(text), number >= 1, String(number) == text else { return nil }
        return number
    }
}
