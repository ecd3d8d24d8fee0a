package import Languages
package import WorkingTime

/// Says how much is left, or by how much it was passed, in the unit in which it is counted.
package struct RemainingWords: Sendable {
    private let count: Int64
    private let unit: TimeLimitUnit
    /// Decided by instants: after hours nothing is over yet, and it is overdue all the same.
    private let isOverdue: Bool

    package init(_ count: Int64, _ unit: TimeLimitUnit, isOverdue: Bool) {
        self.count = count
        self.unit = unit
        self.isOverdue = isOverdue
    }

    package func text(in language: Language) -> String {
        let amount = amount(in: language)
        guard isOverdue else {
            return language("剩 \(amount ?? "不足1分")", "\(amount ?? "<1min") left")
        }
        return amount.map { language("超 \($0)", "\($0) over") } ?? language("已超期", "overdue")
    }

    /// Nil where it is less than the smallest unit.
    private func amount(in language: Language) -> String? {
        switch unit {
        case .workingDays: return language("\(count)工作日", "\(count)wd")
        case .calendarDays: return language("\(count)天", "\(count)d")
        case .calendarMonths: return language("\(count)个月", "\(count)mo")
        case .workingSeconds, .clockSeconds:
            let parts = [
                (count: count / 3600, unit: language("小时", "h")),
                (count: count % 3600 / 60, unit: language("分", "min")),
            ]
            let said = parts.filter { $0.count > 0 }
            return said.isEmpty
                ? nil
                : said.map { "\($0.count)\($0.unit)" }.joined(separator: language("", " "))
        }
    }
}
