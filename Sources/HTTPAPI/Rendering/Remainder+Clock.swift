import APIModel
import Casework
import WorkingTime

extension Remainder {
    /// - Parameter left: is never in months.
    init(_ left: ClockRemainder) {
        let (count, unit) = left.amount
        let named: Unit =
            switch unit {
            case .workingDays: .workingDays
            case .calendarDays, .calendarMonths: .calendarDays
            case .workingSeconds: .workingSeconds
            case .clockSeconds: .clockSeconds
            }
        self.init(unit: named, count: count)
    }
}
