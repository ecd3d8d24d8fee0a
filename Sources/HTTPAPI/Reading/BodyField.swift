import APIModel
import Casework
import WorkingTime

/// Judges single fields of bodies.
enum BodyField {
    /// Reads a date of the years that tables take too.
    static func date(
        _ text: String, at pointer: String
    ) throws(RequestFault) -> CalendarDate {
        let date: CalendarDate
        do {
            date = try CalendarDate(text)
        } catch {
            throw .invalid([.init(pointer: pointer, detail: "must be a date, YYYY-MM-DD")])
        }
        let years = WrittenDate.years
        guard years.contains(date.year) else {
            throw .invalid([
                .init(
                    pointer: pointer,
                    detail: "must be a date of the years \(years.lowerBound) to "
                        + "\(years.upperBound), YYYY-MM-DD")
            ])
        }
        return date
    }

    static func check(_ text: String?, most: Int, at pointer: String) throws(RequestFault) {
        guard let text else { return }
        let problem = TextRule.problem(with: text, maximum: most, required: !text.isEmpty)
        if let problem { throw .invalid([.init(pointer: pointer, detail: problem)]) }
    }
}
