import Definitions
import Foundation
import Languages
import Testing
import Workflow

@Suite("The subject of a workflow")
struct SubjectTests {
    private static func subject(_ line: String) throws -> SubjectKind {
        try DefinitionReader.workflow(
            SmallWorkflow.text.replacing("calendar: cn\n", with: "calendar: cn\n" + line),
            file: "small.yaml"
        ).subject
    }

    @Test("is what the file says, and enterprises where it says nothing")
    func read() throws {
        #expect(try Self.subject("") == .enterprise)
        for kind in SubjectKind.allCases {
            #expect(try Self.subject("subject: \(kind.rawValue)\n") == kind)
        }
    }

    @Test("is enterprises in texts that were published before files said it")
    func published() throws {
        let definition = try DefinitionReader.publishedWorkflow(SmallWorkflow.text, file: "small")
        #expect(definition.subject == .enterprise)
    }

    @Test("shows in a comparison")
    func compared() throws {
        let old = try DefinitionReader.workflow(SmallWorkflow.text, file: "old")
        let new = try DefinitionReader.workflow(
            SmallWorkflow.text.replacing("calendar: cn\n", with: "calendar: cn\nsubject: unit\n"),
            file: "new")
        let lines = WorkflowComparison.lines(old, new, in: .en)
        #expect(lines.count == 1)
        #expect(lines.first?.contains("subject") == true && lines.first?.contains("unit") == true)
    }

    @Test("of meetings is none, and their outcome is decisions")
    func meetings() throws {
        let workflow = try DefinitionReader.workflow(
            WorkflowFiles.text("joint-meeting.yaml"), file: "joint-meeting.yaml")
        #expect(workflow.subject == .nothing)
        #expect(
            workflow.states.map(\.name) == ["called", "held", "minuted", "closed", "calledOff"])
        #expect(workflow.action("minute")?.field("decisions")?.form == .decisions)
    }
}
