import Casework
import Definitions
import Foundation
import Languages
import Testing
import Workflow

@Suite("Roles of texts that were published before files had any")
struct PublishedRoleTests {
    static let files = ["enterprise-assistance.yaml", "three-deliveries.yaml"]

    /// The text as it stood before: without its roles.
    private static func before(_ file: String) throws -> String {
        let text = try WorkflowFiles.whole(file).source
        let start = try #require(text.range(of: "\nroles:\n")).lowerBound
        let end = try #require(text.range(of: "\npeople:\n")).lowerBound
        return String(text[..<start] + text[end...])
    }

    @Test("are those that the campaigns' files say today", arguments: files)
    func areTheSame(file: String) throws {
        let today = try WorkflowFiles.workflow(file)
        let before = try DefinitionReader.publishedWorkflow(Self.before(file), file: file)
        for (old, new) in zip(before.roles.bindings, today.roles.bindings) {
            // What a file does not have, it needs not name.
            let fields = old.names.filter { !new.names.contains($0) }
            #expect(old.role == new.role && new.names.allSatisfy(old.names.contains))
            #expect(fields.isEmpty || (old.role == "fields.proof" && fields == ["reference"]))
        }
        #expect(before.roles.resolution == "resolve" && before.roles.escalation == "ladder")
    }

    @Test("are never taken for granted in a new file", arguments: files)
    func areAskedFor(file: String) throws {
        let faults = #expect(throws: DefinitionFaults.self) {
            _ = try DefinitionReader.workflow(Self.before(file), file: file)
        }
        #expect(
            faults?.faults.contains { $0.problem.en == "`roles` is missing in the file" } == true)
    }

    @Test("stand in for single roles that a text was published without")
    func singleOnes() throws {
        let text = SmallWorkflow.text.replacing("{closed: done, ", with: "{")
            .replacing("  fields: {proof: reason}\n", with: "")
        let read = try DefinitionReader.publishedWorkflow(text, file: "small.yaml")
        #expect(read.roles.states[.closed] == [])
        #expect(read.roles.fields[.proof] == ["evidence", "reference"])
        #expect(read.roles.resolution == "resolve")
    }
}
