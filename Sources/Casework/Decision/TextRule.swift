/// Says which texts may be stored at all.
package enum TextRule {
    /// Tells what is wrong with a text; nil where nothing is.
    ///
    /// Units: `maximum` counts Unicode scalars.
    package static func problem(with text: String, maximum: Int, required: Bool) -> String? {
        if required, !text.unicodeScalars.contains(where: isVisible) { return "must not be empty" }
        if text.unicodeScalars.contains(where: { $0.value == 0 }) {
            return "must not contain NUL"
        }
        if text.utf8.count > maximum, text.unicodeScalars.count > maximum {
            return "must not be longer than \(maximum) characters"
        }
        return nil
    }

    /// Whether a reader sees anything: white space, controls, directions and fillers show nothing.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint else {
            return false
        }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
            .paragraphSeparator, .spaceSeparator, .nonspacingMark, .enclosingMark:
            return false
        default: return true
        }
    }

    /// Tells what is wrong with the comment on an action; nil where nothing is.
    static func commentProblem(with text: String) -> String? {
        problem(with: text, maximum: 4000, required: false)
    }
}
