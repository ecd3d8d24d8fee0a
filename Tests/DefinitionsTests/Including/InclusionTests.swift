import Casework
import Definitions
import Languages
import Testing
import Workflow

@Suite("A workflow that includes files")
struct InclusionTests {
    private static let published: PublishedReading = .yaml

    @Test("means what it would mean if all of it stood in one file")
    func sameMeaning() throws {
        let definition = try DefinitionReader.workflow(SmallWorkflow.text, file: "small.yaml")
        #expect(try SplitWorkflow.sound.definition() == definition)
        #expect(SplitWorkflow.sound.faults == [])
    }

    @Test("is published as one text: lines as they stand, comments above them included")
    func wholeText() throws {
        let whole = try SplitWorkflow.sound.whole()
        let expected = SmallWorkflow.text.replacing(
            "  reopen:\n", with: "  # Done is not for ever.\n  reopen:\n")
        #expect(whole.source == expected)
        #expect(try SplitWorkflow.sound.whole().source == whole.source)
    }

    @Test("is read from its whole text alone, which includes nothing any more")
    func wholeAlone() throws {
        let whole = try SplitWorkflow.sound.whole()
        let alone = PublishedTexts.Text(file: "small@1", source: whole.source)
        let definition = try SplitWorkflow.sound.definition()
        #expect(try DefinitionReader.workflow(alone) == definition)
        #expect(try DefinitionReader.publishedWorkflow(whole.source, file: "f") == definition)
        let again = try DefinitionReader.whole(alone, including: .texts([:]))
        #expect(again.source == whole.source && again.origins.isEmpty)
    }

    @Test("knows of each line of its whole text where it was written")
    func origins() throws {
        let split = SplitWorkflow.sound
        let whole = try split.whole()
        let lines = whole.source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let number = index + 1
            let origin = try #require(whole.origins.last { $0.line <= number })
            let text = try #require(
                origin.file == SplitWorkflow.file ? split.main : split.files[origin.file])
            let written = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(written[origin.lineInFile + number - origin.line - 1] == line)
            #expect((origin.takenAt == nil) == (origin.file == SplitWorkflow.file))
        }
        let takings = whole.origins.compactMap(\.takenAt).map { number in
            split.main.split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
        }
        #expect(takings.count == 4 && takings.allSatisfy { $0.contains(": included") })
    }

    @Test("tells what is wrong in an included file at its place there")
    func place() throws {
        var split = SplitWorkflow.sound
        split.files[SplitWorkflow.sharedFile]?.replace("from: done", with: "from: doen")
        let fault = try #require(split.faults.first)
        #expect(fault.file == "shared/parts.yaml" && (fault.line, fault.column) == (17, 11))
        let line = try #require(
            split.main.split(separator: "\n").firstIndex { $0.contains("reopen: included") })
        #expect(
            fault.problem.en.hasSuffix("`doen` (taken at small.yaml:\(line + 1))"),
            "\(fault.problem)")
        let whole = try split.whole()
        let published = #expect(throws: DefinitionFaults.self) {
            _ = try Self.published.workflow(whole)
        }
        #expect(published?.faults.first == fault)
    }

    @Test("may leave what it does not take, and use each name once")
    func untaken() throws {
        let definition = try SplitWorkflow.sound.definition()
        #expect(!definition.actions.flatMap(\.fields).map(\.name).contains("note"))
    }

    @Test("is refused with a fault of its own where only its text is at hand")
    func textAlone() throws {
        let main = SplitWorkflow.sound.text
        for read in [
            { try DefinitionReader.workflow(main) },
            { try DefinitionReader.publishedWorkflow(main.source, file: main.file) },
            { try Self.published.workflow(main) },
        ] as [() throws -> WorkflowDefinition] {
            let refusal = #expect(throws: DefinitionFaults.self) { _ = try read() }
            let fault = try #require(refusal?.faults.first { $0.code == "WF115" })
            #expect((fault.line, fault.column) == (7, 1), "\(fault)")
            #expect(
                fault.problem.en == "only this text is at hand, so that it can't include others")
        }
    }

    @Test("keeps ends of lines as they are, and needs none after the last line")
    func lineEnds() throws {
        var split = SplitWorkflow.sound
        split.main = split.main.replacing("\n", with: "\r\n")
        split.files[SplitWorkflow.sharedFile]?.replace("    to: same\n", with: "    to: same")
        let whole = try split.whole().source
        #expect(whole.contains("\r\n  # Done is not for ever.\n  reopen:\n"))
        #expect(whole.hasSuffix("\r\n"))
        #expect(try split.definition() == SplitWorkflow.sound.definition())
    }

    @Test("is recognised, as are files that are to be included")
    func kinds() throws {
        let (main, files) = (SplitWorkflow.sound.main, SplitWorkflow.sound.files)
        let kind = try DefinitionReader.check(main, file: "f", including: .texts(files))
        #expect(kind == .workflow)
        let shared = try #require(files[SplitWorkflow.sharedFile])
        #expect(try DefinitionReader.check(shared, file: "f") == .shared)
    }
}
