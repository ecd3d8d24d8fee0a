import Auditing
import Casework
import Languages
import Workflow
import WorkingTime

/// The clocks: a row is one run of one time limit, as it stood at the month's end.
enum ClockTable {
    struct Row: Sendable {
        let redaction: IssueRedaction
        let clock: Clock
        let name: String?
        let overdueWorkingSeconds: Int64
        let elapsedWorkingSeconds: Int64
        let pausedWorkingSeconds: Int64
        /// The unit that it runs for, by name.
        let partyName: String
        /// The window of a right: nobody is late with it.
        let isRight: Bool
        let month: AuditMonth

        var time: LocalTime { redaction.time }

        /// When the deadline was missed, also where no mark says so.
        var breachedAt: Instant? {
            if isRight { return nil }
            if let breachedAt = clock.breachedAt { return breachedAt }
            if case .late = clock.verdict(asOf: month.range.upperBound) { return clock.dueAt }
            return nil
        }

        /// `from–until`, an open one without its end.
        var pauses: String {
            clock.pauses.map { pause in
                "\(time.text(pause.from))–\(pause.until.map(time.text) ?? "")"
            }.joined(separator: "; ")
        }
    }

    static func rows(
        _ record: FoldedRecord, _ redaction: IssueRedaction, _ month: AuditMonth,
        _ world: (calendars: PublishedCalendars, directory: Directory)
    ) throws(WorldFault) -> [Row] {
        let end = month.range.upperBound
        var rows: [Row] = []
        for clock in record.issue.clocks {
            let definition = record.definition.clock(clock.kind)
            let isRight = definition?.isRight ?? false
            let over =
                try isRight
                ? 0
                : clock.overdueWorkingSeconds(asOf: end, by: world.calendars)
            let spent = try clock.workingSeconds(asOf: end, by: world.calendars)
            rows.append(
                Row(
                    redaction: redaction, clock: clock, name: definition?.label.zh,
                    overdueWorkingSeconds: over, elapsedWorkingSeconds: spent.elapsed,
                    pausedWorkingSeconds: spent.paused,
                    partyName: clock.party.map { Wording.unit($0, in: world.directory, of: month) }
                        ?? "企业",
                    isRight: isRight, month: month))
        }
        return rows
    }

    static let table = CSVTable<Row>(columns: [
        Column("编号", "number") { .text($0.redaction.number) },
        Column("序号", "clock") { .count($0.clock.number) },
        Column("时限种类", "kind") { .text($0.clock.kind) },
        Column("时限名称", "kindName") { .text($0.name) },
        Column("节点", "step") { $0.clock.step.map { .count($0) } ?? .text(nil) },
        Column("轮次", "cycle") { .count($0.clock.cycle) },
        Column("责任方", "party") { .text($0.clock.party) },
        Column("责任方名称", "partyName") { .text($0.partyName) },
        Column("时限", "limit") { .text($0.clock.limit.description) },
        Column("工作日历", "calendar") {
            .text("\($0.clock.calendar)@\($0.clock.calendarRevision)")
        },
        Column("起算", "startedAt") { $0.time.cell($0.clock.startedAt) },
        Column("挂起", "pauses") { .text($0.pauses) },
        Column("原时限", "originalDueAt") { $0.time.cell($0.clock.originalDueAt) },
        Column("有效时限", "dueAt") { $0.time.cell($0.clock.dueAt) },
        Column("状态", "status") { .text($0.clock.status.rawValue) },
        Column("状态名称", "statusName") { .text($0.clock.status.label.zh) },
        Column("完成", "doneAt") { $0.time.cell($0.clock.doneAt) },
        // Of one that was cancelled too.
        Column("结束", "endedAt") { $0.time.cell($0.clock.endedAt) },
        Column("用时工时秒", "elapsedWorkingSeconds") {
            $0.redaction.isConfidential ? .empty : .count(Int($0.elapsedWorkingSeconds))
        },
        Column("挂起工时秒", "pausedWorkingSeconds") {
            $0.redaction.isConfidential ? .empty : .count(Int($0.pausedWorkingSeconds))
        },
        Column("超期起", "breachedAt") { $0.time.cell($0.breachedAt) },
        Column("改历免计", "savedAt") { $0.time.cell($0.clock.breachLiftedAt) },
        // It tells the deadline to the second.
        Column("超期工时秒", "overdueWorkingSeconds") {
            $0.overdueWorkingSeconds > 0 && !$0.redaction.isConfidential
                ? .count(Int($0.overdueWorkingSeconds)) : .text(nil)
        },
        Column("适用作息单位", "hoursOf") { .text($0.clock.hoursOf) },
        Column("暂定", "provisional") { .text(Wording.answer($0.clock.isProvisional)) },
    ])
}
