/// Writes words as they are compared: without regard to case, width and blanks.
package enum PlainWord {
    package static func of(_ text: some StringProtocol) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isBlank(scalar) {
            plain.append(halfWidth(scalar))
        }
        return String(plain).lowercased()
    }

    /// Spaces of every kind, the ideographic one among them, and what shows nothing.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
