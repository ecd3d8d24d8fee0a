package import Casework
import Workflow
import WorkingTime

/// Computes the figures of a month, issue by issue: those of enterprises. Issues about anything else have
/// their lines and their flags, and are in no figure.
///
/// Shape: it takes every issue that was filed before the month's end, since the completion rate
/// is cumulative; those that don't belong to the month add to nothing else. What it keeps grows
/// with the closings and replies of the month alone, not with the issues.
package struct MonthlyAudit: Sendable {
    package let month: AuditMonth
    package let world: World
    package let weights: ScoreWeights
    private var tally = Tally()
    private var patterns = PatternCount()

    package init(month: AuditMonth, world: World, weights: ScoreWeights = ScoreWeights()) {
        self.month = month
        self.world = world
        self.weights = weights
    }

    /// Takes one issue into account.
    ///
    /// - Throws: `WorldFault` where its workflow or calendar is not published.
    package mutating func add(_ recorded: RecordedIssue) throws(WorldFault) {
        let record = try FoldedRecord(
            recorded, month: month, definitions: world.definitions)
        guard record.isBorn else { return }
        patterns.add(record, month: month)
        // The rates say how enterprises are served: a meeting that was held solved nobody's need.
        guard record.definition.subject == .enterprise else { return }
        var parts = try DeadlineMeasures(
            record: record, month: month, calendars: world.calendars
        ).contributions()
        parts += ClosingMeasures(record: record, month: month).contributions()
        parts += DispatchMeasures(record: record, month: month).contributions()
        let division = record.issue.attributes.division
        for part in parts {
            tally.add(part, division: division, level: level(of: part.office))
        }
    }

    /// The figures, ordered by group, then as `Metric` lists them.
    package func metrics() -> [MetricValue] {
        tally.groups.flatMap { group in
            Metric.allCases.map { value(of: $0, in: group) }
        }
    }

    /// What only shows when many issues are seen together.
    package func monthPatterns() -> MonthPatterns { patterns.found() }

    private func value(of metric: Metric, in group: MetricGroup) -> MetricValue {
        let counted = { (metric: Metric) in tally.fraction(metric, of: group) }
        let fraction =
            metric == .score
            ? Score(weights: weights, counted: counted).fraction() : counted(metric)
        let isImplausible =
            metric == .satisfactionRate
            && Implausibility.holds(
                satisfaction: fraction, evaluation: counted(.evaluationRate))
        return MetricValue(
            group: group, metric: metric, numerator: fraction.numerator,
            denominator: fraction.denominator,
            flags: isImplausible ? [.implausibleSatisfaction] : [])
    }

    /// Offices of the city's own division dispatch for the city, all others for a district.
    private func level(of office: String?) -> MetricGroup.Level? {
        office.flatMap(world.directory.unit(code:))
            .flatMap { world.directory.division($0.division) }
            .map { $0.parent == nil ? .city : .district }
    }
}
