import WorkingTime

/// Writes instants as the wall clock shows them: `2026-10-09 17:30:00`.
struct LocalTime: Sendable {
    let zone: ZoneTable

    func text(_ instant: Instant) -> String {
        let (date, second) = zone.local(instant)
        let parts = [second / 3600, second / 60 % 60, second % 60]
        return "\(date) " + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    func cell(_ instant: Instant?) -> CSVCell { .text(instant.map(text)) }
}
