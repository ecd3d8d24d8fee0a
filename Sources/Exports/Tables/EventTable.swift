import Auditing
import Casework
import Languages
import Workflow
import WorkingTime

/// The events: a row is one fact of the month, ordered by issue as added, then by sequence.
enum EventTable {
    struct Row: Sendable {
        let redaction: IssueRedaction
        let step: HistoryStep
        let login: String?
        /// The login of the absent person for whom it was done.
        let onBehalfOf: String?
        /// What the action was given.
        let reasons: String?
        /// Who got notice of it, each with why.
        let told: String?
        /// The level that it raised the issue to, and who holds that.
        let raisedTo: String?

        var event: IssueEvent { step.event }
    }

    static func rows(
        _ record: FoldedRecord, _ redaction: IssueRedaction, _ month: AuditMonth,
        _ directory: Directory
    ) -> [Row] {
        let people = PeopleWords(directory: directory)
        let fields = FieldWords(directory: directory, month: month)
        return record.history(in: month).map { step in
            let event = step.event
            return Row(
                redaction: redaction, step: step,
                login: redaction.open(people.login(event.by.person)),
                onBehalfOf: redaction.open(people.login(event.body.onBehalfOf)),
                reasons: redaction.open(fields.text(step)),
                told: redaction.open(event.body.told.map(people.told)),
                raisedTo: redaction.open(event.body.climb.map(people.climb)))
        }
    }

    static let table = CSVTable<Row>(columns: [
        Column("编号", "number") { .text($0.redaction.number) },
        Column("序号", "sequence") { .count($0.event.sequence) },
        Column("时间", "at") { $0.redaction.time.cell($0.event.at) },
        Column("操作", "action") { .text($0.event.action) },
        Column("操作名称", "actionName") { .text($0.step.actionLabel?.zh) },
        Column("原状态", "from") { .text($0.event.from) },
        Column("原状态名称", "fromName") { .text($0.step.fromLabel?.zh) },
        Column("新状态", "to") { .text($0.event.to) },
        Column("新状态名称", "toName") { .text($0.step.toLabel?.zh) },
        Column("操作人", "by") { .text($0.login) },
        Column("代替", "onBehalfOf") { .text($0.onBehalfOf) },
        Column("角色", "role") { .text($0.event.by.role.rawValue) },
        Column("角色名称", "roleName") { .text($0.event.by.role.label.zh) },
        Column("说明", "comment") { row in
            .text(row.redaction.open(row.event.body.comment.map(PhoneRedaction.masked)))
        },
        Column("理由及填报", "reasons") { .text($0.reasons) },
        Column("告知", "told") { .text($0.told) },
        Column("提级到", "raisedTo") { .text($0.raisedTo) },
        Column("摘要", "digest") { .text(Hexadecimal.text($0.event.digest)) },
    ])
}
