/// The public keys of an installation, the oldest first: each later one is vouched for by the one before,
/// so that whoever trusts the first can trust all, and what an old key signed stays good.
///
/// Shape: PEM, one after the other; above each but the first stands a line
/// `zhuqi.rotation.1 SIGNATURE`, hexadecimal, by the key before.
package struct KeyRing: Sendable {
    package let keys: [VerifyingKey]
    package let text: String

    private static let rotation = "zhuqi.rotation.1"

    package init(_ first: VerifyingKey) {
        keys = [first]
        text = first.text
    }

    /// - Returns: nil where there is no key, or where one is not vouched for by the one before.
    package init?(text: String) {
        let keys = VerifyingKey.all(in: text)
        let vouchers = text.split(separator: "\n").compactMap { line -> [UInt8]? in
            guard line.hasPrefix(Self.rotation + " ") else { return nil }
            return HexDigits.bytes(String(line.dropFirst(Self.rotation.count + 1)))
        }
        guard !keys.isEmpty, vouchers.count == keys.count - 1 else { return nil }
        for (index, voucher) in vouchers.enumerated() {
            let (old, next) = (keys[index], keys[index + 1])
            guard old.signed(Self.message(old, next), by: voucher) else { return nil }
        }
        self.keys = keys
        self.text = text
    }

    private init(_ keys: [VerifyingKey], _ text: String) {
        self.keys = keys
        self.text = text
    }

    /// Adds a key, vouched for by the last one.
    package func adding(_ next: VerifyingKey, signedWith last: SealingKey) throws -> KeyRing {
        let voucher = try last.signature(of: Self.message(last.verifyingKey, next))
        return KeyRing(
            keys + [next], text + "\(Self.rotation) \(HexDigits.text(voucher))\n" + next.text)
    }

    private static func message(_ old: VerifyingKey, _ next: VerifyingKey) -> [UInt8] {
        Array("\(rotation)\n\(old.fingerprint)\n\(next.fingerprint)".utf8)
    }
}
