import ArgumentParser
import Casework
import Engine
import Exports
import Foundation
import Postgres
import Store

/// Works on the directory: units, officers, enterprises, pairings.
struct DirectoryCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "Imports and exports the directory as CSV, and hands over between officers.",
        subcommands: [ImportDirectory.self, ExportDirectory.self, HandOver.self])
}

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
        let house = try await House(options, poolSize: 2, linkKey: nil, ToolLogger.make())
        let world = house.world.value
        let store = house.store
        let (now, isDryRun) = (try await house.now(), dryRun)
        let report: RosterImporter.Report
        do {
            report = try await house.pool.withConnection { connection in
                try await RosterImporter(
                    connection: connection, store: store, world: world, now: now
                ).put(files, isDryRun: isDryRun)
            }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        try tell(report)
    }

    private func tell(_ report: RosterImporter.Report) throws {
        for line in report.lines where verbose || line.outcome != .unchanged {
            if line.outcome == .refused {
                StandardError.write("\(line)")
            } else {
                print(line)
            }
        }
        for warning in report.warnings { StandardError.write("warning: \(warning)") }
        let counts = [RosterImporter.LineReport.Outcome.added, .changed, .unchanged, .refused]
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

struct ExportDirectory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the tables of the directory into a folder.",
        discussion: "Example: zhuqid directory export roster/ --encoding gb18030")

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The folder; it is made where there is none.")
    var folder: String

    @Option(help: "utf8 (with a byte order mark) or gb18030.")
    var encoding = "utf8"

    func run() async throws {
        guard let encoding = PlainTable.Encoding(rawValue: encoding) else {
            throw ValidationError("--encoding: utf8 or gb18030")
        }
        let house = try await House(options, poolSize: 2, linkKey: nil, ToolLogger.make())
        let (zone, queries) = (house.world.value.zone, house.queries)
        let root = URL(filePath: folder)
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            try await house.pool.withConnection { connection in
                let exporter = RosterExporter(
                    connection: connection, queries: queries, zone: zone)
                for table in RosterTable.allCases {
                    let rows = try await exporter.rows(of: table)
                    try PlainTable(headings: table.headings, rows: rows).data(encoding)
                        .write(to: root.appending(path: table.fileName), options: .atomic)
                    print("\(table.fileName): \(rows.count) rows")
                }
            }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
    }
}
