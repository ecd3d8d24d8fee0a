import Casework
import Definitions
import Testing
import Workflow
import WorkingTime

@Suite("The files under Workflows")
struct FilesLoadTests {
    @Test(
        "are sound workflows", arguments: ["enterprise-assistance.yaml", "three-deliveries.yaml"])
    func workflowsLoad(file: String) throws {
        let workflow = try WorkflowFiles.workflow(file)
        #expect(file == "\(workflow.id).yaml")
        #expect(workflow.categories.count == 20)
        #expect(workflow.calendar == "cn")
        #expect(workflow.classes.map(\.name) == ["U", "D", "C", "B", "A"])
    }

    @Test(
        "mean what is published of them: one text without other files",
        arguments: ["enterprise-assistance.yaml", "three-deliveries.yaml"])
    func wholeTexts(file: String) throws {
        let whole = try WorkflowFiles.whole(file)
        let alone = try DefinitionReader.workflow(whole.source, file: file)
        #expect(try WorkflowFiles.workflow(file) == alone)
        #expect(Set(whole.origins.map(\.file)).count == 3)
        #expect(!whole.source.contains("included"))
    }

    @Test("hold a calendar that computes the days of 2020 and 2026")
    func calendarLoads() throws {
        let definition = try DefinitionReader.calendar(
            WorkflowFiles.text("calendars/cn.yaml"), file: "cn.yaml")
        #expect(definition.name == "cn")
        #expect(definition.firstYear == 2020)
        #expect(definition.publishedUntil.description == "2026-12-31")
        let national = try CalendarDate(year: 2026, month: 10, day: 7)
        #expect(definition.restDays.contains { $0.occurrence == .on(national) })
        let makeUp = try CalendarDate(year: 2020, month: 4, day: 26)
        #expect(definition.workDays.contains { $0.date == makeUp })
    }

    @Test("hold a ladder from the service officer to the mayor, and a level by hand")
    func ladderLoads() throws {
        let ladder = try DefinitionReader.ladder(
            WorkflowFiles.text("ladder.yaml"), file: "ladder.yaml")
        #expect(ladder.service.levels.map(\.level) == [0, 1, 2, 3, 4, 5])
        #expect(ladder.byHand?.level == 6)
        #expect(ladder.unit.levels.map(\.level) == [0, 1, 2, 3])
        #expect(ladder.officer.levels.map(\.level) == [0, 1, 2])
        #expect(ladder.substitution == .usual)
    }

    @Test("stand above units and officers also where a ladder says nothing of them")
    func usualLadders() throws {
        let text = """
            handling: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: assigned}]}]
            service: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: filer}]}]
            """
        let ladder = try DefinitionReader.ladder(text, file: "ladder.yaml")
        #expect(ladder.unit == .usualAboveUnits && ladder.officer == .usualAboveOfficers)
        #expect(ladder.substitution == .usual && ladder.substitution.longestInDays == 90)
        let section = "\nsubstitution: {longestDays: 30, roles: {handler: [unit]}}"
        let own = try DefinitionReader.ladder(text + section, file: "ladder.yaml").substitution
        #expect(own.longestInDays == 30 && own.places == [.handler: [.unit]])
    }

    @Test("give the ordinary class seven days in one campaign and five in the other")
    func limitsDiffer() throws {
        let limits = try ["enterprise-assistance", "three-deliveries"].map { id in
            try WorkflowFiles.workflow("\(id).yaml").issueClass("C")?.limits["resolve"]?.description
        }
        #expect(limits == ["7wd", "5wd"])
    }
}
