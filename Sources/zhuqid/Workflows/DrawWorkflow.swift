import ArgumentParser
import Casework
import CommandText
import Definitions
import Diagrams
import Foundation
import Languages

/// Draws a workflow.
struct DrawWorkflow: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case svg, mermaid, dot }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "draw",
            abstract: Label(
                zh: "把工作流画在一张 A3 上，格式为 SVG。",
                en: "Draws a workflow on one A3 page, as SVG."),
            discussion: Label(
                zh: """
                    可以是文件、已发布工作流的名称，或 名称@版本。由 Graphviz 排版；没有安装的，改写 Mermaid 文本，并加以说明。
                    例：
                      zhuqid workflow draw Workflows/three-deliveries.yaml --output three.svg
                    """,
                en: """
                    A file, the name of a published workflow, or name@version. Graphviz lays \
                    the picture out; where it is not installed, Mermaid text is written \
                    instead, and a line says so.
                    Example:
                      zhuqid workflow draw Workflows/three-deliveries.yaml --output three.svg
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "工作流。",
            en: "The workflow.", value: ("工作流", "workflow")))
    var workflow: String

    @Option(
        help: ArgumentHelp(
            zh: "图中文字的语言：zh 或 en。",
            en: "zh or en.", value: ("语言", "language")))
    var language = Language.zh

    @Option(
        help: ArgumentHelp(
            zh: "格式：svg、mermaid 或 dot，默认 svg。",
            en: "svg, mermaid or dot; default svg.", value: ("格式", "format")))
    var format: Format?

    @Option(
        help: ArgumentHelp(
            zh: "写到哪个文件；默认标准输出。",
            en: "The file to write; default the standard output.", value: ("文件", "output")))
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
                throw ValidationError(
                    zh: "\(output) 写不了",
                    en: "\(output) can't be written")
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
                let fault = Graphviz.Fault.notInstalled.words
                StandardError.write(
                    zh: "\(fault.zh)；以下改为 Mermaid 文本",
                    en: "\(fault.en); this is Mermaid text instead")
                return diagram.mermaid
            }
        }
    }
}

extension Language: ExpressibleByArgument {}
