import APIModel
import Languages

/// Says how much is left, or by how much it was passed, in the unit in which it is counted.
struct RemainingTime {
    let remainder: Remainder
    /// Decided by instants: after hours nothing is over yet, and it is overdue all the same.
    let isOverdue: Bool

    func text(in language: Language) -> String {
        let amount = amount(in: language)
        guard isOverdue else {
            return language(
                "剩 \(amount ?? "不足1分")", "\(amount ?? "<1min") left")
        }
        return amount.map { language("超 \($0)", "\($0) over") } ?? language("已超期", "overdue")
    }

    /// Nil where it is less than the smallest unit.
    private func amount(in language: Language) -> String? {
        let count = remainder.count
        switch remainder.unit {
        case .workingDays: return language("\(count)工作日", "\(count)wd")
        case .calendarDays: return language("\(count)天", "\(count)d")
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
