package import Engine
package import Languages

/// One line of a summary: a unit, a district, a category or an officer.
package struct SummaryGroup: Hashable, Sendable {
    /// Its code or login; nil for what belongs to none.
    package let code: String?
    package let label: Label
    package let counts: SummaryCounts
    /// From 1, by the share that was closed in time; nil where nothing could be judged.
    package var place: Int?

    package init(code: String?, label: Label, counts: SummaryCounts) {
        self.code = code
        self.label = label
        self.counts = counts
    }

    /// A share of so few says little.
    package var isSmall: Bool { counts.judged > 0 && counts.judged < Self.fewest }

    private static let fewest = 5
}

/// Puts groups in the order of their shares closed in time, the best first; equal shares have one place,
/// and the next place is as if each had had its own.
enum SummaryRanking {
    static func ranked(_ groups: [SummaryGroup]) -> [SummaryGroup] {
        var ranked = groups.sorted(by: isBefore)
        for index in ranked.indices where ranked[index].counts.judged > 0 {
            let isTied =
                index > 0 && !isBetter(ranked[index - 1].counts, ranked[index].counts)
            ranked[index].place = isTied ? ranked[index - 1].place : index + 1
        }
        return ranked
    }

    /// Groups without a share come last; among equals, those that closed and that hold more come first.
    private static func isBefore(_ left: SummaryGroup, _ right: SummaryGroup) -> Bool {
        let (first, second) = (left.counts, right.counts)
        if (first.judged > 0) != (second.judged > 0) { return first.judged > 0 }
        if isBetter(first, second) { return true }
        if isBetter(second, first) { return false }
        let (one, other) = ([first.closed, first.open], [second.closed, second.open])
        if one != other { return other.lexicographicallyPrecedes(one) }
        return (left.code ?? "", left.label.zh) < (right.code ?? "", right.label.zh)
    }

    /// By the fractions themselves, so that equal ones are equal.
    private static func isBetter(_ left: SummaryCounts, _ right: SummaryCounts) -> Bool {
        left.inTime * right.judged > right.inTime * left.judged
    }
}
