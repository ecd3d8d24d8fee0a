import ArgumentParser
import Casework
import Definitions
import Diagrams
import Foundation
import Languages

/// Draws a workflow.
struct DrawWorkflow: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case svg, mermaid, dot }

    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draws a workflow on one A3 page, as SVG.",
        discussion: """
            A file, the name of a published workflow, or name@version. Graphviz lays the picture \
            out; where it is not installed, Mermaid text is written instead, and a line says so.
            Example: zhuqid workflow draw Workflows/three-deliveries.yaml --output three.svg
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The workflow.")
    var workflow: String

    @Option(help: "zh or en.")
    var language = Language.zh

    @Option(help: "svg, mermaid or dot; default svg.")
    var format: Format?

    @Option(help: "The file to write; default the standard output.")
    var output: String?

    func run() async throws {
        do {
            let source = try await WorkflowSource.find(workflow) {
                try await options.publishedWorld().definitions
            }
            let diagram = StateDiagram(source.definition, in: language)
            let text = try await picture(of: diagram)
            guard let output else { return print(text, terminator: "") }
            do {
                try Data(text.utf8).write(to: URL(filePath: output))
            } catch {
                throw ValidationError("\(output) can't be written")
            }
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        }
    }

    private func picture(of diagram: StateDiagram) async throws -> String {
        switch format {
        case .mermaid: return diagram.mermaid
        case .dot: return diagram.dot
        case .svg: return try await Graphviz.svg(of: diagram)
        case nil:
            do {
                return try await Graphviz.svg(of: diagram)
            } catch Graphviz.Fault.notInstalled {
                StandardError.write("\(Graphviz.Fault.notInstalled); this is Mermaid text instead")
                return diagram.mermaid
            }
        }
    }
}

extension Language: ExpressibleByArgument {}
