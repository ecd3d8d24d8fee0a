import Definitions
import Foundation
import WorkingTime

/// Measures what a deadline costs on a calendar of a file; what `ops/bench deadline` runs.
///
/// Prints nanoseconds for each question: the median of the rounds, and the slowest round.
@main
enum CalculationTool {
    private static let roundCount = 9
    private static let questionCount = 200_000

    static func main() throws {
        guard let path = CommandLine.arguments.dropFirst().first else {
            fatalError("usage: calculate CALENDAR.yaml")
        }
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let calendar = try WorkingCalendar(
            DefinitionReader.calendar(text, file: path), revision: 1)
        let starts = try starts(on: calendar)
        print(
            "calendar \(calendar.name): \(calendar.definition.firstYear) to ten years past "
                + "\(calendar.publishedUntil), \(questionCount) questions a round, \(roundCount) rounds"
        )
        for question in try questions(on: calendar) {
            let rounds = (0..<roundCount).map { _ in nanoseconds(question.ask, starts) }.sorted()
            print(
                "\(question.name): median \(rounds[roundCount / 2]) ns, "
                    + "slowest round \(rounds[roundCount - 1]) ns")
        }
    }

    private struct Question {
        let name: String
        /// Answers an instant, so that nothing is left out as unused.
        let ask: (Instant) -> Int64
    }

    private static func questions(on calendar: WorkingCalendar) throws -> [Question] {
        let limits = ["4h", "7wd", "7wd@sameTime", "24ch", "10d", "1mo"]
        var questions = try limits.map { text in
            let limit = try TimeLimit(text)
            return Question(name: "due in \(text)") { start in
                answer { () throws(WorkingTimeRefusal) in
                    try calendar.deadline(from: start, limit: limit).at
                }
            }
        }
        for text in ["49h", "7wd"] {
            let limit = try TimeLimit(text)
            questions.append(
                Question(name: "due in \(text) with two pauses") { start in
                    let pauses = [
                        Pause(
                            from: start.adding(seconds: 90_000),
                            until: start.adding(seconds: 200_000)),
                        Pause(
                            from: start.adding(seconds: 400_000),
                            until: start.adding(seconds: 500_000)),
                    ]
                    return answer { () throws(WorkingTimeRefusal) in
                        try calendar.deadline(from: start, limit: limit, pauses: pauses).at
                    }
                })
        }
        let hours = try TimeLimit("4h")
        questions.append(
            Question(name: "4h before") { end in
                answer { () throws(WorkingTimeRefusal) in
                    try calendar.latestInstant(before: end, leaving: hours)
                }
            })
        questions.append(
            Question(name: "working seconds of 30 days") { start in
                calendar.workingSeconds(from: start, to: start.adding(seconds: 30 * 86_400))
            })
        return questions
    }

    private static func answer(
        _ ask: () throws(WorkingTimeRefusal) -> Instant
    ) -> Int64 {
        do throws(WorkingTimeRefusal) {
            return try ask().microseconds
        } catch {
            fatalError("\(error)")
        }
    }

    /// Spreads instants over ten years, out of order, so that no answer helps the next.
    private static func starts(on calendar: WorkingCalendar) throws -> [Instant] {
        let first = try CalendarDate(year: calendar.definition.firstYear, month: 2, day: 1)
        let begin = calendar.zone.midnight(of: first)
        let span: UInt64 = 10 * 365 * 86_400
        var state: UInt64 = 7
        return (0..<questionCount).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return begin.adding(seconds: Int64((state >> 11) % span))
        }
    }

    private static func nanoseconds(_ ask: (Instant) -> Int64, _ starts: [Instant]) -> Int64 {
        var sum: Int64 = 0
        let clock = ContinuousClock()
        let time = clock.measure { for start in starts { sum &+= ask(start) } }
        guard sum != 0 else { fatalError("no answers") }
        let (seconds, attoseconds) = time.components
        return (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / Int64(starts.count)
    }
}
