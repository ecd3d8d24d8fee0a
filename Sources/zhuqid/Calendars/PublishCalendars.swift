import ArgumentParser
import Casework

/// Publishes calendars: a changed text becomes the next revision.
struct PublishCalendars: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Makes a revision of each calendar whose text changed.",
        discussion: """
            New clocks begin on the newest revision; those that run stay on theirs until \
            `zhuqid calendar adopt`.
            Example: zhuqid calendar publish Workflows/calendars/cn.yaml
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "Files of one calendar each.")
    var files: [String]

    func run() async throws {
        var texts = PublishedTexts()
        for file in files {
            texts.documents.append(
                ("calendar", .init(file: file, source: try DefinitionFile.text(file))))
        }
        try await texts.publish(to: options)
    }
}
