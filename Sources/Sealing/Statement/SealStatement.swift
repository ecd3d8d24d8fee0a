import JSON

/// What a seal says of a month: by which digests everything that its figures come from is known.
///
/// Term: 封存. Shape: canonical JSON; the signature covers its exact bytes.
package struct SealStatement: Hashable, Sendable, Codable {
    package static let format = "zhuqi.seal.1"

    package struct File: Hashable, Sendable, Codable {
        package let name: String
        package let sha256: String

        package init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// A text that was in force: a calendar, a workflow, routing, a ladder, notices.
    package struct Revision: Hashable, Sendable, Codable {
        package let kind: String
        package let name: String
        package let revision: Int
        package let sha256: String

        package init(kind: String, name: String, revision: Int, sha256: String) {
            self.kind = kind
            self.name = name
            self.revision = revision
            self.sha256 = sha256
        }
    }

    /// The tree over the heads of all issues that were born by the month's end.
    package struct Heads: Hashable, Sendable, Codable {
        package let count: Int
        package let root: String

        package init(count: Int, root: String) {
            self.count = count
            self.root = root
        }

        package init(of tree: MerkleTree) {
            self.init(count: tree.count, root: HexDigits.text(tree.root))
        }
    }

    /// The seal before, whatever month it is of.
    package struct Previous: Hashable, Sendable, Codable {
        package let month: String
        /// That of its tree.
        package let root: String
        /// Of its statement.
        package let sha256: String

        package init(month: String, root: String, sha256: String) {
            self.month = month
            self.root = root
            self.sha256 = sha256
        }
    }

    /// Why the month is sealed again; the seal before it stays.
    package struct Correction: Hashable, Sendable, Codable {
        /// Of the statement that is corrected.
        package let sha256: String
        package let reason: String

        package init(sha256: String, reason: String) {
            self.sha256 = sha256
            self.reason = reason
        }
    }

    package let format: String
    /// The UUID of the installation.
    package let installation: String
    /// Counts the seals of the installation from 1.
    package let number: Int
    package let month: String
    package let timeZone: String
    package let heads: Heads
    package let files: [File]
    package let revisions: [Revision]
    /// SHA-256 of the directory as it stood.
    package let directory: String
    /// The name and version of the program.
    package let program: String
    /// RFC 3339.
    package let sealedAt: String
    package let previous: Previous?
    package let correction: Correction?

    package init(
        installation: String, number: Int, month: String, timeZone: String, heads: Heads,
        files: [File], revisions: [Revision], directory: String, program: String,
        sealedAt: String, previous: Previous?, correction: Correction? = nil
    ) {
        format = Self.format
        self.installation = installation
        self.number = number
        self.month = month
        self.timeZone = timeZone
        self.heads = heads
        self.files = files
        self.revisions = revisions
        self.directory = directory
        self.program = program
        self.sealedAt = sealedAt
        self.previous = previous
        self.correction = correction
    }

    /// The bytes that are signed.
    package func encoded() throws -> [UInt8] { try JSONText.encode(self) }
}
