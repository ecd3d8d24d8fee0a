import APIModel
import Languages
import Workflow
import WorkingTime

/// Says how much is left, or by how much it was passed, in the unit in which it is counted.
struct RemainingTime {
    let remainder: Remainder
    /// Decided by instants: after hours nothing is over yet, and it is overdue all the same.
    let isOverdue: Bool

    func text(in language: Language) -> String {
        RemainingWords(remainder.count, unit, isOverdue: isOverdue).text(in: language)
    }

    private var unit: TimeLimitUnit {
        switch remainder.unit {
        case .workingDays: .workingDays
        case .calendarDays: .calendarDays
        case .workingSeconds: .workingSeconds
        case .clockSeconds: .clockSeconds
        }
    }
}
