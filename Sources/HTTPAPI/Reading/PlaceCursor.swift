import Casework
import Engine
import UseCases
import WorkingTime

/// Writes and reads the cursors of lists: a place in the order of queues, opaque to callers.
enum PlaceCursor {
    static func text(_ place: QueuePlace) -> String {
        let plain = "\(place.classRank):\(place.dueAt.microseconds):\(place.issue)"
        return OpaqueText.hidden(plain)
    }

    static func text(_ place: DutyPlace) -> String {
        let due = place.dueAt?.microseconds ?? .max
        return OpaqueText.hidden("\(due):\(place.classRank):\(place.issue):\(place.slot)")
    }

    static func dutyPlace(_ text: String) throws(InputFault) -> DutyPlace {
        let numbers = numbers(text)
        guard numbers.count == 4, isInstant(numbers[0]), let rank = Int16(exactly: numbers[1]),
            let slot = Int32(exactly: numbers[3])
        else { throw .badCursor }
        return DutyPlace(
            dueAt: numbers[0] == .max ? nil : Instant(microseconds: numbers[0]),
            classRank: Int(rank), issue: IssueID(numbers[2]), slot: Int(slot))
    }

    private static func numbers(_ text: String) -> [Int64] {
        OpaqueText.plain(text)?.split(separator: ":").compactMap { Int64($0) } ?? []
    }

    private static func isInstant(_ microseconds: Int64) -> Bool {
        microseconds == .max || (0..<253_402_300_800_000_000).contains(microseconds)
    }

    static func place(_ text: String) throws(InputFault) -> QueuePlace {
        let numbers = numbers(text)
        guard numbers.count == 3, let rank = Int16(exactly: numbers[0]), isInstant(numbers[1])
        else {
            throw .badCursor
        }
        return QueuePlace(
            classRank: Int(rank), dueAt: Instant(microseconds: numbers[1]),
            issue: IssueID(numbers[2]))
    }
}
