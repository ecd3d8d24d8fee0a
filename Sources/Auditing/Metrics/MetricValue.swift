/// One figure of one group: what was counted, and what is printed.
///
/// Term: 指标.
package struct MetricValue: Hashable, Sendable {
    package let group: MetricGroup
    package let metric: Metric
    /// Millionths of a point for the score.
    package let numerator: Int
    package let denominator: Int
    /// What about the figure itself does not look right.
    package let flags: [IntegrityFlag]

    package init(
        group: MetricGroup, metric: Metric, numerator: Int, denominator: Int,
        flags: [IntegrityFlag] = []
    ) {
        self.group = group
        self.metric = metric
        self.numerator = numerator
        self.denominator = denominator
        self.flags = flags
    }

    /// The figure to one decimal, half up; "—" where there was nothing to count.
    package var value: String {
        guard denominator > 0 else { return Self.empty }
        return switch metric.measure {
        case .percent: DecimalText.tenths(of: numerator, times: 100, dividedBy: denominator)
        case .average, .points: DecimalText.tenths(of: numerator, times: 1, dividedBy: denominator)
        case .count: String(numerator)
        }
    }

    package static let empty = "—"
}
