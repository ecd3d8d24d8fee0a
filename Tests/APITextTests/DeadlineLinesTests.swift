import Testing
import WorkingTime

@testable import APIText

@Suite("Deadlines, line by line")
struct DeadlineLinesTests {
    /// One calendar, with hours of its own for one unit; also under a name that no line may hold.
    private static let calendar = Result {
        let office = try OfficeSpan("09:00-12:00")
        let afternoon = try OfficeSpan("13:30-17:30")
        let week = Dictionary(
            uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, [office, afternoon]) })
        return try WorkingCalendar(
            CalendarDefinition(
                name: "cn", timeZone: "Asia/Shanghai", week: week,
                hours: [
                    OfficeHours(
                        units: ["hall"], season: .always,
                        week: Dictionary(
                            uniqueKeysWithValues: Weekday.allCases.map { ($0, [office]) }))
                ],
                restDays: [RestDay(.on(try CalendarDate("2026-10-01")))],
                publishedUntil: try CalendarDate("2026-12-31"), firstYear: 2020),
            revision: 1)
    }

    private static func lines() throws -> DeadlineLines {
        let calendar = try calendar.get()
        return DeadlineLines { name throws(DeadlineLines.CalendarUnavailable) in
            switch name {
            case "cn", "cn\u{FFFD}": return calendar
            case "broken": throw .init(code: "WF101", message: "it is broken")
            default: throw .unknown(name, known: ["cn", "broken"])
            }
        }
    }

    private static let seeds = Array(UInt64(1)...40)

    @Test("The straight way answers byte for byte as the general one", arguments: seeds)
    func ways(seed: UInt64) throws {
        let lines = try Self.lines()
        var dealer = LineDealer(seed: seed)
        for number in 1...500 {
            let line = dealer.line()
            let (answer, general) = (
                lines.answer(line, number: number), lines.generalAnswer(line, number: number)
            )
            #expect(
                answer == general,
                """
                seed \(seed), line \(number): \(String(decoding: line, as: UTF8.self))
                \(String(decoding: answer, as: UTF8.self))
                \(String(decoding: general, as: UTF8.self))
                """)
        }
    }

    @Test("Most lines that are dealt are plain, and many are answered, so that both ways are asked")
    func dealt() throws {
        let lines = try Self.lines()
        var dealer = LineDealer(seed: 7)
        let all = (0..<2000).map { _ in dealer.line() }
        let plain = all.filter { PlainQuestion($0) != nil }
        #expect((600...1600).contains(plain.count), "\(plain.count)")
        let answered = all.map { String(decoding: lines.answer($0, number: 1), as: UTF8.self) }
            .filter { $0.hasPrefix(#"{"due":"#) }
        #expect((600...1700).contains(answered.count), "\(answered.count)")
    }

    @Test("A plain question is read as one, in any order and with any white space")
    func plain() {
        for line in [
            #"{"calendar":"cn","start":"2026-10-09","target":{"value":7,"unit":"workingDays"}}"#,
            #" {"target": {"unit": "clockSeconds", "value": 0}, "start": "x", "calendar": "cn"} "#,
        ] {
            #expect(PlainQuestion(Array(line.utf8)) != nil, "\(line)")
        }
    }

    @Test("What is unusual in the least is left to the general way")
    func unusual() {
        let target = #""target":{"value":7,"unit":"workingDays"}"#
        for line in [
            #"{"calendar":"cn","start":"2026-10-09"}"#,
            #"{"calendar":"cn","start":"2026-10-09",\#(target),"explain":true}"#,
            #"{"calendar":"cn","start":"2026-10-09",\#(target),"hoursOf":null}"#,
            #"{"calendar":"cn","calendar":"cn",\#(target)}"#,
            #"{"calendar":"cn","start":"x","target":{"value":7,"value":7}}"#,
            #"{"calendar":"cn","start":"x","target":{"value":-1,"unit":"workingDays"}}"#,
            #"{"calendar":"cn","start":"x","target":{"value":7.0,"unit":"workingDays"}}"#,
            #"{"calendar":"cn","start":"x","target":{"value":9007199254740993,"unit":"workingDays"}}"#,
            #"{"calendar":"cn","start":"x","target":{"value":7,"unit":"workingDays","ending":"sameTime"}}"#,
            #"{"calendar":"cn","start":7,\#(target)}"#, "[]", "", "x",
            "{\"calendar\":\"cn\u{FFFD}\",\"start\":\"2026-10-09\",\(target)}",
        ] {
            #expect(PlainQuestion(Array(line.utf8)) == nil, "\(line)")
        }
    }

    @Test("A line has its answer, its fault, or its length told")
    func answers() throws {
        let lines = try Self.lines()
        func answer(_ line: String) -> String {
            String(decoding: lines.answer(Array(line.utf8), number: 3), as: UTF8.self)
        }
        let good =
            #"{"calendar":"cn","start":"2026-09-30","target":{"value":1,"unit":"workingDays"}}"#
        #expect(answer(good) == #"{"due":"2026-10-02T17:30:00+08:00","provisional":false}"#)
        #expect(answer("no JSON").hasPrefix(#"{"error":{"code":"CW224","line":3,"#))
        #expect(answer(good.replacing("cn", with: "x")).contains(#""code":"CW233","line":3"#))
        let long = good + String(repeating: " ", count: DeadlineLines.longestLine)
        #expect(answer(long).contains("a line may hold 1048576 bytes at most"))
        #expect(answer(good.replacing("cn", with: "\u{FFFD}")).contains("this is not UTF-8 text"))
    }
}
