/// Computes the score of one group from its other figures.
///
/// Term: 得分. Source: DOMAIN §9.
struct Score {
    static let millionths = 1_000_000

    let weights: ScoreWeights
    let counted: (Metric) -> Fraction

    /// Gives millionths of a point over a million, each part to the nearest millionth.
    ///
    /// Empty where the first report, the deadline or a closing never came up: a part that nobody
    /// could earn is no full mark. Nobody evaluating what was closed earns nothing for satisfaction.
    func fraction() -> Fraction {
        guard let response = part(.responseRate, weights.response),
            let solved = part(.solvedRate, weights.solved),
            let onTime = part(.onTimeRate, weights.onTime), let satisfaction = satisfaction()
        else { return Fraction() }
        let cards =
            weights.yellowCard * counted(.yellowCards).numerator
            + weights.redCard * counted(.redCards).numerator
        return Fraction(
            response + solved + onTime + satisfaction - cards * Self.millionths, Self.millionths)
    }

    private func part(_ metric: Metric, _ weight: Int) -> Int? {
        let rate = counted(metric)
        guard rate.denominator > 0 else { return nil }
        return DecimalText.share(
            rate.numerator * weight, of: rate.denominator, whole: Self.millionths)
    }

    private func satisfaction() -> Int? {
        let evaluated = counted(.evaluationRate)
        guard evaluated.denominator > 0 else { return nil }
        let satisfied = counted(.satisfactionRate)
        guard satisfied.denominator > 0 else { return 0 }
        let needed = evaluated.denominator * weights.fullEvaluationPercent
        guard evaluated.numerator * 100 < needed else {
            return part(.satisfactionRate, weights.satisfaction)
        }
        return DecimalText.share(
            satisfied.numerator * evaluated.numerator * weights.satisfaction * 100,
            of: satisfied.denominator * needed, whole: Self.millionths)
    }
}
