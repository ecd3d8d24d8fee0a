import ArgumentParser
import Casework
import CommandText
import Languages

/// Publishes calendars: a changed text becomes the next revision.
struct PublishCalendars: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "publish",
            abstract: Label(
                zh: "内容有变化的日历，各发布一个修订版。",
                en: "Makes a revision of each calendar whose text changed."),
            discussion: Label(
                zh: """
                    新开始的时限用最新修订版；正在计时的仍用原版，直到 zhuqid calendar adopt。
                    例：
                      zhuqid calendar publish Workflows/calendars/cn.yaml
                    """,
                en: """
                    New clocks begin on the newest revision; those that run stay on theirs \
                    until `zhuqid calendar adopt`.
                    Example:
                      zhuqid calendar publish Workflows/calendars/cn.yaml
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "文件，每个一部日历。", en: "Files of one calendar each.", value: ("文件", "files")))
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
