extension StringProtocol {
    /// The text on one line, without what could steer the terminal or turn the reading order.
    package var plain: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n" || scalar == "\t" || scalar == "\r" {
                result.append(" ")
            } else if scalar.properties.generalCategory == .control
                || scalar.properties.isBidiControl
            {
                result.append("\u{FFFD}")
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
