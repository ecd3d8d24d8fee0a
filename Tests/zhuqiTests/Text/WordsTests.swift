import APIModel
import Testing

@testable import zhuqi

@Suite struct WordsTests {
    private static let workingTimes: [(Int64, String, String)] = [
        (0, "剩 不足1分", "<1min left"), (59, "剩 不足1分", "<1min left"),
        (3600, "剩 1小时", "1h left"), (19260, "剩 5小时21分", "5h 21min left"),
        (25200, "剩 1工作日", "1wd left"), (82860, "剩 3工作日2小时", "3wd 2h left"),
        (-32400, "超 1工作日2小时", "1wd 2h over"), (-30, "超 不足1分", "<1min over"),
    ]

    @Test(arguments: workingTimes)
    func saysWorkingTime(seconds: Int64, zh: String, en: String) {
        #expect(RemainingTime(workingSeconds: seconds).text(in: .zh) == zh)
        #expect(RemainingTime(workingSeconds: seconds).text(in: .en) == en)
    }

    @Test func saysTimesInTheZoneTheyCameIn() {
        #expect(Timestamp.text("2026-10-09T17:30:00+08:00") == "2026-10-09 17:30")
        #expect(Timestamp.text("2026-10-09T17:30:00.123456+08:00") == "2026-10-09 17:30")
        #expect(Timestamp.text("soon") == "soon")
    }

    @Test func quotesForTheShell() {
        #expect(
            ShellWord.line(["zhuqi", "a b", "it's", "贷款", ""]) == #"zhuqi 'a b' 'it'\''s' 贷款 ''"#)
        #expect(ShellWord.quoted("$(x)") == "'$(x)'")
    }

    @Test(arguments: [
        ("en_GB.UTF-8", Language.en), ("zh_CN.UTF-8", .zh), ("C", .zh), ("de_DE", .zh),
    ])
    func choosesTheLanguage(lang: String, language: Language) {
        #expect(Language(environment: ["LANG": lang]) == language)
        #expect(Language(environment: [:]) == .zh)
    }

    @Test func wrapsByColumnsAndKeepsPunctuationUp() {
        let wrapping = Wrapping(width: 10)
        #expect(wrapping.lines(of: "企业订单充足，资金紧") == ["企业订单充", "足，资金紧"])
        #expect(wrapping.lines(of: "一二三四五。六") == ["一二三四", "五。六"])
        #expect(wrapping.lines(of: "one two three") == ["one two", "three"])
        #expect(wrapping.lines(of: "abcdefghijklmno") == ["abcdefghij", "klmno"])
        #expect(wrapping.lines(of: "a\n\nb") == ["a", "", "b"])
    }

    @Test func saysValuesInWords() {
        let words = Vocabulary(language: .zh)
        #expect(words.value(.list([.text("solved"), .integer(3), .boolean(true)])) == "已解决、3、是")
        #expect(words.value(.object(["code": .text("JR01"), "name": .text("市金融局")])) == "市金融局")
        #expect(
            words.value(.object(["kind": .text("photo"), "text": .text("变压器")])) == "photo: 变压器")
        #expect(words.value(.text("2026-10-09T17:30:00+08:00")) == "2026-10-09 17:30")
        #expect(words.value(.text("a text of more than twenty characters")).hasPrefix("a text"))
        #expect(words.field("ownAttribute") == "ownAttribute")
    }
}
