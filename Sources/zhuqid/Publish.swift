import ArgumentParser
import Casework
import CommandText
import Definitions
import Foundation
import Languages
import Store
import UseCases

/// Publishes what an institution decides: workflows, calendars, routing, ladder, directory.
struct Publish: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "publish",
            abstract: Label(
                zh: "发布工作流、工作日历、派单规则、提级阶梯与组织机构。",
                en: "Publishes workflows, calendars, routing, ladder and directory."),
            discussion: Label(
                zh: """
                    内容没有变化的，不重复发布。工作流有改动，须提高 version；工作日历等改动即成为下一修订版。在办问题仍按原版本办理。若新的组织机构会使\
                    在办问题无人能办，则不予发布，并逐一列出。
                    例：
                      zhuqid publish --workflows Workflows --directory \
                      Workflows/demo/directory.yaml
                    """,
                en: """
                    The same text again changes nothing. A changed workflow needs a higher \
                    `version`; calendars and the rest become the next revision. Cases that run \
                    stay on theirs. A directory that would leave open issues without anybody to \
                    act is refused, and names them.
                    Example:
                      zhuqid publish --workflows Workflows --directory \
                      Workflows/demo/directory.yaml
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            zh: "文件夹：*.yaml、calendars/*.yaml 以及工作流引用的文件。",
            en: "The folder with *.yaml, calendars/*.yaml and what workflows include.",
            value: ("文件夹", "folder")))
    var workflows: String?

    @Option(
        help: ArgumentHelp(
            zh: "组织机构文件：单位、人员、企业。", en: "A directory of units, persons and enterprises.",
            value: ("文件", "path")))
    var directory: String?

    @Flag(
        help: ArgumentHelp(
            zh: "只说每个文件会怎样，不发布。",
            en: "Report what would become of each text, and publish nothing."))
    var dryRun = false

    func run() async throws {
        guard workflows != nil || directory != nil else {
            throw ValidationError(
                zh: "--workflows、--directory：请写明要发布什么",
                en: "--workflows, --directory: say what to publish")
        }
        let texts = try texts()
        try await texts.publish(to: options, isDryRun: dryRun)
        if dryRun { say(zh: "这是试运行：没有发布", en: "a dry run: nothing was published") }
    }

    private func texts() throws -> PublishedTexts {
        do {
            return try PublishedFiles.read(folder: workflows, directory: directory)
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        }
    }
}

extension PublishedTexts {
    /// Publishes over a connection of its own; prints what became of each text, or why nothing did.
    func publish(to options: DatabaseOptions, isDryRun: Bool = false) async throws {
        do {
            let lines = try await options.withConnection { connection in
                let statements = NamedStatements(over: connection, try options.queries())
                return try await UseCases.Publish(
                    through: DirectoryTransactions(statements), by: .yaml, at: RealTime.now
                ).publish(self, isDryRun: isDryRun)
            }
            for line in lines { say(line) }
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        } catch let refusal as PublicationRefusal {
            StandardError.write(refusal.words)
            throw ExitCode.failure
        }
    }
}

/// Reads the files that are to be published.
enum PublishedFiles {
    static func read(folder: String?, directory: String?) throws -> PublishedTexts {
        var texts = PublishedTexts()
        if let folder {
            let root = URL(filePath: folder)
            for file in try yaml(in: root) { try add(file, to: &texts) }
            let calendars = root.appending(path: "calendars")
            for file in try exists(calendars) ? yaml(in: calendars) : [] {
                texts.documents.append(("calendar", try text(file)))
            }
        }
        if let directory { texts.directory = try text(URL(filePath: directory)) }
        return texts
    }

    private static func add(_ file: URL, to texts: inout PublishedTexts) throws {
        switch file.deletingPathExtension().lastPathComponent {
        case "routing": texts.documents.append(("routing", try text(file)))
        case "notices": texts.documents.append(("notices", try text(file)))
        case "ladder": texts.documents.append(("ladder", try text(file)))
        default:
            texts.workflows.append(
                try DefinitionReader.whole(
                    try text(file), including: .beside(file.path(percentEncoded: false))))
        }
    }

    private static func exists(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
    }

    private static func yaml(in folder: URL) throws -> [URL] {
        guard exists(folder) else {
            let path = folder.path(percentEncoded: false)
            throw ValidationError(zh: "没有文件夹 \(path)", en: "there is no folder \(path)")
        }
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }

    private static func text(_ file: URL) throws -> PublishedTexts.Text {
        PublishedTexts.Text(
            file: file.path(percentEncoded: false),
            source: try DefinitionFile.text(file.path(percentEncoded: false)))
    }
}
