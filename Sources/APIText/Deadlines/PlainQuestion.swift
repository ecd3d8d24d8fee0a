import JSON
import WorkingTime

/// The question that most lines ask: a calendar, a start and a target, each once, and nothing else.
///
/// It is read and answered without the ways that serve every question, which cost several times as
/// much. What is unusual in the least is left to those ways, so that a line has one answer.
struct PlainQuestion {
    let calendar: String
    private let start: String
    private let limit: TimeLimit

    /// What every reader of JSON holds exactly; see `JSONLimits`.
    private static let values: ClosedRange<Int64> = 0...1 << 53

    /// Reads a line; nil where it asks anything else, or nothing at all.
    init?(_ line: [UInt8]) {
        do {
            self = try JSONText.read(line) { whole throws(Unusual) in try PlainQuestion(whole) }
        } catch {
            return nil
        }
    }

    private init(_ whole: JSONElement) throws(Unusual) {
        guard whole.count == 3, let calendar = whole["calendar"], case .text = calendar.kind,
            let start = whole["start"], case .text = start.kind,
            let target = whole["target"], target.count == 2,
            let value = target["value"], case .whole = value.kind,
            let count = value.integer, Self.values.contains(count),
            let name = target["unit"], case .text = name.kind,
            let unit = TimeLimitUnit(rawValue: name.text)
        else { throw Unusual() }
        self.calendar = calendar.text
        self.start = start.text
        // What lines that were no UTF-8 are known by begins with this byte.
        guard !self.calendar.utf8.contains(0xEF) else { throw Unusual() }
        do throws(WorkingTimeRefusal) {
            limit = try TimeLimit(value: count, unit: unit)
        } catch {
            throw Unusual()
        }
    }

    private struct Unusual: Error {}

    /// Writes the answer as the general way does; nil where that way has to say why there is none.
    func answer(on calendar: WorkingCalendar) -> [UInt8]? {
        guard calendar.unit == nil else { return nil }
        do throws(WorkingTimeRefusal) {
            let deadline = try calendar.deadline(
                from: try Instant(start, in: calendar.zone), limit: limit)
            var writer = JSONWriter(capacity: 64)
            writer.beginObject()
            writer.name("due")
            writer.text(deadline.at.roundedUp.rfc3339(in: calendar.zone))
            writer.name("provisional")
            writer.boolean(deadline.isProvisional)
            writer.end()
            return writer.bytes
        } catch {
            return nil
        }
    }
}
