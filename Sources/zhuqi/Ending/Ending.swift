import ArgumentParser
import Client
import CommandText
import Languages

/// Says how the tool ends.
struct Ending: Sendable {
    let status: EndingStatus
    /// What is left to say where the tool did what was asked.
    var answer: [String] = []
    /// What went wrong.
    var words: ErrorWords?

    static let done = Ending(status: .done)

    /// What people read at the end.
    var lines: [String] { words?.lines ?? answer }
}

extension Ending {
    /// Help that was asked for ends well; every other message of the parser is about usage.
    init(_ error: any Error, _ language: Language, command: [String] = [], width: Int = 80) {
        let text = ErrorText(language: language)
        switch error {
        case let error as StaffError:
            self.init(status: EndingStatus(error), words: text.words(error))
        case let error as ClientError:
            self.init(status: EndingStatus(error), words: text.words(error))
        case let error where StaffTool.exitCode(for: error) == .success:
            self.init(
                status: .done, answer: Self.page(for: error, language, command, width: width))
        case let error where StaffTool.exitCode(for: error) == .validationFailure:
            self.init(status: .usage, words: Self.usage(error, language))
        default:
            self.init(
                status: .failed, words: ErrorWords(message: StaffTool.message(for: error).plain))
        }
    }

    /// Help in the tool's own form; whatever else the parser answers, such as completion, as it is.
    private static func page(
        for error: any Error, _ language: Language, _ command: [String], width: Int
    ) -> [String] {
        let message = StaffTool.fullMessage(for: error)
        guard message.hasPrefix("OVERVIEW:") else { return [message] }
        do {
            let found = try CommandTree.of(StaffTool.self).found(by: command)
            return HelpPage(
                command: found.command, path: found.path, language: language, width: width,
                version: VersionReport.purpose
            ).lines
        } catch {
            return [message]
        }
    }

    private static func usage(_ error: any Error, _ language: Language) -> ErrorWords {
        let usage = UsageText(
            StaffTool.message(for: error), whole: StaffTool.fullMessage(for: error))
        return ErrorWords(
            message: usage.message(in: language), hints: usage.hints(in: language))
    }
}
