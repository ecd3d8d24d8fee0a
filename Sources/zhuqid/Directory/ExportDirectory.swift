import ArgumentParser
import Casework
import Engine
import Exports
import Foundation
import Store
import UseCases

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
        try await withInstallation(options) { composition in
            try await ExportRoster(
                composition.records.roster, in: composition.world.value.calendars.zone
            )
            .write(
                to: URL(filePath: folder), as: encoding
            ) { table, rowCount in print("\(table.fileName): \(rowCount) rows") }
        }
    }
}
