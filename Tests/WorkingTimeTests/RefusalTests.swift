import Testing

@testable import WorkingTime

@Suite("A calendar refuses")
struct RefusalTests {
    @Test("what lies past its last computed day", arguments: ["1000000000h", "5000wd", "9000d"])
    func beyond(limit: String) throws {
        #expect(throws: WorkingTimeRefusal.beyondHorizon) {
            try cn.get().due("2026-03-02T10:00", limit)
        }
    }

    @Test(
        "what leaves the range of numbers or years",
        arguments: [
            "9223372036854775807h", "99999999999999999999wd", "9223372036854775807d",
            "9223372036854775807mo", "9223372036854775807cs", "1000000000000cs",
        ])
    func overflow(limit: String) throws {
        #expect(throws: WorkingTimeRefusal.overflow) {
            try cn.get().due("2026-03-02T10:00", limit)
        }
    }

    @Test("10^12 working seconds and working days past counting, without a loop")
    func huge() throws {
        for limit in ["1000000000000s", "9223372036854775807wd", "9223372036854775807wd@sameTime"] {
            #expect(throws: WorkingTimeRefusal.beyondHorizon) {
                try cn.get().due("2026-03-02T10:00", limit)
            }
        }
    }

    @Test("a start before its first year")
    func outside() throws {
        let from = try cn.get().at("2019-12-31T23:59")
        #expect(throws: WorkingTimeRefusal.outsideCalendar(from)) {
            try cn.get().due("2019-12-31T23:59", "1h")
        }
    }

    @Test("nothing when the end is before the start: no time has passed")
    func backwards() throws {
        let cn = try cn.get()
        let (from, to) = (try cn.at("2026-03-03T10:00"), try cn.at("2026-03-02T10:00"))
        #expect(cn.workingSeconds(from: from, to: to) == 0)
        #expect(cn.workingDays(from: from, to: to) == 0)
        #expect(cn.explain(from: from, to: to).isEmpty)
    }

    @Test("with a code of its own for each reason")
    func codes() {
        let all: [WorkingTimeRefusal] = [
            .badText("", expected: ""), .badDate(""), .badTime(""), .unknownTimeZone(""),
            .negative(-1), .overflow, .outsideCalendar(.distantPast), .beyondHorizon,
            .stillPaused(since: .distantFuture), .pauseEndsBeforeItBegins(.distantPast),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { !$0.message.isEmpty })
    }
}
