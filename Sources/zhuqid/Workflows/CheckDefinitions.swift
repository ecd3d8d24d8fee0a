import ArgumentParser
import Definitions

/// Tells every fault of definition files at once.
struct CheckDefinitions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells every fault of definition files at once.",
        discussion: """
            Workflows, and also calendars, routing, ladders, notices and directories: the kind is \
            seen from the keys. A fault is told as file:line:column: what is wrong; what would be right. \
            Files that a workflow includes are checked with it: what is wrong in one is told at its place \
            there. Ends with 1 where there is any. Needs no database.
            Example: zhuqid workflow check Workflows/*.yaml
            """)

    @Argument(help: "The files.")
    var files: [String]

    func run() async throws {
        // Several workflows include one file: its faults are told once.
        var faults: Set<DefinitionFault> = []
        for file in files {
            do throws(DefinitionFaults) {
                let kind = try DefinitionReader.check(
                    try Self.text(file), file: file, including: .beside(file))
                print("\(file): a sound \(Self.words(for: kind))")
            } catch {
                for fault in error.faults where faults.insert(fault).inserted { print(fault) }
            }
        }
        guard !faults.isEmpty else { return }
        StandardError.write("\(faults.count) \(faults.count == 1 ? "fault" : "faults")")
        throw ExitCode.failure
    }

    private static func words(for kind: DefinitionKind) -> String {
        switch kind {
        case .workflow, .routing, .ladder, .notices, .directory, .calendar: kind.rawValue
        case .shared: "file to include; its names are checked with the workflows that take them"
        }
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
