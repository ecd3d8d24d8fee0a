/// Says how much working time is left, or by how much it was passed.
///
/// Units: a working day is seven working hours.
struct RemainingTime {
    let workingSeconds: Int64

    private static let secondsInDay: UInt64 = 7 * 3600

    func text(in language: Language) -> String {
        let amount = amount(in: language)
        return workingSeconds < 0
            ? language("超 \(amount)", "\(amount) over") : language("剩 \(amount)", "\(amount) left")
    }

    /// The two largest units, rounded down.
    private func amount(in language: Language) -> String {
        let seconds = workingSeconds.magnitude
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: Self.secondsInDay)
        let parts: [(count: UInt64, unit: String)] = [
            (days, language("工作日", "wd")), (rest / 3600, language("小时", "h")),
            (rest % 3600 / 60, language("分", "min")),
        ]
        guard let first = parts.firstIndex(where: { $0.count > 0 }) else {
            return language("不足1分", "<1min")
        }
        return parts[first...].prefix(2).filter { $0.count > 0 }
            .map { "\($0.count)\($0.unit)" }.joined(separator: language("", " "))
    }
}
