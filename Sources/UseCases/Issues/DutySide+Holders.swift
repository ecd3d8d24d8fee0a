import Casework
import Engine

extension DutySide {
    /// Each holder in each part; the same order each time.
    static func sides(_ holders: Set<DutyHolder>, _ parts: [DutyRow.Part]) -> [DutySide] {
        holders.sorted { $0.key < $1.key }.flatMap { holder in
            parts.map { DutySide(holder, $0) }
        }
    }
}
