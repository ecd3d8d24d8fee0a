/// What one fact adds to one figure, and who answers for it.
struct Contribution: Sendable {
    let metric: Metric
    let fraction: Fraction
    /// The code of the unit that answers for it.
    let unit: String?
    /// The code of the office that had the issue.
    let office: String?

    /// Counts one in the denominator, and one in the numerator where it applies.
    static func one(
        _ metric: Metric, where applies: Bool, unit: String?, office: String?
    ) -> Contribution {
        Contribution(
            metric: metric, fraction: Fraction(applies ? 1 : 0, 1), unit: unit, office: office)
    }

    /// Adds to the numerator alone.
    static func numerator(_ metric: Metric, unit: String?, office: String?) -> Contribution {
        Contribution(metric: metric, fraction: Fraction(1, 0), unit: unit, office: office)
    }

    /// Adds to the denominator alone.
    static func denominator(_ metric: Metric, unit: String?, office: String?) -> Contribution {
        Contribution(metric: metric, fraction: Fraction(0, 1), unit: unit, office: office)
    }
}
