import APIModel
import JSON
import Languages
import UseCases
import Workflow
package import WorkingTime

/// Answers questions about working time that come line by line, like `POST /v1/deadlines`.
package struct DeadlineLines {
    /// Finds the calendar that a line names.
    package typealias CalendarLookup = (String) throws(CalendarUnavailable) -> WorkingCalendar

    /// Says why a calendar can't answer.
    package struct CalendarUnavailable: Error {
        package let code: String
        package let message: String

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }

        package static func unknown(_ name: String, known: [String]) -> Self {
            let fault = InputFault.unknownCalendar(
                String(name.prefix(100)), known: Array(known.sorted().prefix(20)))
            let (code, message) = DeadlineLines.words(for: fault)
            return Self(code: code, message: message)
        }
    }

    private static let shape = Result { try Shape(of: DeadlineQuestion.self) }
    private static let unexpected = ProblemCode.unanswerableLine

    /// Units: bytes.
    package static let longestLine = 1024 * 1024

    private struct Failure: Encodable {
        struct Content: Encodable {
            let code: String
            let message: String
            let line: Int
        }

        let error: Content
    }

    private let lookup: CalendarLookup

    package init(lookup: @escaping CalendarLookup) {
        self.lookup = lookup
    }

    /// Answers one line with one line, both without their ends; never fails.
    ///
    /// - Parameter number: counts from 1.
    package func answer(_ line: [UInt8], number: Int) -> [UInt8] {
        plainAnswer(line) ?? generalAnswer(line, number: number)
    }

    private func plainAnswer(_ line: [UInt8]) -> [UInt8]? {
        guard line.count <= Self.longestLine, let question = PlainQuestion(line) else {
            return nil
        }
        do throws(CalendarUnavailable) {
            return question.answer(on: try lookup(question.calendar))
        } catch {
            return nil
        }
    }

    /// Answers any line, however unusual.
    package func generalAnswer(_ line: [UInt8], number: Int) -> [UInt8] {
        do {
            return try JSONText.encode(try answer(String(decoding: line, as: UTF8.self)))
        } catch {
            let (code, message) = Self.words(for: error)
            do {
                return try JSONText.encode(
                    Failure(error: .init(code: code, message: message, line: number)))
            } catch {
                let code = Self.unexpected.rawValue
                return Array(#"{"error":{"code":"\#(code)","line":\#(number),"message":""}}"#.utf8)
            }
        }
    }

    private func answer(_ line: String) throws -> DeadlineAnswer {
        guard line.utf8.count <= Self.longestLine else {
            throw RequestFault.badLine(
                zh: "每行最多 \(Self.longestLine) 字节。",
                en: "a line may hold \(Self.longestLine) bytes at most.")
        }
        // Bytes that are no UTF-8 were replaced by this character when the line was read.
        guard !line.unicodeScalars.contains("\u{FFFD}") else {
            throw RequestFault.badLine(zh: "不是 UTF-8 文本。", en: "this is not UTF-8 text.")
        }
        let question = try SentJSON(bytes: Array(line.utf8)).decode(
            DeadlineQuestion.self, shape: try Self.shape.get())
        let calendar = try lookup(question.calendar).hours(of: question.hoursOf)
        guard calendar.unit == question.hoursOf else {
            throw InputFault.invalid(
                "/hoursOf", zh: "该日历没有此单位的办公时间", en: "the calendar has no hours of this unit")
        }
        return DeadlineAnswer(
            try DeadlineCalculation(WorkingTimeQuestion(question), on: calendar).answer())
    }

    private static func words(for error: any Error) -> (code: String, message: String) {
        switch error {
        case let missing as CalendarUnavailable: return (missing.code, missing.message)
        case let local as LocalRefusal:
            return (local.refusal.code, local.refusal.message(in: local.zone))
        case let fault as RequestFault: return words(for: fault.text)
        case let fault as InputFault: return words(for: fault.text)
        default: return (unexpected.rawValue, "\(unexpected.title.en).")
        }
    }

    private static func words(for text: ProblemText) -> (code: String, message: String) {
        let problem = text.problem(in: .en)
        let places = (problem.errors ?? []).map { fault in
            fault.pointer.isEmpty ? fault.detail : "\(fault.pointer) \(fault.detail)"
        }
        let detail = places.isEmpty ? problem.detail : places.joined(separator: "; ")
        return (text.code, "\(problem.title): \(detail ?? text.hint.en)")
    }
}
