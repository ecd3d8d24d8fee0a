import Definitions
import Languages
import Testing
import Workflow

/// What a role or a choice is called is said by the server: a second word for it would come to differ.
@Suite("Labels of roles and choices")
struct LabelTests {
    /// Captions that are spelt like one.
    private static let captions: Set = ["企业"]

    private static func choices() throws -> Set<String> {
        var labels: Set<String> = []
        for path in try SourceFiles.paths(in: "Workflows", ending: ".yaml") {
            let text = try SourceFiles.text("Workflows/\(path)")
            let files = IncludableFiles.folder(SourceFiles.workflows)
            guard
                case .workflow = try DefinitionReader.check(text, file: path, including: files)
            else { continue }
            let workflow = try DefinitionReader.workflow(text, file: path, including: files)
            for field in workflow.actions.flatMap(\.fields) {
                labels.formUnion(field.choiceLabels.values.map(\.zh))
            }
        }
        return labels
    }

    @Test("stand in no literal of the staff's tool")
    func staff() throws {
        let labels = try Self.choices().union(Right.Role.allCases.map(\.label.zh))
            .subtracting(Self.captions)
        #expect(labels.count > 30)
        for file in try SourceFiles.all() where file.target == "zhuqi" {
            for line in file.code {
                let literals = line.matches(of: /"([^"\\]*)"/).map { String($0.output.1) }
                let found = labels.intersection(literals)
                #expect(found.isEmpty, "\(file): \(found.sorted())")
            }
        }
    }
}
