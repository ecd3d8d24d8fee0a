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

    static func place(_ text: String) throws(InputFault) -> QueuePlace {
        let numbers = OpaqueText.plain(text).map {
            $0.split(separator: ":").compactMap { Int64($0) }
        }
        guard let numbers, numbers.count == 3, let rank = Int16(exactly: numbers[0]),
            numbers[1] == .max || (0..<253_402_300_800_000_000).contains(numbers[1])
        else {
            throw .badCursor
        }
        return QueuePlace(
            classRank: Int(rank), dueAt: Instant(microseconds: numbers[1]),
            issue: IssueID(numbers[2]))
    }
}
