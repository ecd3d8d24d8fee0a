/// Says what each part of the score counts. A setting, not a rule of the campaign.
///
/// Term: 得分. Units: points; the threshold is in percent of the closed issues.
package struct ScoreWeights: Hashable, Sendable {
    package var response = 10
    package var solved = 40
    package var satisfaction = 30
    package var onTime = 20
    package var yellowCard = 1
    package var redCard = 3
    /// The share of evaluated issues from which satisfaction counts in full.
    package var fullEvaluationPercent = 60

    package init() {}
}
