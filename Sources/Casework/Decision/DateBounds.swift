import Languages
import Workflow
import WorkingTime

/// Holds a date against the days that it must not lie before or after.
struct DateBounds {
    let field: FieldDefinition
    /// All fields of the action: the bounds are among them.
    let fields: [FieldDefinition]
    let today: CalendarDate?

    /// The first fault; a day that is not given holds nothing against the date.
    func faults(in values: [String: FieldValue]) -> [FieldFault] {
        guard let date = date(field.name, values) else { return [] }
        let tooEarly = field.notBefore.first { day($0, values).map { date < $0 } ?? false }
        let tooLate = field.notAfter.first { day($0, values).map { $0 < date } ?? false }
        let problems = [
            tooEarly.map { bound in
                named(bound).map { Label(zh: "不得早于\($0.zh)", en: "must not lie before \($0.en)") }
                    ?? .notPast
            },
            tooLate.map { bound in
                named(bound).map { Label(zh: "不得晚于\($0.zh)", en: "must not lie after \($0.en)") }
                    ?? .notFuture
            },
        ]
        return problems.compactMap { $0 }.prefix(1)
            .map { FieldFault(field: field.name, $0) }
    }

    /// What people call the other date; nil for today.
    private func named(_ bound: FieldDefinition.DayBound) -> Label? {
        switch bound {
        case .today: nil
        case .field(let name):
            fields.first { $0.name == name }?.label ?? Label(zh: name, en: name)
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
