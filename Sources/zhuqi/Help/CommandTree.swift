import ArgumentParser
import Foundation

/// A command with all below it, as the parser describes it to tools.
struct CommandTree: Decodable {
    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable {
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            let kind: Kind
            let name: String

            var typed: String { kind == .long ? "--\(name)" : "-\(name)" }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let sectionTitle: String?
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let allValues: [String]?
        let abstract: String?
    }

    let commandName: String
    /// What it is called beside its name; absent where that is nothing.
    let aliases: [String]?
    let shouldDisplay: Bool
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandTree]?
    let arguments: [Argument]?

    private struct Dump: Decodable {
        let command: CommandTree
    }

    /// Describes a command in the language of the command line.
    ///
    /// Throws: where the parser describes it in another form, which is a fault of the program.
    static func of(_ command: any ParsableCommand.Type) throws -> CommandTree {
        try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8)).command
    }

    /// Goes down as far as the words name commands; the names that were passed are the last.
    func found(by words: [String]) -> (command: CommandTree, path: [String]) {
        var (command, path) = (self, [commandName])
        for word in words where word != "help" {
            guard let next = command.below.first(where: { $0.isCalled(word) }) else { break }
            command = next
            path.append(next.commandName)
        }
        return (command, path)
    }

    private func isCalled(_ word: String) -> Bool {
        commandName == word || aliases?.contains(word) == true
    }

    /// Without the parser's own command for help.
    var below: [CommandTree] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }
}
