import Auditing
import Casework
import WorkingTime

/// Says how an issue is shown in all files: under which number, and how exact its times are.
///
/// A confidential one has a number of its own, and days in place of times: what a case files is filed
/// in one moment by one officer, so that its number, a time or a login would tie it to the enterprise
/// of the issues beside it.
struct IssueRedaction: Sendable {
    let number: String
    let time: LocalTime
    let isConfidential: Bool

    init(_ record: FoldedRecord, zone: ZoneTable) {
        let secret =
            record.issue.attributes.isConfidential
            ? ConfidentialNumber.of(record.steps.lazy.map(\.event)) : nil
        number = secret ?? record.issue.number
        isConfidential = secret != nil
        time = LocalTime(zone: zone, precision: isConfidential ? .day : .second)
    }

    /// Nothing where the issue is confidential.
    func open<Value>(_ value: @autoclosure () -> Value?) -> Value? {
        isConfidential ? nil : value()
    }
}
