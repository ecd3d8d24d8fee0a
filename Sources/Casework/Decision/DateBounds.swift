import Workflow
import WorkingTime

/// Holds a date against the days that it must not lie before or after.
struct DateBounds {
    let field: FieldDefinition
    let today: CalendarDate?

    /// The first fault; a day that is not given holds nothing against the date.
    func faults(in values: [String: FieldValue]) -> [FieldFault] {
        guard let date = date(field.name, values) else { return [] }
        let tooEarly = field.notBefore.first { day($0, values).map { date < $0 } ?? false }
        let tooLate = field.notAfter.first { day($0, values).map { $0 < date } ?? false }
        let problems = [
            tooEarly.map { words("must not lie before", "must not lie in the past", $0) },
            tooLate.map { words("must not lie after", "must not lie in the future", $0) },
        ]
        return problems.compactMap { $0 }.prefix(1)
            .map { FieldFault(field: field.name, problem: $0) }
    }

    private func words(
        _ relation: String, _ ofToday: String, _ bound: FieldDefinition.DayBound
    ) -> String {
        switch bound {
        case .today: ofToday
        case .field(let name): "\(relation) \(name)"
        }
    }

    private func day(
        _ bound: FieldDefinition.DayBound, _ values: [String: FieldValue]
    ) -> CalendarDate? {
        switch bound {
        case .today: today
        case .field(let name): date(name, values)
        }
    }

    private func date(_ name: String, _ values: [String: FieldValue]) -> CalendarDate? {
        values[name]?.text.flatMap(CalendarDate.read)
    }
}
