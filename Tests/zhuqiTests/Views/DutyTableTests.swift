import APIModel
import Client
import Languages
import Testing

@testable import zhuqi

@Suite struct DutyTableTests {
    private static let accept = DutyAnswer.Action(
        action: "accept", label: LabelAnswer(zh: "受理", en: "Accept"))

    private static func duty(
        _ number: String, _ title: String, due: String?, overdue: Bool? = nil, paused: Bool = false,
        blocked: Bool = false, level: Int = 0, part: DutyAnswer.Part = .owes
    ) -> DutyAnswer {
        DutyAnswer(
            issue: number, version: 3, title: title, about: "郑州一号机械制造有限公司（示例）",
            class: "C", stateLabel: LabelAnswer(zh: "待受理", en: "Submitted"), level: level,
            card: nil, actions: [accept], clock: LabelAnswer(zh: "受理与交办", en: "Acceptance"),
            part: part, owedBy: [LabelAnswer(zh: "郑州市财政局", en: "Finance")],
            since: "2026-10-19T09:00:00+08:00", dueAt: due,
            signal: overdue == true ? "red" : "green",
            isOverdue: overdue,
            remainder: due == nil
                ? nil : Remainder(unit: .workingSeconds, count: overdue == true ? 1800 : 7200),
            isPaused: paused, isBlocked: blocked)
    }

    private static let duties = [
        duty(
            "ZQ2026-000047-1", "特种钢材断供，影响生产线连续运转，请协调省内供应", due: "2026-10-19T17:30:00+08:00",
            overdue: true, level: 2),
        duty(
            "ZQ2026-000063-1.2", "铜材紧缺", due: "2026-10-23T17:30:00+08:00", overdue: false,
            blocked: true),
        duty("ZQ2025-000015-1", "申请缓缴三季度税款", due: nil, paused: true, part: .helps),
    ]

    private func lines(_ width: Int?, _ queue: DutyQuery.Queue = .mine, next: String? = nil)
        -> [String]
    {
        DutyTable(
            duties: Self.duties, query: DutyQuery(queue: queue, limit: 3), next: next,
            now: "2026-10-19T18:00:00+08:00", language: .zh
        ).lines(on: Canvas(width: width, hasColour: false))
    }

    @Test(arguments: [40, 80, 120])
    func fitsTheScreenAndCutsNoNumberDateOrRest(width: Int) {
        let lines = lines(width)
        for line in lines { #expect(line.displayWidth <= width, "\(line)") }
        #expect(lines[0].hasPrefix("! 47-1 "))
        #expect(lines[1].hasPrefix("… 63-1.2 "))
        #expect(lines[2].hasPrefix("~ ZQ2025-000015-1 "))
        #expect(lines[0].contains("超 30分") && lines[0].hasSuffix("^2"))
        #expect(lines[0].contains("特种"))
    }

    @Test func saysInWordsWhenSomethingIsDue() {
        let lines = lines(nil)
        #expect(lines[0].contains("今17:30") && lines[1].contains("周五17:30"))
        #expect(lines[2].contains("暂停") && lines[2].contains("等企业"))
        #expect(lines[0].contains("影响生产线连续运转，请协调省内供应"), "nothing is cut when piped")
        #expect(lines.last == "共 3 项，超期 1")
    }

    @Test func ofOthersNamesWhoOwesIt() {
        #expect(lines(80, .others)[0].contains("郑州"))
        #expect(lines(120, .others)[0].contains("郑州市财政局"))
    }

    @Test func saysHowToReadOn() {
        #expect(
            lines(80, next: "abc").suffix(2) == [
                "已列 3 项，还有更多", "还有更多：zhuqi queue mine --limit 3 --cursor abc",
            ])
    }

    @Test func writesDatesAsPeopleSayThem() {
        let words = DueWords(now: "2026-10-19T09:00:00+08:00", language: .zh)
        for (instant, text) in [
            ("2026-10-18T17:30:00+08:00", "昨17:30"), ("2026-10-20T09:00:00+08:00", "明09:00"),
            ("2026-10-25T17:30:00+08:00", "周日17:30"), ("2026-10-26T17:30:00+08:00", "10月26日"),
            ("2027-01-05T17:30:00+08:00", "2027-01-05"), ("2026-10-01T17:30:00+08:00", "10月1日"),
        ] {
            #expect(words.text(instant) == text)
        }
        #expect(
            DueWords(now: nil, language: .zh).text("2026-10-19T17:30:00+08:00")
                == "2026-10-19 17:30")
    }
}
