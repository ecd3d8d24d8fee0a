import Glibc
import Sealing

/// The key of an installation: the secret one in a file, the public ones beside it in `FILE.pub`.
struct KeyStore {
    let path: String

    private var openPath: String { path + ".pub" }

    func key() throws(KeyFileFault) -> SealingKey {
        guard let key = SealingKey(text: try KeyFile.text(path, isSecret: true)) else {
            throw .noKey(path)
        }
        return key
    }

    /// All public keys; the last is that of the secret one.
    func ring() throws(KeyFileFault) -> KeyRing {
        guard let ring = KeyRing(text: try KeyFile.text(openPath, isSecret: false)) else {
            throw .noRing(openPath)
        }
        return ring
    }

    /// Draws a key and writes both files.
    func make() throws(KeyFileFault) -> KeyRing {
        guard access(openPath, F_OK) != 0 else { throw .exists(openPath) }
        let key = Self.drawn()
        let ring = KeyRing(key.verifyingKey)
        try KeyFile.make(path, key.text, mode: 0o600)
        do throws(KeyFileFault) {
            try KeyFile.make(openPath, ring.text, mode: 0o644)
        } catch {
            unlink(path)
            throw error
        }
        return ring
    }

    /// Draws another key. The old secret one stays, as `FILE.FINGERPRINT`; what it signed stays good.
    func rotate() throws -> KeyRing {
        let (old, ring) = (try self.key(), try self.ring())
        guard ring.keys.last?.fingerprint == old.verifyingKey.fingerprint else {
            throw KeyFileFault.apart(secret: path, open: openPath)
        }
        let next = Self.drawn()
        let added = try ring.adding(next.verifyingKey, signedWith: old)
        let (secret, open) = ("\(path).next", "\(openPath).next")
        try KeyFile.make(secret, next.text, mode: 0o600)
        do throws(KeyFileFault) {
            try KeyFile.make(open, added.text, mode: 0o644)
            try keep(old)
            try Self.name(open, openPath)
            try Self.name(secret, path)
        } catch {
            unlink(secret)
            unlink(open)
            throw error
        }
        return added
    }

    private func keep(_ old: SealingKey) throws(KeyFileFault) {
        let kept = "\(path).\(old.verifyingKey.fingerprint.prefix(16))"
        guard link(path, kept) == 0 else { throw .last(kept) }
    }

    private static func name(_ from: String, _ path: String) throws(KeyFileFault) {
        guard rename(from, path) == 0 else { throw .last(path) }
    }

    private static func drawn() -> SealingKey {
        var random = SystemRandomNumberGenerator()
        while true {
            let seed = (0..<SealingKey.seedSize).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if let key = SealingKey(seed: seed) { return key }
        }
    }
}
