/// Stops a clock from an instant until another, or until further notice.
package struct Pause: Hashable, Sendable, Codable {
    package var from: Instant
    /// Is nil while the pause lasts.
    package var until: Instant?

    package init(from: Instant, until: Instant?) {
        self.from = from
        self.until = until
    }
}

/// Lists the paused stretches of a clock, sorted, disjoint and not touching.
///
/// Units: microseconds since 1970; an open pause ends at `Int64.max`.
struct PausedStretches {
    private(set) var all: [Range<Int64>] = []

    /// Unites pauses that overlap or touch, so that splitting a pause changes nothing.
    ///
    /// Pauses that are empty or end before they begin count as none.
    init(_ pauses: [Pause]) {
        guard !pauses.isEmpty else { return }
        let ranges = pauses.compactMap { pause -> Range<Int64>? in
            let from = pause.from.microseconds
            let until = pause.until?.microseconds ?? .max
            return from < until ? from..<until : nil
        }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = all.last, range.lowerBound <= last.upperBound {
                let until = Swift.max(last.upperBound, range.upperBound)
                all[all.count - 1] = last.lowerBound..<until
            } else {
                all.append(range)
            }
        }
    }

    /// Finds the paused stretch in which an instant lies, its end not included.
    func stretch(containing at: Int64) -> Range<Int64>? {
        all.first { $0.contains(at) }
    }

}
