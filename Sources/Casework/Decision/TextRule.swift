package import Languages
import Workflow

/// Says which texts may be stored at all.
package enum TextRule {
    /// Tells what is wrong with a text; nil where nothing is.
    ///
    /// Units: `maximum` counts Unicode scalars.
    package static func problem(with text: String, maximum: Int, required: Bool) -> Label? {
        if text.unicodeScalars.contains(where: { $0.value == 0 }) {
            return Label(zh: "不能含空字符", en: "must not contain NUL")
        }
        if required, !text.unicodeScalars.contains(where: isVisible) {
            return Label(zh: "不能为空", en: "must not be empty")
        }
        if text.utf8.count > maximum, text.unicodeScalars.count > maximum {
            return Label(
                zh: "不能超过\(maximum)个字符", en: "must not be longer than \(maximum) characters")
        }
        return nil
    }

    /// The same of a value that must be a text, as a rule one with something to read.
    static func problem(
        with text: String?, maximum: Int, isRequired: Bool = true
    ) -> Label? {
        guard let text else { return Label(zh: "须为文本", en: "must be text") }
        return problem(with: text, maximum: maximum, required: isRequired)
    }

    /// Whether a reader sees anything: white space, controls, directions and fillers show nothing.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        let isBlankPattern = scalar == "\u{2800}"
        guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint, !isBlankPattern
        else { return false }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
            .paragraphSeparator, .spaceSeparator, .nonspacingMark, .enclosingMark:
            return false
        default: return true
        }
    }

    /// Tells what is wrong with the comment on an action; nil where nothing is.
    static func commentProblem(with text: String) -> Label? {
        problem(with: text, maximum: 4000, required: false)
    }
}
