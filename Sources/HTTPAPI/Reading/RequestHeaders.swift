import Casework
import HTTPTypes
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
        let key = try structuredString(value) ?? value
        let isVisible = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard (1...200).contains(key.utf8.count), isVisible else { throw .keyMalformed }
        return key
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
        guard value.count >= 3, value.hasPrefix("\""), value.hasSuffix("\""),
            let version = Int(value.dropFirst().dropLast()), version >= 1
        else { throw .versionMalformed }
        return .exactly(version)
    }
}
