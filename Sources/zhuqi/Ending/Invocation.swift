import ArgumentParser
import Client
import CommandText
import Glibc
import Languages
import Settings

/// Runs one command line and ends the process as its outcome asks.
struct Invocation {
    /// With the tool's own name first.
    let arguments: [String]
    let environment: Environment

    func run() async -> Never {
        let console = Console.live(environment)
        let ending = await ending(width: console.canvas.width ?? 80)
        let unknown = UnknownVariable.all(in: environment.variables).map {
            $0.words(in: language)
        }
        if ending.status == .done {
            if !unknown.isEmpty { console.warn(lines: unknown) }
            console.write(lines: ending.answer)
        } else if isForPrograms, let words = ending.words {
            console.warn(document(words, ending.status, unknown))
        } else {
            console.warn(sentences: unknown + ending.lines)
        }
        exit(ending.status.rawValue)
    }

    /// What is left to say, and the status to end with.
    func ending(width: Int = 80) async -> Ending {
        await CommandLanguage.$current.withValue(language) {
            do {
                guard !asksForVersion else { return try await VersionReport(self).ending() }
                var command = try StaffTool.parseAsRoot(given)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                return .done
            } catch {
                return Ending(error, language, command: given, width: width)
            }
        }
    }

    var language: Language {
        CommandLanguage.chosen(arguments: given, environment: environment.variables)
    }

    var given: [String] { Array(arguments.dropFirst()) }

    private var own: ArraySlice<String> { given.prefix { $0 != "--" } }

    private var isForPrograms: Bool { own.contains("--json") || own.contains("--ndjson") }

    private var asksForVersion: Bool { given.first == "--version" }

    private func document(
        _ words: ErrorWords, _ status: EndingStatus, _ warnings: [String]
    ) -> String {
        var words = words
        words.hints += warnings
        do {
            return try PrettyJSON.text(ErrorDocument(words, status))
        } catch {
            return words.lines.joined(separator: "\n") + "\n"
        }
    }
}
