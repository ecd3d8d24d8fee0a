import Auditing
import Casework
import Workflow
import WorkingTime

/// The events: a row is one fact of the month, ordered by issue as added, then by sequence.
enum EventTable {
    struct Row: Sendable {
        let redaction: IssueRedaction
        let event: IssueEvent
        let login: String?
        /// The login of the absent person for whom it was done.
        let onBehalfOf: String?
    }

    static func rows(
        _ record: FoldedRecord, _ redaction: IssueRedaction, _ month: AuditMonth,
        _ directory: Directory
    ) -> [Row] {
        func login(_ person: PersonID?) -> String? {
            person.map { directory.person($0)?.login ?? "#\($0)" }
        }
        return record.events(in: month).map { event in
            Row(
                redaction: redaction, event: event, login: redaction.open(login(event.by.person)),
                onBehalfOf: redaction.open(login(event.body.onBehalfOf)))
        }
    }

    static let table = CSVTable<Row>(columns: [
        Column("编号", "number") { .text($0.redaction.number) },
        Column("序号", "sequence") { .count($0.event.sequence) },
        Column("时间", "at") { $0.redaction.time.cell($0.event.at) },
        Column("操作", "action") { .text($0.event.action) },
        Column("原状态", "from") { .text($0.event.from) },
        Column("新状态", "to") { .text($0.event.to) },
        Column("操作人", "by") { .text($0.login) },
        Column("代替", "onBehalfOf") { .text($0.onBehalfOf) },
        Column("角色", "role") { .text($0.event.by.role.rawValue) },
        Column("说明", "comment") { row in
            .text(row.redaction.open(row.event.body.comment.map(PhoneRedaction.masked)))
        },
        Column("摘要", "digest") { .text(Hexadecimal.text($0.event.digest)) },
    ])
}
