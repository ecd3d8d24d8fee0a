import Definitions
import Languages
import Testing
import Workflow

@Suite("What changes between two workflows")
struct ComparisonTests {
    @Test("is nothing where only comments and the version differ")
    func nothing() throws {
        let text = SmallWorkflow.text.replacing("version: 1\n", with: "version: 2 # newer\n")
        #expect(try lines(text) == [])
    }

    @Test(
        "is said in words",
        arguments: [
            ("resolve: 7wd", "resolve: 5wd", "class `C`: limit of `resolve`: 7wd → 5wd"),
            ("amber: 70", "amber: 60", "class `C`: amber at: 70 % → 60 %"),
            (
                "{zh: 在办, en: Going}", "{zh: 办理, en: Going}",
                "state `going`: label: 在办, Going → 办理, Going"
            ),
            (
                "times: 3}", "times: 2}",
                "action `dispatch`: guard removed: `dispatches` is below 3|"
                    + "action `dispatch`: guard added: `dispatches` is below 2"
            ),
            (
                "reason: required}", "reason: optional}",
                "action `file`: field `reason`: required, text of at most 200 characters → "
                    + "optional, text of at most 200 characters"
            ),
            (
                "{role: cityOffice, relation: office}", "{role: districtOffice, relation: office}",
                "action `file`: right removed: city office that has the issue|"
                    + "action `file`: right added: district office that has the issue"
            ),
            (
                "proof: reason", "proof: title",
                "role `fields.proof` removed: reason|role `fields.proof` added: title"
            ),
            (
                "late: {at: +3wd, action: breach}", "late: {at: +4wd, action: breach}",
                "clock `resolve`: mark removed: `breach` at +3wd|clock `resolve`: mark added: `breach` at +4wd"
            ),
            (
                "{quantity: persons,", "{quantity: count,",
                "category `LAB`: need `persons`: optional, persons → optional, items"
            ),
            (
                "{set: {handler: actingPerson}}", "{clear: handler}",
                "action `dispatch`: effect removed: sets `handler` to whoever acts|"
                    + "action `dispatch`: effect added: clears `handler`"
            ),
        ])
    func words(old: String, new: String, expected: String) throws {
        let found = try lines(SmallWorkflow.text.replacing(old, with: new))
        for line in expected.split(separator: "|") {
            #expect(found.contains(String(line)), "\(found)")
        }
    }

    @Test(
        "is said in Chinese",
        arguments: [
            ("resolve: 7wd", "resolve: 5wd", "分类“C”：“resolve”长短：7wd → 5wd"),
            ("amber: 70", "amber: 60", "分类“C”：黄灯：70 % → 60 %"),
            (
                "reason: required}", "reason: optional}",
                "动作“file”：字段“reason”：必填，至多 200 字 → 可不填，至多 200 字"
            ),
            (
                "late: {at: +3wd, action: breach}", "late: {at: +4wd, action: breach}",
                "时限“resolve”：节点 增加：+4wd 时“breach”"
            ),
        ])
    func chinese(old: String, new: String, expected: String) throws {
        let found = try lines(SmallWorkflow.text.replacing(old, with: new), in: .zh)
        #expect(found.contains(expected), "\(found)")
    }

    @Test("for a new state says once what may be done in every open one")
    func everyOpenState() throws {
        let text = SmallWorkflow.text
            .replacing(
                "  done: {kind",
                with: "  more: {kind: active, label: {zh: 再办, en: More}}\n  done: {kind"
            )
            .replacing(
                "  reopen:\n",
                with: "  go: {label: {zh: 续办, en: Go on}, by: office, from: going, to: more}\n"
                    + "  end: {label: {zh: 了结, en: End}, by: office, from: more, to: done}\n  reopen:\n"
            )
        let found = try lines(text)
        #expect(found.contains("state `more` (再办, More): added"))
        #expect(!found.contains { $0.contains("`breach`") }, "\(found)")
    }

    private func lines(_ text: String, in language: Language = .en) throws -> [String] {
        WorkflowComparison.lines(
            try DefinitionReader.workflow(SmallWorkflow.text, file: "old"),
            try DefinitionReader.workflow(text, file: "new"), in: language)
    }
}
