import Auditing
import JSON
import WorkingTime

/// Says above the rows of every file that the month is not over.
struct ProvisionalNotice {
    /// For tables.
    let line: String
    /// For `events.ndjson`.
    let object: String

    init(_ month: AuditMonth) {
        let until = LocalTime(zone: month.zone).text(month.range.upperBound)
        line = "临时数据 \(Origin.provisional)：\(month.month) 尚未结束，截至 \(until)"
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("month", "\(month.month)")
            writer.member("provisional", true)
            writer.member("until", month.range.upperBound.description)
        }
        object = String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
}
