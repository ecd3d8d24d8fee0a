import Casework
import Workflow
import WorkingTime

/// What the dispatches, escalations and cards of one issue contribute.
struct DispatchMeasures {
    let record: FoldedRecord
    let month: AuditMonth

    func contributions() -> [Contribution] {
        averages() + escalations() + record.steps(in: month).flatMap(parts)
    }

    /// Over issues that were to be brought to an end: one that was merged, divided, declined or
    /// withdrawn says nothing of how often an issue changes hands until it is.
    private func averages() -> [Contribution] {
        guard record.isCounted(in: month), !isUndone else { return [] }
        let attributes = record.issue.attributes
        return [
            Contribution(
                metric: .averageDispatches, fraction: Fraction(record.count(.dispatches), 1),
                unit: attributes.leadUnit, office: attributes.office)
        ]
    }

    /// What was merged, divided, declined or withdrawn stands in no count of dispatches, above or below
    /// the line.
    private var isUndone: Bool {
        record.stands(as: .undone) || record.stands(as: .handledElsewhere)
    }

    /// A level never falls, so the level at the month's end is the highest.
    private func escalations() -> [Contribution] {
        guard record.isCounted(in: month), record.wasAccepted else { return [] }
        let attributes = record.issue.attributes
        let (unit, office) = (attributes.leadUnit, attributes.office)
        let byLevel = (1...RecordedVocabulary.highestLevel).compactMap { level in
            Metric.escalationRate(level: level).map {
                Contribution.one(
                    $0, where: attributes.level >= level, unit: unit, office: office)
            }
        }
        return byLevel + [
            .one(.escalationRate, where: attributes.level >= 1, unit: unit, office: office)
        ]
    }

    private func parts(_ step: HistoryStep) -> [Contribution] {
        let (before, after) = (step.before.attributes, step.after.attributes)
        var parts: [Contribution] = []
        if step.increased(.dispatches), !isUndone {
            // The dispatcher is the office that had the issue when it went out.
            parts = [
                .denominator(.sendBackRate, unit: after.leadUnit, office: before.office),
                .denominator(.misdispatchRate, unit: before.office, office: before.office),
            ]
        }
        if step.increased(.sendBacks), !isUndone {
            parts.append(.numerator(.sendBackRate, unit: before.leadUnit, office: before.office))
        }
        if step.increased(.upheldSendBacks), !isUndone {
            let dispatcher = dispatcher(before: step)
            parts.append(.numerator(.misdispatchRate, unit: dispatcher, office: dispatcher))
        }
        for (counter, metric) in [
            (CounterName.yellowCards, Metric.yellowCards),
            (.redCards, .redCards),
        ] where step.increased(counter) {
            parts.append(.numerator(metric, unit: before.leadUnit, office: before.office))
        }
        return parts
    }

    /// The office that sent the issue where it did not belong.
    private func dispatcher(before step: HistoryStep) -> String? {
        record.steps.last {
            $0.increased(.dispatches) && $0.event.sequence < step.event.sequence
        }?.before.attributes.office
    }
}
