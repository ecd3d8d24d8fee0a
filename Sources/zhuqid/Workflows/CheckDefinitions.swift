import ArgumentParser
import Definitions

/// Tells every fault of definition files at once.
struct CheckDefinitions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells every fault of definition files at once.",
        discussion: """
            Workflows, and also calendars, routing, ladders, notices and directories: the kind is \
            seen from the keys. A fault is told as file:line:column: what is wrong; what would be right. \
            Ends with 1 where there is any. Needs no database.
            Example: zhuqid workflow check Workflows/*.yaml
            """)

    @Argument(help: "The files.")
    var files: [String]

    func run() async throws {
        var faultCount = 0
        for file in files {
            do throws(DefinitionFaults) {
                let kind = try DefinitionReader.check(
                    try Self.text(file), file: file)
                print("\(file): a sound \(kind.rawValue)")
            } catch {
                for fault in error.faults { print(fault) }
                faultCount += error.faults.count
            }
        }
        guard faultCount > 0 else { return }
        StandardError.write("\(faultCount) \(faultCount == 1 ? "fault" : "faults")")
        throw ExitCode.failure
    }

    /// A file that can't be read is a fault at its first character, so that the others are checked.
    private static func text(_ file: String) throws(DefinitionFaults) -> String {
        do {
            return try DefinitionFile.text(file)
        } catch {
            let reason = (error as? ValidationError)?.message ?? "it can't be read"
            throw DefinitionReader.unreadable(file: file, reason)
        }
    }
}
