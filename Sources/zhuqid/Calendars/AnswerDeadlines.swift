import ArgumentParser
import Casework
import Definitions
import Foundation
import HTTPAPI
import WorkingTime

/// Computes and explains deadlines, one a line.
struct AnswerDeadlines: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "Computes and explains deadlines: a question a line on stdin, an answer a line.",
        discussion: """
            The questions are those of POST /v1/deadlines, in JSON. What can't be answered gets an \
            error with its line number, and the next line its answer. Calendars are the published \
            ones (`cn`, `cn@1`), or those of files.
            Example: echo '{"calendar":"cn","start":"2026-10-09T10:00:00",\
            "target":{"value":7,"unit":"workingDays"},"explain":true}' \
            | zhuqid deadline --calendars Workflows/calendars/cn.yaml
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "A file of one calendar or of many (calendars: {…}); repeated.")
    var calendars: [String] = []

    @Option(help: "Leaves out the lists of the files that were published after this day.")
    var asOf: String?

    func validate() throws {
        guard asOf == nil || !calendars.isEmpty else {
            throw ValidationError("--as-of: goes with --calendars")
        }
        _ = try day()
    }

    func run() async throws {
        let shelf = try await shelf()
        let lines = DeadlineLines { name throws(DeadlineLines.CalendarUnavailable) in
            try shelf.calendar(name)
        }
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            let answer = lines.answer(line, number: number)
            do {
                try FileHandle.standardOutput.write(contentsOf: Data((answer + "\n").utf8))
            } catch {
                StandardError.write("the answer to line \(number) can't be written")
                throw ExitCode.failure
            }
        }
    }

    private func day() throws -> CalendarDate? {
        do {
            return try asOf.map { try CalendarDate($0) }
        } catch let refusal as WorkingTimeRefusal {
            throw ValidationError("--as-of: \(refusal.message)")
        }
    }

    private func shelf() async throws -> CalendarShelf {
        guard !calendars.isEmpty else {
            return CalendarShelf(published: try await options.publishedWorld())
        }
        let day = try day()
        var definitions: [String: CalendarShelf.Source] = [:]
        for file in calendars {
            let text = try DefinitionFile.text(file, sizeLimit: DefinitionFile.toolSizeLimit)
            do throws(DefinitionFaults) {
                let found = try DefinitionReader.calendars(text, file: file, knownOn: day)
                definitions.merge(found) { _, later in later }
            } catch {
                throw error.tell()
            }
        }
        return CalendarShelf(definitions)
    }
}

/// Holds the calendars that questions may name; those of files are built when they are first asked.
final class CalendarShelf {
    typealias Source = Result<CalendarDefinition, DefinitionFaults>

    /// More calendars than these are not kept at once: each takes about a megabyte.
    private static let keptCount = 64

    private let definitions: [String: Source]
    private let published: World?
    private var built: [String: WorkingCalendar] = [:]

    init(_ definitions: [String: Source]) {
        self.definitions = definitions
        published = nil
    }

    init(published: World) {
        self.published = published
        definitions = [:]
    }

    func calendar(
        _ name: String
    ) throws(DeadlineLines.CalendarUnavailable) -> WorkingCalendar {
        if let published {
            if let calendar = published.calendar(name) { return calendar }
            throw .unknown(
                name,
                known: published.calendarNames.flatMap { name in
                    published.calendars(named: name).map { "\(name)@\($0.revision)" }
                })
        }
        if let calendar = built[name] { return calendar }
        guard let source = definitions[name] else {
            throw .unknown(name, known: Array(definitions.keys))
        }
        let calendar = try build(source)
        if built.count >= Self.keptCount { built = [:] }
        built[name] = calendar
        return calendar
    }

    private func build(
        _ source: Source
    ) throws(DeadlineLines.CalendarUnavailable) -> WorkingCalendar {
        switch source {
        case .failure(let faults):
            throw .init(
                code: faults.faults[0].code,
                message: faults.faults.map(\.description).joined(separator: "\n"))
        case .success(let definition):
            do throws(CalendarFaults) {
                return try WorkingCalendar(definition, revision: 1)
            } catch {
                throw .init(
                    code: error.all[0].code,
                    message: error.all.map(\.description).joined(separator: "\n"))
            }
        }
    }
}
