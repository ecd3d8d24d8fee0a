/// Writes the full-width letters, digits and marks of Chinese keyboards as ASCII.
package enum HalfWidth {
    package static func text(_ raw: some StringProtocol) -> String {
        String(String.UnicodeScalarView(raw.unicodeScalars.map(scalar)))
    }

    package static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x3000: " "
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }
}
