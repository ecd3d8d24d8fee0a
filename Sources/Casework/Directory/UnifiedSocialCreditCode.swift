import WorkingTime

/// The number by which an enterprise is known.
///
/// Term: 统一社会信用代码. Source: GB 32100-2015.
package struct UnifiedSocialCreditCode: Hashable, Sendable {
    package let text: String
    /// False where the check digit does not fit: at least one real code fails.
    package let hasValidCheckDigit: Bool

    /// Reads a code, full-width and lower-case letters included.
    ///
    /// - Returns: nil where it has not 18 characters of the code's alphabet.
    package init?(_ raw: String) {
        let normalised = raw.unicodeScalars.compactMap(Self.normalised)
        let values = normalised.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard raw.unicodeScalars.count == 18, values.count == 18 else { return nil }
        text = String(String.UnicodeScalarView(normalised))
        let sum = zip(values.dropLast(), Self.weights).map(*).reduce(0, +)
        hasValidCheckDigit = (31 - sum % 31) % 31 == values[17]
    }

    private static func normalised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        var value = HalfWidth.scalar(scalar).value
        if (0x61...0x7A).contains(value) { value -= 0x20 }
        return Unicode.Scalar(value)
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)
    private static let weights = (0..<17).map { power in
        (0..<power).reduce(1) { product, _ in product * 3 % 31 }
    }
}
