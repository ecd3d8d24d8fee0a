import APIModel
import Languages
import Testing

@testable import zhuqi

@Suite("An issue is shown as a conversation") struct IssueSheetTests {
    private static let terminals: [Int?] = [40, 80, 120, nil]

    private func sheet(
        _ language: Language, _ width: Int?, _ issue: IssueAnswer = Samples.talkedOver,
        _ events: [EventAnswer] = Samples.talk
    ) -> IssueSheet {
        IssueSheet(
            issue: issue, events: events, actions: Samples.actions, now: Samples.now,
            language: language, canvas: Canvas(width: width, hasColour: false))
    }

    @Test(
        "at the width of the terminal, and whole in a file", arguments: Language.allCases, terminals
    )
    func widths(language: Language, width: Int?) throws {
        let lines = sheet(language, width).lines
        let name = width.map(String.init) ?? "piped"
        try Golden.expect(lines: lines, "show.\(language).\(name).txt")
        if let width {
            #expect(lines.filter { $0.displayWidth > width }.isEmpty)
        }
        #expect(!lines.contains { $0.hasSuffix(" ") })
    }

    @Test("in brief with the last word alone", arguments: Language.allCases)
    func brief(language: Language) throws {
        try Golden.expect(lines: sheet(language, 80).brief, "show.\(language).brief.txt")
    }

    @Test("in words that people use, not in codes")
    func words() {
        let codes = [
            "FIN", "410105", "JR01", "CZ01", "HDB", "inHandling", "partly", "dissatisfied",
            "zhang", "reportResolved", "enterprise-", "solved", "rejectResolution",
        ]
        for line in sheet(.zh, 80).lines {
            #expect(!codes.contains(where: line.contains), "\(line)")
        }
    }

    @Test("with the number under which the files of the months have a confidential one")
    func confidential() {
        var issue = Samples.talkedOver
        issue.confidentialNumber = "BM-0123456789ABCDEF"
        #expect(sheet(.zh, 80, issue).lines.contains("保密编号 BM-0123456789ABCDEF"))
    }

    @Test("whatever an older server leaves out")
    func older() {
        let lines = sheet(.zh, 80, Samples.issue(), []).lines
        #expect(lines[0].hasPrefix("123-1  流动资金"))
        #expect(lines.contains("您可以") && !lines.contains("要您办"))
    }
}
