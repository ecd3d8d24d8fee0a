import Definitions
import Foundation
import Testing
import Workflow

@Suite("The page about the language")
struct LanguagePageTests {
    private static func page() throws -> String { try WorkflowFiles.text("LANGUAGE.md") }

    /// The blocks of the page, one after the other, as lines.
    private static func example() throws -> String {
        try page().components(separatedBy: "```yaml\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }.joined()
    }

    @Test("is a whole workflow that could be published")
    func isSound() throws {
        do {
            let workflow = try DefinitionReader.workflow(Self.example(), file: "LANGUAGE.md")
            #expect(workflow.id == "village-help")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("has an example of every guard, effect and kind of thing")
    func isComplete() throws {
        let example = try Self.example()
        let words =
            DefinitionWords.guards + DefinitionWords.effects
            + StateDefinition.Kind.allCases.map(\.rawValue)
            + ClockDefinition.Party.allCases.map(\.rawValue)
        for word in words {
            #expect(
                example.firstMatch(of: try Regex("\\b\(word)\\b")) != nil, "no example of \(word)")
        }
    }

    @Test("binds every role of the engine, links and the audit")
    func bindsEveryRole() throws {
        let example = try Self.example()
        for binding in WorkflowRoles().bindings {
            let role = try #require(binding.role.split(separator: ".").last)
            #expect(example.contains("\(role): "), "\(role) is not bound")
        }
    }

    @Test("names every fault of files that workflows share, and all that can be shared")
    func namesSharing() throws {
        let page = try Self.page()
        let codes = Set(FaultyInclusion.variants.flatMap(\.broken.faults).map(\.code))
        for code in (114...119).map({ "WF\($0)" }) {
            #expect(codes.contains(code) && page.contains("| \(code) | "), "\(code)")
        }
        let shareable = "categories, classes, counters, clocks, people, fields, groups and actions"
        #expect(page.lowercased().contains(shareable))
    }

    @Test("names every role, relation, form, quantity and audience")
    func namesEveryWord() throws {
        let page = try Self.page()
        let words =
            DefinitionWords.forms + Right.Relation.allCases.map(\.rawValue)
            + Right.Role.allCases.filter { $0 != .system }.map(\.rawValue)
            + ValueDefinition.Quantity.allCases.map(\.rawValue)
            + Effect.Audience.allCases.map(\.rawValue) + SubjectKind.allCases.map(\.rawValue)
        for word in words {
            #expect(page.firstMatch(of: try Regex("\\b\(word)\\b")) != nil, "\(word) is not named")
        }
    }
}
