import Casework
import Definitions
import Testing
import Workflow

@Suite("The files under Workflows")
struct WorkflowFileTests {
    @Test("are all valid, and none is of a kind that nobody reads")
    func valid() throws {
        for path in try SourceFiles.paths(in: "Workflows", ending: "")
        where path.contains(".") && !Self.pages.contains(path) && !path.hasPrefix("pictures/") {
            let text = try SourceFiles.text("Workflows/\(path)")
            #expect(path.hasSuffix(".yaml"), "\(path)")
            #expect(throws: Never.self, "\(path)") { try Self.read(text, path) }
        }
    }

    /// What people read, not the program.
    private static let pages: Set = ["LANGUAGE.md", "CALENDARS.md", "AUDIT.md"]

    private static func read(_ text: String, _ path: String) throws {
        switch path {
        case "routing.yaml": _ = try DefinitionReader.routing(text, file: path)
        case "notices.yaml": _ = try DefinitionReader.notices(text, file: path)
        case "ladder.yaml": _ = try DefinitionReader.ladder(text, file: path)
        case let path where path.hasPrefix("calendars/"):
            _ = try DefinitionReader.calendar(text, file: path)
        case let path where path.hasPrefix("demo/"):
            _ = try DefinitionReader.directory(text, file: path)
        case let path where path.hasPrefix("shared/"):
            let kind = try DefinitionReader.check(text, file: path)
            #expect(kind == .shared, "\(path)")
        default:
            _ = try DefinitionReader.workflow(
                text, file: path, including: .folder(SourceFiles.workflows))
        }
    }

    @Test(
        "route every category of every workflow",
        arguments: ["enterprise-assistance", "three-deliveries"])
    func routed(name: String) throws {
        let workflow = try DefinitionReader.workflow(
            SourceFiles.text("Workflows/\(name).yaml"), file: name,
            including: .folder(SourceFiles.workflows))
        let table = try DefinitionReader.routing(
            SourceFiles.text("Workflows/routing.yaml"), file: "routing.yaml",
            for: workflow.categories)
        for category in workflow.categories {
            #expect(table.rule(for: category.code, text: "") != nil, "\(category.code)")
        }
    }
}
