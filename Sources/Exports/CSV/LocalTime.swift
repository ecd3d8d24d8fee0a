import WorkingTime

/// Writes instants as the wall clock shows them: `2026-10-09 17:30:00`.
struct LocalTime: Sendable {
    enum Precision: Sendable {
        case second
        /// `2026-10-09`, where the time of the day would tell too much.
        case day
    }

    let zone: ZoneTable
    var precision = Precision.second

    func text(_ instant: Instant) -> String {
        let (date, second) = zone.local(instant)
        switch precision {
        case .day: return "\(date)"
        case .second:
            let parts = [second / 3600, second / 60 % 60, second % 60]
            return "\(date) " + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        }
    }

    func cell(_ instant: Instant?) -> CSVCell { .text(instant.map(text)) }
}
