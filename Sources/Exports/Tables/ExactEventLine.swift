import Auditing
import Casework
import JSON
import Workflow
import WorkingTime

/// The events again, by which a stranger recomputes the chain of an issue: a line of `events.ndjson` is
/// one event, in the order of `events.csv`.
///
/// Shape: canonical JSON. Where nothing in it must stay out, `header` and `body` are the exact bytes:
/// SHA-256 over `header`, a line feed and `body` is `digest`. Else the line says what happened without
/// them, and `withheld` why; the key and the request's digest stay out too, since whoever knew them
/// could try out what the body says. `previous` and `digest` are always there.
struct ExactEventLine {
    /// Why the exact bytes stay out.
    enum Reason: String {
        case confidential, personal
    }

    private let step: HistoryStep
    private let redaction: IssueRedaction

    init(_ step: HistoryStep, _ redaction: IssueRedaction) {
        self.step = step
        self.redaction = redaction
    }

    /// - Throws: `WorldFault` where the body can't be read.
    func text() throws(WorldFault) -> String {
        do {
            var writer = JSONWriter()
            if let reason { try withheld(reason, &writer) } else { exact(&writer) }
            return String(decoding: writer.bytes, as: UTF8.self) + "\n"
        } catch {
            throw WorldFault("event \(event.sequence) of \(event.issue): \(error)")
        }
    }

    private var event: IssueEvent { step.event }

    private var reason: Reason? {
        if redaction.isConfidential { return .confidential }
        let holdsIssues = step.fields.contains {
            $0.form == .newIssues && event.body.fields[$0.name] != nil
        }
        guard event.body.narrative == nil, !holdsIssues, !holdsPhone(event.encodedBody) else {
            return .personal
        }
        return nil
    }

    private func exact(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("body", String(decoding: event.encodedBody, as: UTF8.self))
            writer.member("digest", Hexadecimal.text(event.digest))
            writer.member("header", event.header)
            writer.member("number", redaction.number)
            writer.member("previous", Hexadecimal.text(event.previousDigest))
            writer.member("sequence", event.sequence)
        }
    }

    private func withheld(_ reason: Reason, _ writer: inout JSONWriter) throws {
        let facts = try redaction.isConfidential ? nil : facts()
        try writer.object { writer in
            writer.member("action", event.action)
            writer.member(
                "at",
                redaction.isConfidential ? redaction.time.text(event.at) : event.at.description)
            writer.member("digest", Hexadecimal.text(event.digest))
            if let facts { try writer.member("facts", facts) }
            writer.member("from", event.from)
            writer.member("number", redaction.number)
            writer.member("person", redaction.open(event.by.person?.rawValue))
            writer.member("previous", Hexadecimal.text(event.previousDigest))
            writer.member("role", event.by.role.rawValue)
            writer.member("sequence", event.sequence)
            writer.member("to", event.to)
            writer.member("withheld", reason.rawValue)
        }
    }

    /// What figures are made of: the body without what people wrote, and without telephone numbers.
    private func facts() throws -> FieldValue? {
        let body = try JSONText.decode(FieldValue.self, from: event.encodedBody)
        guard var members = body.object else { return nil }
        for name in ["comment", "fields", "narrative"] { members[name] = nil }
        let facts = FieldValue.object(members).maskingPhones()
        return holdsPhone(try JSONText.encode(facts)) ? nil : facts
    }

    private func holdsPhone(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return PhoneRedaction.masked(text) != text
    }
}

extension FieldValue {
    /// The value with every telephone number in its texts hidden.
    fileprivate func maskingPhones() -> FieldValue {
        switch self {
        case .null, .boolean, .integer: self
        case .text(let text): .text(PhoneRedaction.masked(text))
        case .list(let items): .list(items.map { $0.maskingPhones() })
        case .object(let members): .object(members.mapValues { $0.maskingPhones() })
        }
    }
}
