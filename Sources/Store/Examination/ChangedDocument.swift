import Crypto
import Postgres

/// A published text that is not the one whose digest was recorded.
package struct ChangedDocument: Hashable, Sendable {
    /// `calendar cn@2`.
    package let name: String

    /// - Parameter row: of `everyDocument`.
    /// - Returns: nil where the text fits its digest.
    init?(_ row: Row) throws {
        let source = try row.text("source")
        guard Array(SHA256.hash(data: Array(source.utf8))) != (try row.bytes("digest")) else {
            return nil
        }
        let (kind, name) = (try row.text("kind"), try row.text("name"))
        self.name = "\(kind) \(name)@\(try row.int32("revision"))"
    }
}
