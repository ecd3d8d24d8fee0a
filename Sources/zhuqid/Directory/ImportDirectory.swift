import ArgumentParser
import Engine
import Foundation
import Store
import UseCases

struct ImportDirectory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Puts tables into the directory: all of them, or nothing where a line is wrong.",
        discussion: """
            The name of a file says which table it is: \
            \(RosterTable.allCases.map(\.fileName).joined(separator: ", ")). Headings are those that \
            `directory export` writes; the Chinese or the English half is enough. Rows are added or \
            changed, never removed: give an end date. What would leave open issues without anybody \
            to act is refused, and names them. UTF-8 or GB 18030.
            Example: zhuqid directory import roster/ --dry-run
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "Folders and files.")
    var paths: [String]

    @Flag(help: "Report what would become of each line, and change nothing.")
    var dryRun = false

    @Flag(help: "Report also the lines that change nothing.")
    var verbose = false

    func run() async throws {
        let files = try paths.flatMap(Self.files)
        guard !files.isEmpty else {
            throw ValidationError("no tables there; their names: see --help")
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
                StandardError.write("\(line)")
            } else {
                print(line)
            }
        }
        for warning in report.warnings { StandardError.write("warning: \(warning)") }
        let counts = [RosterReport.Line.Outcome.added, .changed, .unchanged, .refused]
            .map { "\(report.count($0)) \($0)" }.joined(separator: ", ")
        for problem in report.strandings { StandardError.write(problem) }
        if !report.strandings.isEmpty {
            StandardError.write(StrandingCheck.remedy)
        }
        let end =
            report.isRefused
            ? "nothing was imported" : dryRun ? "a dry run: nothing was imported" : "imported"
        print("\(counts): \(end)")
        if report.isRefused { throw ExitCode.failure }
    }

    /// Lists the tables under a path; a folder's other files are none of them.
    private static func files(_ path: String) throws -> [RosterFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ValidationError("there is no file or folder \(path)")
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
            let names = RosterTable.allCases.map(\.fileName).joined(separator: ", ")
            throw ValidationError("\(root.lastPathComponent) is no table; the tables: \(names)")
        }
        return [RosterFile(table: table, bytes: Array(try Data(contentsOf: root)))]
    }
}
