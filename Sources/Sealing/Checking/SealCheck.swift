/// Holds a seal against keys and files, and says everything that does not match.
package struct SealCheck: Sendable {
    private let seal: Seal

    package init(_ seal: Seal) { self.seal = seal }

    /// Checks by whom it was signed.
    ///
    /// - Parameters:
    ///   - keys: those that may have signed it, old ones too.
    ///   - installation: whose seal it must be; nil where that is not known.
    package func signature(
        by keys: [VerifyingKey], installation: String? = nil
    ) -> [SealMismatch] {
        var found: [SealMismatch] = []
        if let key = keys.first(where: { $0.fingerprint == seal.fingerprint }) {
            if !key.signed(seal.bytes, by: seal.signature) {
                found.append(.wrongSignature(fingerprint: seal.fingerprint))
            }
        } else {
            found.append(.unknownKey(seal.fingerprint))
        }
        if let installation, installation != seal.statement.installation {
            found.append(
                .otherInstallation(sealed: seal.statement.installation, expected: installation))
        }
        return found
    }

    /// Checks the files.
    ///
    /// - Parameter digests: SHA-256 of each by its name, hexadecimal.
    package func files(_ digests: [String: String]) -> [SealMismatch] {
        var found: [SealMismatch] = []
        for file in seal.statement.files {
            switch digests[file.name] {
            case nil: found.append(.missingFile(file.name))
            case .some(file.sha256): break
            case .some(let other):
                found.append(.changedFile(file.name, sealed: file.sha256, found: other))
            }
        }
        let sealed = Set(seal.statement.files.map(\.name))
        return found
            + digests.keys.filter { !sealed.contains($0) }.sorted().map {
                .unsealedFile($0)
            }
    }

    /// Checks the list of all issues.
    package func heads(_ text: String) -> [SealMismatch] {
        let list = HeadList(text)
        var found = list.mismatches
        let tree = MerkleTree(hashes: list.heads.map { MerkleTree.leafHash($0.leaf) })
        if tree.count != seal.statement.heads.count {
            found.append(.headCount(sealed: seal.statement.heads.count, found: tree.count))
        }
        let root = HexDigits.text(tree.root)
        if root != seal.statement.heads.root {
            found.append(.root(sealed: seal.statement.heads.root, found: root))
        }
        return found
    }

    /// Checks that it follows another.
    ///
    /// - Parameter before: the seal before; nil where there is none.
    package func follows(_ before: Seal?) -> [SealMismatch] {
        switch (seal.statement.previous, before) {
        case (nil, nil): numbering(from: 0)
        case (let named?, nil): [.missingPrevious(month: named.month)]
        case (nil, let before?): [.unexpectedPrevious(month: before.statement.month)]
        case (let named?, let before?):
            (named == before.asPrevious
                ? []
                : [
                    .previous(month: named.month, sealed: named.sha256, found: before.sha256)
                ]) + numbering(from: before.statement.number)
        }
    }

    /// Checks that an issue was in the record.
    package func proof(_ proof: InclusionProof, of head: IssueHead) -> [SealMismatch] {
        let heads = seal.statement.heads
        guard proof.size == heads.count, let root = HexDigits.bytes(heads.root),
            proof.proves(head.leaf, in: root)
        else { return [.notProved(head.number)] }
        return []
    }

    private func numbering(from last: Int) -> [SealMismatch] {
        let number = seal.statement.number
        return number == last + 1 ? [] : [.brokenNumbering(expected: last + 1, found: number)]
    }
}
