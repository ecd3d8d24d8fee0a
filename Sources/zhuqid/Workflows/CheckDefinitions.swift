import ArgumentParser
import CommandText
import Definitions
import Languages

/// Tells every fault of definition files at once.
struct CheckDefinitions: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "check",
            abstract: Label(
                zh: "一次说出定义文件的全部错误。",
                en: "Tells every fault of definition files at once."),
            discussion: Label(
                zh: """
                    工作流、工作日历、派单规则、提级阶梯、通知与组织机构都可以，从内容识别种类。错误写作 文件:行:列：哪里不对；应当怎样。工作流引用的文件一并\
                    检查，错误说在所引文件的位置。有错误，以 1 结束。不需要数据库。
                    例：
                      zhuqid workflow check Workflows/*.yaml
                    """,
                en: """
                    Workflows, and also calendars, routing, ladders, notices and directories: \
                    the kind is seen from the keys. A fault is told as file:line:column: what \
                    is wrong; what would be right. Files that a workflow includes are checked \
                    with it: what is wrong in one is told at its place there. Ends with 1 where \
                    there is any. Needs no database.
                    Example:
                      zhuqid workflow check Workflows/*.yaml
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "文件。",
            en: "The files.", value: ("文件", "files")))
    var files: [String]

    func run() async throws {
        // Several workflows include one file: its faults are told once.
        var faults: Set<DefinitionFault> = []
        for file in files {
            do throws(DefinitionFaults) {
                let kind = try DefinitionReader.check(
                    try Self.text(file), file: file, including: .beside(file))
                let words = Self.words(for: kind)
                say(zh: "\(file)：没有错误（\(words.zh)）", en: "\(file): a sound \(words.en)")
            } catch {
                for fault in error.faults where faults.insert(fault).inserted {
                    print(fault.words(in: CommandLanguage.current))
                }
            }
        }
        guard !faults.isEmpty else { return }
        StandardError.write(zh: "\(faults.count) 处错误", en: faults.count.english("fault"))
        throw ExitCode.failure
    }

    private static func words(for kind: DefinitionKind) -> Label {
        switch kind {
        case .workflow, .routing, .ladder, .notices, .directory, .calendar: kind.label
        case .shared:
            Label(
                zh: "供引用的文件；其中的名称随引用它的工作流检查",
                en: "file to include; its names are checked with the workflows that take them")
        }
    }

    /// A file that can't be read is a fault at its first character, so that the others are checked.
    private static func text(_ file: String) throws(DefinitionFaults) -> String {
        do {
            return try DefinitionFile.text(file)
        } catch {
            // Worded in the language of the command line already.
            let reason = (error as? ValidationError)?.message
            throw DefinitionReader.unreadable(
                file: file,
                Label(zh: reason ?? "文件读不了", en: reason ?? "it can't be read"))
        }
    }
}
