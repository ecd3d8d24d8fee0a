package import ArgumentParser
import Foundation

/// A command with all below it, as the parser describes it to tools.
package struct CommandTree: Decodable {
    package struct Argument: Decodable {
        package enum Kind: String, Decodable {
            case positional, option, flag
        }

        package struct Name: Decodable {
            package enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            package let kind: Kind
            package let name: String

            package var typed: String { kind == .long ? "--\(name)" : "-\(name)" }
        }

        package let kind: Kind
        package let shouldDisplay: Bool
        package let sectionTitle: String?
        package let isOptional: Bool
        package let isRepeating: Bool
        package let names: [Name]?
        package let valueName: String?
        package let allValues: [String]?
        package let abstract: String?
    }

    package let commandName: String
    /// What it is called beside its name; absent where that is nothing.
    package let aliases: [String]?
    package let shouldDisplay: Bool
    package let abstract: String?
    package let discussion: String?
    package let subcommands: [CommandTree]?
    package let arguments: [Argument]?

    private struct Dump: Decodable {
        let command: CommandTree
    }

    /// Describes a command in the language of the command line.
    ///
    /// Throws: where the parser describes it in another form, which is a fault of the program.
    package static func of(_ command: any ParsableCommand.Type) throws -> CommandTree {
        try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8)).command
    }

    /// Goes down as far as the words name commands; the names that were passed are the last.
    package func found(by words: [String]) -> (command: CommandTree, path: [String]) {
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
    package var below: [CommandTree] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }
}
