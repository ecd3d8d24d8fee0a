import Casework
import Engine
import Foundation
import WorkingTime

/// Writes and reads the cursors of lists: a place in the order of queues, opaque to callers.
enum PlaceCursor {
    static func text(_ place: QueuePlace) -> String {
        let plain = "\(place.classRank):\(place.dueAt.microseconds):\(place.issue)"
        return Data(plain.utf8).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    static func place(_ text: String) throws(RequestFault) -> QueuePlace {
        var base64 = text.replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let numbers = Data(base64Encoded: base64)
            .map {
                String(decoding: $0, as: UTF8.self).split(separator: ":").compactMap { Int64($0) }
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
