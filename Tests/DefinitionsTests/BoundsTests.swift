import Definitions
import Languages
import Testing
import Workflow

@Suite("Hostile files")
struct BoundsTests {
    @Test("are refused for their size before they are read")
    func tooLarge() {
        let text = String(repeating: "a: b # filler\n", count: 200_000)
        #expect(codes(text) == ["WF102"])
    }

    @Test("are refused for aliases before they can multiply")
    func aliases() {
        let text = "a: &a [x, x]\n" + "b: [*a, *a]\n"
        #expect(codes(text) == ["WF103"])
    }

    /// Each hides an anchor or an alias behind what looks like a quotation, a comment or a tag.
    @Test(
        "are refused for anchors that hide",
        arguments: [
            "z: |\n  \"\na: &a [x, x]\n? *a\n: y\n", "a: !!seq &a [x]\n",
            "a: [b \"c, &d [x], e\"]\n", "a:\n  [b\n  \"c, &d [x], e\"]\n",
            "a: [b - \"c, &d [x], e\"]\n", "a: 'b\n  # ' &c\n", "a: \"b\n  c\", &d\n",
        ])
    func hiddenAnchors(text: String) {
        #expect(!codes(text).isDisjoint(with: ["WF101", "WF103"]))
    }

    @Test("are refused at once, however an alias would multiply")
    func hiddenBomb() {
        let levels = "bcdefghij".map { level in
            let before = Character(Unicode.Scalar(level.unicodeScalars.first!.value - 1)!)
            return "\(level): &\(level) [" + String(repeating: "*\(before),", count: 10) + "]\n"
        }
        let bomb = "z: |\n  \"\na: &a [x]\n" + levels.joined() + "? *j\n: x\n"
        let clock = ContinuousClock()
        let time = clock.measure { #expect(codes(bomb).contains("WF103")) }
        #expect(time < .seconds(60))
    }

    @Test("are refused for their depth", arguments: ["[", "{a: ["])
    func tooDeep(opening: String) {
        #expect(codes("a: " + String(repeating: opening, count: 100_000)) == ["WF104"])
    }

    @Test("are refused when nested by indentation without end", arguments: [100, 990, 1_200])
    func deepIndentation(depth: Int) {
        let text = (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(!codes(text).isEmpty)
    }

    @Test(
        "are refused whatever they are instead of a mapping",
        arguments: ["", "# only a comment\n", "text", "[a, b]", "? [a]\n: b\n", "--- a\n--- b\n"])
    func noMapping(text: String) {
        #expect(!codes(text).isEmpty)
    }

    @Test("are refused for groups that multiply")
    func multiplyingGroups() {
        let groups = (1...30).map { "  g\($0): [{do: g\($0 - 1)}, {do: g\($0 - 1)}]\n" }.joined()
        let text = SmallWorkflow.text.replacing(
            "groups:\n", with: "groups:\n  g0: [{count: a}, {count: a}]\n" + groups)
        #expect(codes(text).contains("WF102"))
    }

    @Test("are refused in seconds where they hold thousands of unknown keys or duplicates")
    func manyFaults() {
        let keys = (0..<20_000).map { "key\($0): 1\n" }.joined()
        #expect(codes(keys).contains("WF105"))
        let twice = String(repeating: "key: 1\n", count: 20_000)
        #expect(codes(twice).contains("WF106"))
    }

    @Test("may hold & and * inside texts and comments")
    func harmlessIndicators() throws {
        let text = SmallWorkflow.text.replacing("en: Small}", with: "en: \"*R & D*\"} # *a &b")
        #expect(try DefinitionReader.workflow(text, file: "f").label.en == "*R & D*")
    }

    private func codes(_ text: String) -> Set<String> {
        do {
            _ = try DefinitionReader.workflow(text, file: "f")
            return []
        } catch {
            return Set(error.faults.map(\.code))
        }
    }
}
