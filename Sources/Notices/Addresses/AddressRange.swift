/// Addresses that begin with the same bits.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    private let first: NetworkAddress
    private let bitCount: Int

    /// Reads `10.0.0.0/8`, or one address; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = NetworkAddress(String(parts[0])), parts.count <= 2 else { return nil }
        let most = first.bytes.count * 8
        guard let bitCount = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bitCount)
        else { return nil }
        self.first = first
        self.bitCount = bitCount
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        let whole = bitCount / 8
        guard address.bytes.prefix(whole) == first.bytes.prefix(whole) else { return false }
        let rest = bitCount % 8
        return rest == 0 || (address.bytes[whole] ^ first.bytes[whole]) >> (8 - rest) == 0
    }

    package var description: String { "\(first)/\(bitCount)" }
}
