import Casework
import Workflow
import WorkingTime

/// What the closings and evaluations of one issue contribute.
struct ClosingMeasures {
    let record: FoldedRecord
    let month: AuditMonth

    func contributions() -> [Contribution] {
        completion() + closed() + record.steps(in: month).flatMap(parts)
    }

    /// Cumulative: over every issue that was ever accepted and is not handled in another one.
    private func completion() -> [Contribution] {
        guard record.wasAccepted, !record.stands(as: .handledElsewhere) else { return [] }
        let attributes = record.issue.attributes
        return [
            .one(
                .completionRate, where: record.stands(as: .closed), unit: attributes.leadUnit,
                office: attributes.office)
        ]
    }

    /// Once for an issue, by its last closing in the month.
    private func closed() -> [Contribution] {
        guard
            let index = record.steps.lastIndex(where: {
                $0.isClosing && month.contains($0.event.at)
            })
        else { return [] }
        let attributes = record.steps[index].after.attributes
        let (unit, office) = (attributes.leadUnit, attributes.office)
        let cameBack = record.steps[(index + 1)...].contains { $0.increased(.recurrences) }
        let isSolved =
            record.value(of: .result, after: index)
            .map { $0.roles.contains($0.text, as: .solved) } ?? false
        let isEvaluated =
            record.value(of: .evaluation, after: index)
            .map { $0.roles.isEvaluation($0.text) } ?? false
        return [
            .one(.solvedRate, where: isSolved && !cameBack, unit: unit, office: office),
            .one(.evaluationRate, where: isEvaluated, unit: unit, office: office),
        ]
    }

    private func parts(_ step: HistoryStep) -> [Contribution] {
        let (unit, office) = (step.before.attributes.leadUnit, step.before.attributes.office)
        var parts: [Contribution] = []
        if let evaluation = step.evaluation {
            let isSatisfied = step.roles.contains(evaluation, as: .satisfied)
            parts.append(.one(.satisfactionRate, where: isSatisfied, unit: unit, office: office))
            parts.append(.denominator(.reworkRate, unit: unit, office: office))
        }
        if step.increased(.reworks) {
            parts.append(.numerator(.reworkRate, unit: unit, office: office))
        }
        if step.isClosing {
            parts.append(.denominator(.recurrenceRate, unit: unit, office: office))
        }
        if step.increased(.recurrences), isWithinWindow(step) {
            parts.append(.numerator(.recurrenceRate, unit: unit, office: office))
        }
        return parts
    }

    private func isWithinWindow(_ reopening: HistoryStep) -> Bool {
        let closing = record.steps.last {
            $0.isClosing && $0.event.sequence < reopening.event.sequence
        }
        guard let closing else { return false }
        let closedOn = month.zone.date(at: closing.event.at)
        let reopenedOn = month.zone.date(at: reopening.event.at)
        return reopenedOn.dayNumber - closedOn.dayNumber <= RecordedVocabulary.recurrenceInDays
    }
}
