import Casework
package import WorkingTime

/// Judges single fields of what is sent.
package enum InputField {
    /// Reads a date of the years that tables take too.
    package static func date(
        _ text: String, at pointer: String
    ) throws(InputFault) -> CalendarDate {
        guard let date = CalendarDate.read(text) else { throw .invalid(pointer, .noDate) }
        return date
    }

    package static func check(_ text: String?, most: Int, at pointer: String) throws(InputFault) {
        guard let text else { return }
        let problem = TextRule.problem(with: text, maximum: most, required: !text.isEmpty)
        if let problem { throw .invalid(pointer, problem) }
    }
}
