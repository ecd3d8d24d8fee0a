import ArgumentParser
import CommandText
import Engine
import Foundation
import Languages
import Store
import UseCases

struct ImportDirectory: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "import",
            abstract: Label(
                zh: "把各表导入组织机构：全部导入；有一行不对，就都不导入。",
                en: "Puts tables into the directory: all of them, or nothing where a line is wrong."
            ),
            discussion: Label(
                zh: """
                    文件名说明是哪张表：\(tables(in: .zh))。\
                    表头与 directory export 写出的相同，只写中文或只写英文都可以。\
                    只新增、只修改，从不删除：请填结束日期。\
                    会使在办问题无人能办的，不予导入，并逐一列出。编码为 UTF-8 或 GB 18030。
                    例：
                      zhuqid directory import roster/ --dry-run
                    """,
                en: """
                    The name of a file says which table it is: \(tables(in: .en)). \
                    Headings are those that `directory export` writes; the Chinese or the English \
                    half is enough. Rows are added or changed, never removed: give an end date. \
                    What would leave open issues without anybody to act is refused, and names them. \
                    UTF-8 or GB 18030.
                    Example:
                      zhuqid directory import roster/ --dry-run
                    """))
    }

    private static func tables(in language: Language) -> String {
        language.list(RosterTable.allCases.map(\.fileName))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "文件夹与文件。", en: "Folders and files.", value: ("路径", "paths")))
    var paths: [String]

    @Flag(
        help: ArgumentHelp(
            zh: "只说每行会怎样，不导入。",
            en: "Report what would become of each line, and change nothing."))
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            zh: "没有变化的行也列出。", en: "Report also the lines that change nothing."))
    var verbose = false

    func run() async throws {
        let files = try paths.flatMap(Self.files)
        guard !files.isEmpty else {
            throw ValidationError(
                zh: "那里没有可导入的表；文件名见 --help",
                en: "no tables there; their names: see --help")
        }
        let report = try await withInstallation(options) { composition in
            try await ImportRoster(
                through: composition.directoryTransactions, world: composition.world.value,
                catalogue: composition.catalogue, at: try await composition.now()
            ).put(files, isDryRun: dryRun)
        }
        try tell(report)
    }

    private func tell(_ report: RosterReport) throws {
        for line in report.lines where verbose || line.outcome != .unchanged {
            if line.outcome == .refused {
                StandardError.write(line.text)
            } else {
                say(line.text)
            }
        }
        for warning in report.warnings {
            StandardError.write(zh: "注意：\(warning.zh)", en: "warning: \(warning.en)")
        }
        for problem in report.strandings { StandardError.write(problem) }
        if !report.strandings.isEmpty {
            StandardError.write(StrandingCheck.remedy)
        }
        say(sum(of: report))
        if report.isRefused { throw ExitCode.failure }
    }

    private func sum(of report: RosterReport) -> Label {
        let outcomes = [RosterReport.Line.Outcome.added, .changed, .unchanged, .refused]
        let end =
            report.isRefused
            ? Label(zh: "没有导入", en: "nothing was imported")
            : dryRun
                ? Label(zh: "这是试运行：没有导入", en: "a dry run: nothing was imported")
                : Label(zh: "已导入", en: "imported")
        return Label { language in
            let counts = outcomes.map { outcome in
                let count = "\(report.count(outcome))"
                return language(
                    "\(outcome.label.zh) \(count)", "\(count) \(outcome.label.en)")
            }
            return language.list(counts) + language("：", ": ") + end.text(in: language)
        }
    }

    /// Lists the tables under a path; a folder's other files are none of them.
    private static func files(_ path: String) throws -> [RosterFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ValidationError(
                zh: "没有文件或文件夹 \(path)", en: "there is no file or folder \(path)")
        }
        let root = URL(filePath: path)
        if isFolder.boolValue {
            return try RosterTable.allCases.compactMap { table in
                let file = root.appending(path: table.fileName)
                guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
                else { return nil }
                return RosterFile(table: table, bytes: Array(try Data(contentsOf: file)))
            }
        }
        guard
            let table = RosterTable.allCases.first(where: {
                $0.fileName == root.lastPathComponent
            })
        else {
            let (name, all) = (root.lastPathComponent, RosterTable.allCases.map(\.fileName))
            throw ValidationError(
                zh: "\(name) 不是可导入的表；表有：\(Language.zh.list(all))",
                en: "\(name) is no table; the tables: \(Language.en.list(all))")
        }
        return [RosterFile(table: table, bytes: Array(try Data(contentsOf: root)))]
    }
}
