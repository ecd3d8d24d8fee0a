import ArgumentParser
import Casework
import CommandText
import Definitions
import Languages
import Store
import UseCases

/// Prints the text of a workflow.
struct PrintWorkflow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "text",
            abstract: Label(
                zh: "写出工作流全文，引用的文件一并写入。",
                en:
                    "Prints the whole text of a workflow, what it takes from other files written in."
            ),
            discussion: Label(
                zh: """
                    给文件，写出将要发布的内容；给已发布工作流的名称（取最新版本）或 名称@版本，写出当时发布的内容。可以逐行比较。
                    例：
                      zhuqid workflow text Workflows/enterprise-assistance.yaml
                    """,
                en: """
                    Of a file what would be published; of the name of a published workflow (its \
                    newest version), or name@version, what was. So the lines of two can be \
                    compared.
                    Example:
                      zhuqid workflow text Workflows/enterprise-assistance.yaml
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "工作流。",
            en: "The workflow.", value: ("工作流", "workflow")))
    var workflow: String

    func run() async throws {
        do {
            let text = try await WorkflowSource.isFile(workflow) ? whole() : published()
            print(text, terminator: "")
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        }
    }

    private func whole() throws -> String {
        let text = PublishedTexts.Text(file: workflow, source: try DefinitionFile.text(workflow))
        return try DefinitionReader.whole(text, including: .beside(workflow)).source
    }

    private func published() async throws -> String {
        try await options.withPool(size: 2, ToolLogger.make()) { pool in
            let records = PublicationRecords(NamedStatements(over: pool, try options.queries()))
            let world = try await LoadWorld(records, by: .yaml).load().world
            let found = try WorkflowSource.published(workflow, in: world.definitions)
            guard let version = try await records.versions().first(where: { $0.id == found.id })
            else {
                throw ValidationError(
                    zh: "没有发布工作流“\(workflow)”",
                    en: "no workflow \(workflow) is published")
            }
            return version.source
        }
    }
}
