import Testing

@testable import zhuqi

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("中文", 4), ("é", 1), ("e\u{301}", 1), ("👍", 2), ("，", 2),
        ("\u{20000}", 2), ("ZQ办结", 6),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test func cutsBetweenCharactersAndNeverPastTheWidth() {
        #expect("贷款到期".cut(toWidth: 8) == "贷款到期")
        #expect("贷款到期".cut(toWidth: 7) == "贷款到…")
        #expect("贷款到期".cut(toWidth: 6) == "贷款…")
        #expect("cafe\u{301}s".cut(toWidth: 5) == "cafe\u{301}s")
        #expect("cafe\u{301}s!".cut(toWidth: 5) == "cafe\u{301}…")
        for width in 0...12 {
            #expect("A企业👍e\u{301}中文x".cut(toWidth: width).displayWidth <= width)
        }
    }

    @Test func takesAwayWhatSteersATerminal() {
        #expect("a\u{1B}[2Jb\u{202E}c\nd".plain == "a\u{FFFD}[2Jb\u{FFFD}c d")
    }
}
