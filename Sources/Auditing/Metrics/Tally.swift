/// Two integers that a figure is made of.
struct Fraction: Hashable, Sendable {
    var numerator = 0
    var denominator = 0

    init() {}

    init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    static func += (sum: inout Fraction, part: Fraction) {
        sum.numerator += part.numerator
        sum.denominator += part.denominator
    }
}

/// Sums what issues contribute, group by group.
struct Tally: Sendable {
    private var sums: [MetricGroup: [Metric: Fraction]] = [.whole: [:]]

    mutating func add(_ part: Contribution, division: String, level: MetricGroup.Level?) {
        var groups: [MetricGroup] = [.whole, .division(division)]
        if let unit = part.unit { groups.append(.unit(unit)) }
        if let level { groups.append(.level(level)) }
        for group in groups {
            sums[group, default: [:]][part.metric, default: Fraction()] += part.fraction
        }
    }

    /// In order; the whole is always there.
    var groups: [MetricGroup] { sums.keys.sorted() }

    func fraction(_ metric: Metric, of group: MetricGroup) -> Fraction {
        let counted = sums[group]?[metric] ?? Fraction()
        return metric.measure == .count ? Fraction(counted.numerator, 1) : counted
    }
}
