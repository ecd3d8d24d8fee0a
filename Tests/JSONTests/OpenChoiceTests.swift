import APIModel
import JSON
import Testing

/// Texts that are one of some, of which a newer server may know more.
@Suite("Choices that are open")
struct OpenChoiceTests {
    private func check<Choice: ShapeChoice & Codable & Hashable>(
        _ known: [String], _ other: (String) -> Choice
    ) throws {
        #expect(Choice.allCases.map(\.rawValue) == known)
        #expect(try Shape(of: Choice.self) == .choice(known))
        for text in known + ["later"] {
            let choice = try JSONText.decode([Choice].self, from: Array("[\"\(text)\"]".utf8))
            #expect(choice.map(\.rawValue) == [text])
            #expect(choice.allSatisfy(Choice.allCases.contains) == (text != "later"), "\(text)")
            #expect(text != "later" || choice == [other(text)])
            let written = String(decoding: try JSONText.encode(choice), as: UTF8.self)
            #expect(written == "[\"\(text)\"]")
        }
    }

    @Test("keep what they don't know")
    func unknown() throws {
        try check(
            ["owes", "substitutes", "helps", "within", "waits", "sees"], DutyAnswer.Part.other)
        try check(["onward", "aside", "right", "away"], ActionsAnswer.Course.other)
    }
}
