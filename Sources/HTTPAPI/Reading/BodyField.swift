import APIModel
import Casework
import WorkingTime

/// Judges single fields of bodies.
enum BodyField {
    static func date(
        _ text: String, at pointer: String
    ) throws(RequestFault) -> CalendarDate {
        do {
            return try CalendarDate(text)
        } catch {
            throw .invalid([.init(pointer: pointer, detail: "must be a date, YYYY-MM-DD")])
        }
    }

    static func check(_ text: String?, most: Int, at pointer: String) throws(RequestFault) {
        guard let text else { return }
        let problem = TextRule.problem(with: text, maximum: most, required: !text.isEmpty)
        if let problem { throw .invalid([.init(pointer: pointer, detail: problem)]) }
    }
}
