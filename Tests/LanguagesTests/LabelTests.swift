import Languages
import Testing

@Suite("A label")
struct LabelTests {
    @Test("says the same in both languages")
    func both() {
        let label = Label(zh: "办结", en: "Resolution")
        #expect(label.text(in: .zh) == "办结" && label.text(in: .en) == "Resolution")
        let texts = Language.allCases.map { language in language(label.zh, label.en) }
        #expect(texts == ["办结", "Resolution"])
    }

    @Test("is joined to others as its language does")
    func joined() {
        #expect(Language.zh.list(["甲", "乙"]) == "甲、乙")
        #expect(Language.en.list(["a", "b"]) == "a, b")
    }
}
