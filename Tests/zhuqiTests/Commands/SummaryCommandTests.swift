import APIModel
import ArgumentParser
import Client
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

@Suite struct SummaryCommandTests {
    private func counts(_ inTime: Int, of judged: Int, overdue: Int) -> SummaryAnswer.Counts {
        .init(
            filed: 12, closed: judged, judged: judged, inTime: inTime, open: 30, overdue: overdue,
            raised: 1)
    }

    private var summary: SummaryAnswer {
        .init(
            now: "2026-10-09T18:00:00+08:00", period: "week", by: "unit",
            groupLabel: LabelAnswer(zh: "责任单位", en: "lead unit"), from: "2026-10-05",
            until: "2026-10-11", isOver: false, total: counts(9, of: 11, overdue: 4),
            groups: [
                .init(
                    code: "industry", label: LabelAnswer(zh: "郑州市工业和信息化局", en: "Industry"),
                    place: 1, isSmall: false, counts: counts(8, of: 9, overdue: 0)),
                .init(
                    code: "finance", label: LabelAnswer(zh: "郑州市财政局", en: "Finance"), place: 2,
                    isSmall: true, counts: counts(1, of: 2, overdue: 4)),
                .init(
                    code: nil, label: LabelAnswer(zh: "尚未交办", en: "not dispatched yet"),
                    place: nil, isSmall: false, counts: counts(0, of: 0, overdue: 0)),
            ])
    }

    private func answer() throws -> ScriptedServer.Answer {
        .ok(String(decoding: try JSONText.encode(summary), as: UTF8.self))
    }

    @Test(arguments: [
        ([], "period=day&by=unit"), (["日"], "period=day&by=unit"),
        (["周", "--by", "县区"], "period=week&by=district"),
        (["week", "--by", "district"], "period=week&by=district"),
        (["月", "--by", "类别", "--from", "2026-09-01"], "period=month&from=2026-09-01&by=category"),
        (["--by", "人员"], "period=day&by=officer"),
    ])
    func wordsAreUnderstoodInBothLanguages(words: [String], query: String) async throws {
        try await ScriptedServer.run([try answer()]) { address, server in
            try await SummaryCommand.parse(words).perform(at: Transcript().session(address))
            #expect(server.received.map(\.uri) == ["/v1/summaries?\(query)"])
        }
    }

    @Test(arguments: [["年"], ["--by", "颜色"]]) func otherWordsAreRefused(words: [String]) {
        #expect(throws: (any Error).self) { try SummaryCommand.parse(words) }
    }

    @Test(arguments: [40, 80, 120], Language.allCases)
    func aLineFitsTheScreen(width: Int, language: Language) {
        let lines = SummaryTable(summary: summary, language: language)
            .lines(on: Canvas(width: width, hasColour: false))
        #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(lines.joined(separator: "\n"))")
        // The note takes two lines where the screen is narrow, and its language is long.
        #expect(lines.count == (width == 40 && language == .en ? 8 : 7))
    }

    @Test func placesSharesAndSmallNumbersAreShown() {
        let lines = SummaryTable(summary: summary, language: .zh)
            .lines(on: Canvas(width: nil, hasColour: false))
        let words = lines.map { $0.split(separator: " ").map(String.init) }
        #expect(lines.first == "2026-10-05 至 2026-10-11（未结束）")
        #expect(words[1] == ["名次", "责任单位", "按时率", "登记", "办结", "在办", "超期", "提级"])
        #expect(words[2] == ["1", "郑州市工业和信息化局", "88.9%", "12", "9", "30", "0", "1"])
        #expect(words[3] == ["2*", "郑州市财政局", "50.0%", "12", "2", "30", "4", "1"])
        #expect(words[4] == ["—", "尚未交办", "—", "12", "0", "30", "0", "1"])
        #expect(words[5] == ["合计", "81.8%", "12", "11", "30", "4", "1"])
        #expect(lines.last == "* 判定不足 5 件，名次仅供参考")
    }
}
