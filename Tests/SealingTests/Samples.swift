import Sealing
import Testing

/// Seals and what belongs to them.
enum Samples {
    static let seed = [UInt8](1...32)

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    static func heads(_ count: Int) -> [IssueHead] {
        (1...count).map { number in
            IssueHead(
                number: "ZQ2026-\(number)-1", sequence: number,
                digest: MerkleTree.leafHash([UInt8(number)]))
        }
    }

    static let files = ["issues.csv": "11", "events.ndjson": "22"]

    static func statement(
        number: Int = 1, heads: [IssueHead] = heads(9), month: String = "2026-10",
        previous: SealStatement.Previous? = nil
    ) -> SealStatement {
        SealStatement(
            installation: "5c0e", number: number, month: month, timeZone: "Asia/Shanghai",
            heads: SealStatement.Heads(of: MerkleTree(heads)),
            files: files.sorted { $0.key < $1.key }.map {
                SealStatement.File(name: $0.key, sha256: $0.value)
            },
            revisions: [
                SealStatement.Revision(kind: "calendar", name: "cn", revision: 2, sha256: "33")
            ], directory: "44", program: "zhuqid 1", sealedAt: "2026-11-02T01:00:00Z",
            previous: previous)
    }

    static func key() throws -> SealingKey { try #require(SealingKey(seed: seed)) }

    static func seal(_ statement: SealStatement = statement()) throws -> Seal {
        try Seal(statement, signedWith: key())
    }
}
