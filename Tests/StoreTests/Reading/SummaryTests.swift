import Engine
import Languages
import Testing
import WorkingTime

@testable import UseCases

@Suite("A summary")
struct SummaryTests {
    private func group(_ code: String, inTime: Int, judged: Int, closed: Int = 9) -> SummaryGroup {
        var counts = SummaryCounts()
        (counts.inTime, counts.judged, counts.closed) = (inTime, judged, closed)
        return SummaryGroup(code: code, label: Label(zh: code, en: code), counts: counts)
    }

    @Test("gives equal shares one place, and leaves out who has none")
    func ranking() {
        let ranked = SummaryRanking.ranked([
            group("none", inTime: 0, judged: 0), group("half", inTime: 5, judged: 10),
            group("third", inTime: 2, judged: 6), group("same", inTime: 3, judged: 6, closed: 6),
            group("best", inTime: 4, judged: 4),
        ])
        #expect(ranked.map(\.code) == ["best", "half", "same", "third", "none"])
        #expect(ranked.map(\.place) == [1, 2, 2, 4, nil])
        #expect(ranked.map(\.isSmall) == [true, false, false, false, false])
    }

    @Test(
        "of a week begins on Monday, and of a month on its first",
        arguments: [
            (SummaryPeriod.Length.day, "2026-10-11", "2026-10-11", "2026-10-11"),
            (.week, "2026-10-11", "2026-10-05", "2026-10-11"),
            (.week, "2026-10-05", "2026-10-05", "2026-10-11"),
            (.month, "2028-02-29", "2028-02-01", "2028-02-29"),
            (.month, "2026-12-31", "2026-12-01", "2026-12-31"),
        ])
    func periods(
        length: SummaryPeriod.Length, day: String, first: String, last: String
    ) throws {
        let period = try SummaryPeriod(length, containing: CalendarDate(day))
        #expect(period.firstDay.description == first && period.lastDay.description == last)
    }
}
