import Sealing
import Testing

@Suite("A seal")
struct SealTests {
    @Test("that is whole matches in everything")
    func whole() throws {
        let first = try Samples.seal()
        let read = try Seal(bytes: first.bytes, signatureLine: first.signatureLine)
        let check = SealCheck(read)
        #expect(check.signature(by: [try Samples.key().verifyingKey], installation: "5c0e") == [])
        #expect(check.files(Samples.files) == [])
        #expect(check.heads(HeadList.text(Samples.heads(9))) == [])
        #expect(check.follows(nil) == [])
        let next = try Samples.seal(
            Samples.statement(number: 2, month: "2026-11", previous: read.asPrevious))
        #expect(SealCheck(next).follows(read) == [])
    }

    @Test("is canonical JSON")
    func canonical() throws {
        let text = String(decoding: try Samples.seal().bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(#"{"directory":"44","files":[{"name":"events.ndjson","sha256":"22"}"#))
        #expect(!text.contains("\n") && !text.contains("correction"))
    }

    @Test("tells a changed, a missing and a foreign file")
    func files() throws {
        let check = SealCheck(try Samples.seal())
        #expect(
            check.files(["issues.csv": "12", "other.csv": "1"]) == [
                .missingFile("events.ndjson"),
                .changedFile("issues.csv", sealed: "11", found: "12"), .unsealedFile("other.csv"),
            ])
    }

    @Test("tells a wrong key, a key that is not known, and another installation")
    func keys() throws {
        let seal = try Samples.seal()
        let stranger = try #require(SealingKey(seed: Array(repeating: 9, count: 32)))
        let check = SealCheck(seal)
        #expect(check.signature(by: [stranger.verifyingKey]) == [.unknownKey(seal.fingerprint)])
        let key = try Samples.key().verifyingKey
        #expect(check.signature(by: [stranger.verifyingKey, key]) == [])
        #expect(
            check.signature(by: [key], installation: "x") == [
                .otherInstallation(sealed: "5c0e", expected: "x")
            ])
        // A stranger signs the same and names the key of another.
        let forged = try Seal(Samples.statement(), signedWith: stranger)
        let parts = forged.signatureLine.split(separator: " ")
        let claimed = try Seal(
            bytes: forged.bytes,
            signatureLine: "\(parts[0]) \(key.fingerprint) \(parts[2])")
        #expect(
            SealCheck(claimed).signature(by: [key]) == [
                .wrongSignature(fingerprint: key.fingerprint)
            ])
    }

    @Test("tells an issue that was taken out, cut, or put in")
    func heads() throws {
        let check = SealCheck(try Samples.seal())
        let heads = Samples.heads(9)
        let without = check.heads(HeadList.text(Array(heads.dropFirst())))
        #expect(without.contains(.headCount(sealed: 9, found: 8)) && without.count == 2)
        var cut = heads
        cut[3] = IssueHead(number: cut[3].number, sequence: 3, digest: cut[3].digest)
        #expect(check.heads(HeadList.text(cut)).count == 1)
        let text = HeadList.text(heads)
        let lines = text.split(separator: "\n").map { $0 + "\n" }
        #expect(check.heads(text + lines[8]).contains(.headOutOfOrder(line: 10)))
        #expect(check.heads(lines.reversed().joined()).contains(.headOutOfOrder(line: 2)))
        #expect(check.heads(text + "ZQ").contains(.unreadableHead(line: 10)))
    }

    @Test("tells a seal before that is missing, another, or too many")
    func chain() throws {
        let first = try Samples.seal()
        let second = try Samples.seal(
            Samples.statement(number: 2, month: "2026-11", previous: first.asPrevious))
        #expect(SealCheck(second).follows(nil) == [.missingPrevious(month: "2026-10")])
        #expect(SealCheck(first).follows(second) == [.unexpectedPrevious(month: "2026-11")])
        let other = try Samples.seal(Samples.statement(heads: Samples.heads(8)))
        #expect(
            SealCheck(second).follows(other) == [
                .previous(month: "2026-10", sealed: first.sha256, found: other.sha256)
            ])
        let skipping = try Samples.seal(Samples.statement(number: 3, previous: first.asPrevious))
        #expect(
            SealCheck(skipping).follows(first) == [.brokenNumbering(expected: 2, found: 3)])
    }

    @Test("proves that one issue was in the record")
    func proof() throws {
        let heads = Samples.heads(9).sorted(by: IssueHead.precedes)
        let check = SealCheck(try Samples.seal())
        let proof = try #require(InclusionProof(of: 4, in: MerkleTree(heads)))
        #expect(check.proof(proof, of: heads[4]) == [])
        #expect(check.proof(proof, of: heads[5]) == [.notProved(heads[5].number)])
    }

    @Test("is held by no other bytes: one that is changed anywhere is found", arguments: 0..<200)
    func changes(seed: UInt64) throws {
        var draw = Draw(seed: seed)
        let seal = try Samples.seal()
        let statement = draw.changed(seal.bytes)
        #expect(try !matches(statement, seal.signatureLine), "seed \(seed)")
        let line = draw.changed(Array(seal.signatureLine.utf8))
        #expect(
            try !matches(seal.bytes, String(decoding: line, as: UTF8.self)), "seed \(seed)")
        let list = draw.changed(Array(HeadList.text(Samples.heads(9)).utf8))
        let found = SealCheck(seal).heads(String(decoding: list, as: UTF8.self))
        #expect(!found.isEmpty, "seed \(seed)")
    }

    private func matches(_ bytes: [UInt8], _ line: String) throws -> Bool {
        let key = try Samples.key().verifyingKey
        do throws(SealMismatch) {
            let seal = try Seal(bytes: bytes, signatureLine: line)
            return SealCheck(seal).signature(by: [key]).isEmpty
        } catch {
            return false
        }
    }
}

/// Draws the same for the same seed.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 1) % bound
    }

    /// The bytes with another in one place.
    mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        changed[next(below: bytes.count)] ^= UInt8(1 + next(below: 255))
        return changed
    }
}
