import APIModel
import Languages
import Settings
import Testing
import Workflow

@testable import zhuqi

@Suite struct WordsTests {
    private static let remainders: [(Remainder.Unit, Int64, Bool, String, String)] = [
        (.workingSeconds, 0, false, "剩 不足1分", "<1min left"),
        (.workingSeconds, 59, false, "剩 不足1分", "<1min left"),
        (.workingSeconds, 3600, false, "剩 1小时", "1h left"),
        (.workingSeconds, 19260, false, "剩 5小时21分", "5h 21min left"),
        (.clockSeconds, 77400, false, "剩 21小时30分", "21h 30min left"),
        (.workingDays, 7, false, "剩 7工作日", "7wd left"),
        (.calendarDays, 31, false, "剩 31天", "31d left"),
        // After hours nothing is over yet, and the deadline has passed all the same.
        (.workingSeconds, 0, true, "已超期", "overdue"),
        (.clockSeconds, 16200, true, "超 4小时30分", "4h 30min over"),
        (.workingDays, 1, true, "超 1工作日", "1wd over"),
    ]

    @Test(arguments: remainders)
    func saysWhatIsLeft(
        unit: Remainder.Unit, count: Int64, isOverdue: Bool, zh: String, en: String
    ) {
        let time = RemainingTime(
            remainder: Remainder(unit: unit, count: count), isOverdue: isOverdue)
        #expect(time.text(in: .zh) == zh)
        #expect(time.text(in: .en) == en)
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

    @Test func theFirstOfTheVariablesThatIsSetDecides() {
        let own = "ZHUQI" + "_LANG"
        let variables = [
            (own, "zh"), ("LC_ALL", "en_GB"), ("LC_MESSAGES", "zh_CN"), ("LANG", "en"),
        ]
        for (count, language) in [(4, Language.zh), (3, .en), (2, .zh), (1, .en)] {
            let set = Dictionary(variables.suffix(count)) { first, _ in first }
            #expect(Language(environment: set) == language)
        }
        #expect(Language(environment: ["LC_ALL": "", "LANG": "en_GB"]) == .en)
    }

    @Test func wrapsByColumnsAndKeepsPunctuationUp() {
        let wrapping = Wrapping(width: 10)
        #expect(wrapping.lines(of: "企业订单充足，资金紧") == ["企业订单充", "足，资金紧"])
        #expect(wrapping.lines(of: "一二三四五。六") == ["一二三四", "五。六"])
        #expect(wrapping.lines(of: "one two three") == ["one two", "three"])
        #expect(wrapping.lines(of: "abcdefghijklmno") == ["abcdefghij", "klmno"])
        #expect(wrapping.lines(of: "a\n\nb") == ["a", "", "b"])
        #expect(wrapping.lines(of: "a\r\nb") == ["a", "b"])
    }

    @Test func saysValuesInWords() {
        let text = ValueText(language: .zh)
        #expect(text.value(.list([.text("solved"), .integer(3), .boolean(true)])) == "solved、3、是")
        #expect(text.value(.object(["code": .text("JR01"), "name": .text("市金融局")])) == "市金融局")
        #expect(text.value(.object(["category": .text("FIN"), "title": .text("贷款")])) == "贷款")
        #expect(
            text.value(.object(["kind": .text("photo"), "text": .text("变压器")])) == "photo: 变压器")
        #expect(text.value(.text("2026-10-09T17:30:00+08:00")) == "2026-10-09 17:30")
        #expect(text.value(.text("a text of more than twenty characters")).hasPrefix("a text"))
        #expect(text.attribute("ownAttribute") == "ownAttribute")
        #expect(text.attribute("leadUnit") == "主办")
        #expect(text.attribute("arbitratedAt") == "裁决时间")
    }

    @Test func saysChoicesInTheWordsOfTheServer() {
        let text = ValueText(
            language: .zh, labels: ["result": LabelAnswer(zh: "解释说明", en: "Explained")])
        #expect(text.value(.text("explained"), of: "result") == "解释说明")
        #expect(text.value(.text("explained"), of: "reply") == "explained")
    }
}
