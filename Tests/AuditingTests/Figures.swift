import AuditSamples
import Auditing
import Casework
import Workflow
import WorkingTime

/// Audits a few histories and looks figures up.
struct Figures {
    let values: [MetricValue]

    init(
        _ histories: SampleHistory..., month: AuditMonth? = nil, next: WorkflowDefinition? = nil
    ) throws {
        try self.init(histories, month: month, next: next)
    }

    /// - Parameter next: the version that some of the issues went over to.
    init(
        _ histories: [SampleHistory], month: AuditMonth? = nil, next: WorkflowDefinition? = nil
    ) throws {
        var audit = MonthlyAudit(
            month: try month ?? SampleWorld.month(), world: try SampleWorld.make(next: next))
        for history in histories { try audit.add(history.recorded) }
        values = audit.metrics()
    }

    /// Numerator, denominator and text, e.g. `2/3 66.7`.
    subscript(metric: Metric, group: MetricGroup = .whole) -> String {
        guard let value = values.first(where: { $0.metric == metric && $0.group == group }) else {
            return "no such figure"
        }
        return "\(value.numerator)/\(value.denominator) \(value.value)"
    }
}
