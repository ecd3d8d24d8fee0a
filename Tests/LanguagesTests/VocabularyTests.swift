import Languages
import Testing

@Suite("A vocabulary")
struct VocabularyTests {
    private let states = Vocabulary([
        .init(name: "submitted", label: Label(zh: "待受理", en: "Submitted")),
        .init(name: "inHandling", label: Label(zh: "办理中", en: "In handling")),
        .init(name: "closedOut", label: Label(zh: "已销号", en: "Closed out")),
    ])
    private let categories = Vocabulary([
        .init(name: "FIN", label: Label(zh: "融资、银企对接", en: "Finance and banks")),
        .init(name: "LAB", label: Label(zh: "用工、返岗、培训", en: "Labour")),
        .init(name: "SKL", label: Label(zh: "技能、培训", en: "Skills")),
        .init(name: "TRN", label: Label(zh: "返岗", en: "Return"), others: ["回岗"]),
    ])

    @Test(
        "knows names and labels, whatever their case, width and blanks",
        arguments: [
            ("inHandling", "inHandling"), ("INHANDLING", "inHandling"), ("办理中", "inHandling"),
            (" 办 理　中 ", "inHandling"), ("In Handling", "inHandling"), ("in handling", "inHandling"),
            ("Ｃｌｏｓｅｄ　Ｏｕｔ", "closedOut"), ("\u{200B}已销号\u{FEFF}", "closedOut"),
        ])
    func known(word: String, name: String) { #expect(states.name(of: word) == name) }

    @Test("takes each of what a label lists, and other names, where no label is meant")
    func parts() {
        #expect(categories.name(of: "融资") == "FIN")
        #expect(categories.name(of: "ｆｉｎ") == "FIN")
        #expect(categories.name(of: "返岗") == "TRN")
        #expect(categories.name(of: "回岗") == "TRN")
    }

    @Test("tells of which things a word is said")
    func several() {
        guard case .several(let meant) = categories.meaning(of: "培训") else {
            Issue.record("“培训” has one meaning")
            return
        }
        #expect(meant.map(\.name) == ["LAB", "SKL"])
    }

    @Test("of one thing under two labels is not of several")
    func versions() {
        let both = Vocabulary([
            .init(name: "accept", label: Label(zh: "受理", en: "Accept")),
            .init(name: "accept", label: Label(zh: "受 理", en: "Accept it")),
        ])
        #expect(both.name(of: "受理") == "accept")
    }

    @Test(
        "finds what is near to a word that is none",
        arguments: [
            ("办理", ["inHandling"]), ("受理", ["submitted"]), ("submited", ["submitted"]),
            ("以销号", ["closedOut"]), ("已派单", []), ("nonsense", []), ("", []), ("  ", []), ("中", []),
            ("fly", []),
        ])
    func near(word: String, names: [String]) {
        #expect(states.name(of: word) == nil)
        #expect(states.near(word).map(\.name) == names)
    }

    @Test("compares no words that are far too long")
    func long() {
        #expect(states.near(String(repeating: "办理中", count: 1000)).isEmpty)
    }
}
