import APIText
import ArgumentParser
import Casework
import CommandText
import Definitions
import Foundation
import Languages
import WorkingTime

/// Computes and explains deadlines, one a line.
struct AnswerDeadlines: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "deadline",
            abstract: Label(
                zh: "计算并解释期限：标准输入每行一问，每行一答。",
                en: "Computes and explains deadlines: a question a line on stdin, an answer a line."
            ),
            discussion: Label(
                zh: """
                    问题与 POST /v1/deadlines 相同，用 JSON 写。答不了的一行给出错误与行号，后面的照答。日历用已发布的（cn、\
                    cn@1），或用文件里的。
                    例：
                      echo '{"calendar":"cn","start":"2026-10-09T10:00:00",\\
                        "target":{"value":7,"unit":"workingDays"},"explain":true}' \\
                        | zhuqid deadline --calendars Workflows/calendars/cn.yaml
                    """,
                en: """
                    The questions are those of POST /v1/deadlines, in JSON. What can't be \
                    answered gets an error with its line number, and the next line its answer. \
                    Calendars are the published ones (`cn`, `cn@1`), or those of files.
                    Example:
                      echo '{"calendar":"cn","start":"2026-10-09T10:00:00",\\
                        "target":{"value":7,"unit":"workingDays"},"explain":true}' \\
                        | zhuqid deadline --calendars Workflows/calendars/cn.yaml
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            zh: "一部或多部日历（calendars: {…}）的文件；可重复。",
            en: "A file of one calendar or of many (calendars: {…}); repeated.",
            value: ("文件", "path")))
    var calendars: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "不算这一天之后公布的名单。",
            en: "Leaves out the lists of the files that were published after this day.",
            value: ("日期", "day")))
    var asOf: String?

    func validate() throws {
        guard asOf == nil || !calendars.isEmpty else {
            throw ValidationError(
                zh: "--as-of：须与 --calendars 一起用", en: "--as-of: goes with --calendars")
        }
        _ = try day()
    }

    func run() async throws {
        let cache = try await cache()
        let lines = DeadlineLines { name throws(DeadlineLines.CalendarUnavailable) in
            try cache.calendar(name)
        }
        var input = InputLines(answer: lines.answer)
        try input.answerAll()
    }

    private func day() throws -> CalendarDate? {
        do {
            return try asOf.map { try CalendarDate($0) }
        } catch let refusal as WorkingTimeRefusal {
            throw ValidationError(
                zh: "--as-of：\(refusal.words.zh)", en: "--as-of: \(refusal.message)")
        }
    }

    private func cache() async throws -> CalendarCache {
        guard !calendars.isEmpty else {
            return CalendarCache(published: try await options.publishedWorld().calendars)
        }
        let day = try day()
        var definitions: [String: CalendarCache.Source] = [:]
        for file in calendars {
            let text = try DefinitionFile.text(file, sizeLimit: DefinitionFile.toolSizeLimit)
            do throws(DefinitionFaults) {
                let found = try DefinitionReader.calendars(text, file: file, knownOn: day)
                definitions.merge(found) { _, later in later }
            } catch {
                throw error.tell()
            }
        }
        return CalendarCache(definitions)
    }
}

/// Answers the lines of stdin on stdout. Many are read and written at once, and yet whoever types
/// gets each answer right away: nothing is kept back when the next bytes are waited for.
private struct InputLines {
    private static let chunkSize = 64 * 1024
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Answers a line by its number, both without their ends.
    let answer: (_ line: [UInt8], _ number: Int) -> [UInt8]
    private var number = 0
    /// The beginning of a line whose end has not come.
    private var begun: [UInt8] = []
    private var answers: [UInt8] = []
    /// How many lines have their answers on stdout.
    private var writtenCount = 0

    init(answer: @escaping ([UInt8], Int) -> [UInt8]) {
        self.answer = answer
    }

    mutating func answerAll() throws {
        var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            try chunk.withUnsafeBufferPointer { try take($0[..<count]) }
            try write()
        }
        guard !begun.isEmpty else { return }
        answerBegun()
        try write()
    }

    private mutating func take(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws {
        var rest = bytes
        while let end = rest.firstIndex(of: Self.newline) {
            begun.append(contentsOf: rest[..<end])
            if begun.last == Self.carriageReturn { begun.removeLast() }
            answerBegun()
            if answers.count >= Self.chunkSize { try write() }
            rest = rest[(end + 1)...]
        }
        begun.append(contentsOf: rest)
    }

    private mutating func answerBegun() {
        number += 1
        answers += answer(begun, number)
        answers.append(Self.newline)
        begun.removeAll(keepingCapacity: begun.capacity <= Self.chunkSize)
    }

    private mutating func write() throws {
        guard !answers.isEmpty else { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: answers)
        } catch {
            StandardError.write(
                zh: "第 \(writtenCount + 1) 行的回答写不出去",
                en: "the answer to line \(writtenCount + 1) can't be written")
            throw ExitCode.failure
        }
        writtenCount = number
        answers.removeAll(keepingCapacity: true)
    }
}

/// Holds the calendars that questions may name; those of files are built when they are first asked.
final class CalendarCache {
    typealias Source = Result<CalendarDefinition, DefinitionFaults>

    /// More calendars than these are not kept at once: each takes about a megabyte.
    private static let keptCount = 64

    private let definitions: [String: Source]
    private let published: PublishedCalendars?
    private var found: [String: WorkingCalendar] = [:]

    init(_ definitions: [String: Source]) {
        self.definitions = definitions
        published = nil
    }

    init(published: PublishedCalendars) {
        self.published = published
        definitions = [:]
    }

    func calendar(
        _ name: String
    ) throws(DeadlineLines.CalendarUnavailable) -> WorkingCalendar {
        if let calendar = found[name] { return calendar }
        let calendar =
            if let published { try Self.find(name, in: published) } else { try build(name) }
        if found.count >= Self.keptCount { found = [:] }
        found[name] = calendar
        return calendar
    }

    private static func find(
        _ name: String, in published: PublishedCalendars
    ) throws(DeadlineLines.CalendarUnavailable) -> WorkingCalendar {
        if let calendar = published.calendar(name) { return calendar }
        throw .unknown(
            name,
            known: published.names.flatMap { name in
                published.revisions(of: name).map { "\(name)@\($0.revision)" }
            })
    }

    private func build(
        _ name: String
    ) throws(DeadlineLines.CalendarUnavailable) -> WorkingCalendar {
        switch definitions[name] {
        case nil: throw .unknown(name, known: Array(definitions.keys))
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
