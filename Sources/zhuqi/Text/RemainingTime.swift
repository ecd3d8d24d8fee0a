/// Says how much working time is left, or by how much it was passed.
///
/// Units: a working day is as long as most of those of the clock's calendar; seven hours where the
/// server does not say.
struct RemainingTime {
    let workingSeconds: Int64
    var secondsInDay: Int64 = 7 * 3600

    func text(in language: Language) -> String {
        let amount = amount(in: language)
        return workingSeconds < 0
            ? language("超 \(amount)", "\(amount) over") : language("剩 \(amount)", "\(amount) left")
    }

    /// The two largest units, rounded down.
    private func amount(in language: Language) -> String {
        let seconds = workingSeconds.magnitude
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: max(1, secondsInDay.magnitude))
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
