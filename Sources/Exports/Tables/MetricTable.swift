import Auditing
import Casework
import Languages
import Workflow

/// The figures: a row is one figure of one group, ordered by group, then as they are printed.
enum MetricTable {
    struct Row: Sendable {
        let figure: MetricValue
        let groupName: String
        /// `RECORD`, `SIMULATED`; that of a month that is not over says so.
        let origin: Origin
    }

    static let table = CSVTable<Row>(columns: [
        Column("数据来源", "origin") { .text($0.origin.text) },
        Column("分组", "group") { .text($0.figure.group.kind) },
        Column("分组代码", "groupCode") { .text($0.figure.group.code) },
        Column("分组名称", "groupName") { .text($0.groupName) },
        Column("指标", "metricName") { .text($0.figure.metric.label.zh) },
        Column("指标标识", "metric") { .text($0.figure.metric.label.en) },
        Column("分子", "numerator") { .count($0.figure.numerator) },
        Column("分母", "denominator") { .count($0.figure.denominator) },
        Column("数值", "value") { .number($0.figure.value) },
        Column("单位", "unit") { .text($0.figure.metric.unit.zh) },
        Column("疑点", "flags") {
            .text($0.figure.flags.map { "\($0.label.zh) \($0.label.en)" }.joined(separator: "; "))
        },
    ])
}
