import Casework
package import WorkingTime

/// Judges single fields of what is sent.
package enum InputField {
    /// Reads a date of the years that tables take too.
    package static func date(
        _ text: String, at pointer: String
    ) throws(InputFault) -> CalendarDate {
        let date: CalendarDate
        do {
            date = try CalendarDate(text)
        } catch {
            throw .invalid(
                pointer, zh: "须为日期，写作 YYYY-MM-DD", en: "must be a date, YYYY-MM-DD")
        }
        let years = WrittenDate.years
        guard years.contains(date.year) else {
            throw .invalid(
                pointer,
                zh: "须为\(years.lowerBound)至\(years.upperBound)年的日期，写作 YYYY-MM-DD",
                en: "must be a date of the years \(years.lowerBound) to \(years.upperBound), "
                    + "YYYY-MM-DD")
        }
        return date
    }

    package static func check(_ text: String?, most: Int, at pointer: String) throws(InputFault) {
        guard let text else { return }
        let problem = TextRule.problem(with: text, maximum: most, required: !text.isEmpty)
        if let problem { throw .invalid(pointer, problem) }
    }
}
