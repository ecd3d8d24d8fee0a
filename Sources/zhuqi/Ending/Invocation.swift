import ArgumentParser
import Client
import Glibc
import Languages
import Settings

/// Runs one command line and ends the process as its outcome asks.
struct Invocation {
    let arguments: [String]
    let environment: Environment

    func run() async -> Never {
        let ending = await ending()
        let console = Console.live(environment)
        let unknown = UnknownVariable.all(in: environment.variables)
        if !unknown.isEmpty { console.warn(lines: unknown.map(\.words)) }
        if ending.status == .done {
            console.write(lines: ending.lines)
        } else {
            console.warn(lines: ending.lines)
        }
        exit(ending.status.rawValue)
    }

    /// What is left to say, and the status to end with.
    func ending() async -> Ending {
        var language = Language(environment: environment.variables)
        do {
            var command = try StaffTool.parseAsRoot(Array(arguments.dropFirst()))
            if let session = command as? any SessionCommand {
                language = session.options.language(in: environment)
            }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return Ending(status: .done, lines: [])
        } catch {
            return Ending(error, language)
        }
    }
}

/// Says how the tool ends.
struct Ending: Hashable, Sendable {
    let status: EndingStatus
    let lines: [String]

    init(status: EndingStatus, lines: [String]) {
        self.status = status
        self.lines = lines
    }

    /// Help that was asked for ends well; every other message of the parser is about usage.
    init(_ error: any Error, _ language: Language) {
        let text = ErrorText(language: language)
        switch error {
        case let error as StaffError:
            self.init(status: EndingStatus(error), lines: text.lines(error))
        case let error as ClientError:
            self.init(status: EndingStatus(.client(error)), lines: text.lines(.client(error)))
        default:
            let isHelp = StaffTool.exitCode(for: error) == .success
            self.init(
                status: isHelp ? .done : .usage, lines: [StaffTool.fullMessage(for: error)])
        }
    }
}
