import Auditing
import Casework
import Languages
import Workflow

/// The ledger: a row is an issue of the month as it stood at the month's end, ordered as added, the
/// confidential ones last, by their numbers.
///
/// Term: 台账. Source: DOMAIN §9, columns of 信阳.
enum LedgerTable {
    static let table = CSVTable(columns: identity + responsibility + deadline + course)

    /// Of a confidential issue the files tell neither who complains nor about what.
    private static func open(
        _ text: @escaping @Sendable (LedgerRow) -> String?
    ) -> @Sendable (LedgerRow) -> CSVCell {
        { row in .text(row.redaction.open(text(row))) }
    }

    private static let identity: [Column<LedgerRow>] = [
        Column("编号", "number") { .text($0.redaction.number) },
        Column("诉求单", "case", open { $0.issue.caseID.description }),
        Column("来源", "source", open { $0.record.recorded.caseSource }),
        Column("外部编号", "externalReference", open { $0.record.recorded.externalReference }),
        Column("企业", "enterprise", open { $0.record.recorded.enterprise?.name }),
        Column("统一社会信用代码", "creditCode", open { $0.record.recorded.enterprise?.creditCode }),
        Column("类别代码", of: .category) { .text($0.attributes.category) },
        Column("类别", "categoryName") {
            .text($0.record.definition.category($0.attributes.category)?.label.zh)
        },
        Column("级别", of: .issueClass) { .text($0.attributes.issueClass) },
        Column("属地代码", of: .division) { .text($0.attributes.division) },
        Column("属地", "divisionName") {
            .text($0.directory.division($0.attributes.division)?.name.zh)
        },
        Column("诉求", "title", open { PhoneRedaction.masked($0.issue.narrative.title) }),
        Column("经核验", "attested") { .text(Wording.answer($0.attributes.isAttested)) },
        Column("流程版本", "workflowVersion") { .count($0.record.definition.version) },
        Column("保密", of: .confidential) { .text(Wording.answer($0.attributes.isConfidential)) },
    ]

    private static let responsibility: [Column<LedgerRow>] = [
        Column("交办单位代码", of: .leadUnit) { .text($0.attributes.leadUnit) },
        Column("交办单位", "leadUnitName") { row in
            .text(row.attributes.leadUnit.map(row.unitName))
        },
        Column("协办单位", of: .supportingUnits) { row in
            .text(row.attributes.supportingUnits.map(row.unitName).joined(separator: "；"))
        },
        Column("状态", "state") { .text($0.issue.state) },
        Column("当前进展", "stateName") {
            .text($0.record.definition.state($0.issue.state)?.label.zh)
        },
        Column("提级", of: .level) { .count($0.attributes.level) },
        Column("亮牌", of: .card) { .text($0.attributes.card.map(Wording.card)) },
    ]

    private static let deadline: [Column<LedgerRow>] = [
        Column("交办时间", "dispatchedAt") { $0.time.cell($0.clock?.startedAt) },
        Column("解决时限", "originalDueAt") { $0.time.cell($0.clock?.originalDueAt) },
        Column("有效时限", "dueAt") { $0.time.cell($0.clock?.dueAt) },
        Column("办结时间", "resolvedAt") { $0.time.cell($0.clock?.doneAt) },
        Column("按原时限办结", "onTime") { row in
            .text(
                Wording.verdict(row.clock?.originalVerdict(asOf: row.month.range.upperBound)))
        },
        Column("按有效时限办结", "onTimeEffective") { row in
            .text(Wording.verdict(row.clock?.verdict(asOf: row.month.range.upperBound)))
        },
        Column("时限暂定", "provisional") { row in
            .text(row.clock.map { Wording.answer($0.isProvisional) })
        },
        Column("超期工作日", "overdueWorkingDays") { .count($0.overdueWorkingDays) },
    ]

    private static let course: [Column<LedgerRow>] = [
        Column("办理结果", of: .result) { .text($0.record.result.map(Wording.result)) },
        Column("回访情况", of: .evaluation) { .text($0.record.evaluation.map(Wording.evaluation)) },
        Column("交办次数", "dispatches") { .count($0.record.dispatchCount) },
        Column("退单次数", "sendBacks") { .count($0.record.sendBackCount) },
        Column("误派占用", "charged") { row in
            .text(
                row.attributes.charges.map {
                    "\(row.unitName($0.unit)) \(Wording.hours($0.workingSeconds))"
                }.joined(separator: "；"))
        },
        Column("延期次数", "extensions") { .count($0.record.extensionCount) },
        Column("重办次数", "reworks") { .count($0.record.reworkCount) },
        Column("复发次数", "recurrences") { .count($0.record.recurrenceCount) },
        Column("时限节点", "marks") { row in
            .text(
                row.record.resolveMarks.map { "\($0.name) \(row.time.text($0.at))" }
                    .joined(separator: "; "))
        },
        Column("疑点", "flags") {
            .text($0.flags.map { "\($0.label.zh) \($0.label.en)" }.joined(separator: "; "))
        },
    ]
}
