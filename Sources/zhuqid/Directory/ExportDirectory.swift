import ArgumentParser
import Casework
import CommandText
import Engine
import Exports
import Foundation
import Languages
import Store
import UseCases

struct ExportDirectory: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "export",
            abstract: Label(
                zh: "把组织机构各表写到文件夹。",
                en: "Writes the tables of the directory into a folder."),
            discussion: Label(
                zh: """
                    例：
                      zhuqid directory export roster/ --encoding gb18030
                    """,
                en: """
                    Example:
                      zhuqid directory export roster/ --encoding gb18030
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "文件夹；没有则新建。", en: "The folder; it is made where there is none.",
            value: ("文件夹", "folder")))
    var folder: String

    @Option(
        help: ArgumentHelp(
            zh: "编码：utf8（带 BOM）或 gb18030。", en: "utf8 (with a byte order mark) or gb18030.",
            value: ("编码", "encoding")))
    var encoding = "utf8"

    func run() async throws {
        guard let encoding = PlainTable.Encoding(rawValue: encoding) else {
            throw ValidationError(
                zh: "--encoding：可填 utf8、gb18030", en: "--encoding: utf8 or gb18030")
        }
        try await withInstallation(options) { composition in
            try await ExportRoster(
                composition.records.roster, in: composition.world.value.calendars.zone
            )
            .write(
                to: URL(filePath: folder), as: encoding
            ) { table, rowCount in
                say(
                    zh: "\(table.fileName)：\(rowCount) 行",
                    en: "\(table.fileName): \(rowCount) rows")
            }
        }
    }
}
