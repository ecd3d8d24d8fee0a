package import JSON
package import WorkingTime

// Digests cover these bytes: they never change.

extension EventBody: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("adoption", encoding: adoption)
            try writer.member("birth", birth)
            try writer.member("charge", encoding: charge)
            try writer.member("climb", encoding: climb)
            try writer.member("clocks", clocks)
            writer.member("comment", comment)
            try writer.member("common", encoding: common)
            try writer.member("fields", fields)
            try writer.member("link", encoding: link)
            try writer.member("merge", encoding: merge)
            try writer.member("move", encoding: move)
            try writer.member("narrative", encoding: narrative)
            writer.member("onBehalfOf", onBehalfOf?.rawValue)
            try writer.member("proposal", encoding: proposal)
            try writer.member("set", set)
            try writer.member("told", told)
        }
    }
}

extension Notice: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("audience", audience)
            writer.member("insteadOf", insteadOf?.rawValue)
            writer.member("person", person.rawValue)
        }
    }
}

extension Clock: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("breachedAt", breachedAt)
            writer.member("calendar", calendar)
            writer.member("calendarRevision", calendarRevision)
            writer.member("cycle", cycle)
            try writer.member("dueAt", dueAt)
            try writer.member("endedAt", endedAt)
            try writer.member("heldAt", heldAt)
            writer.member("hoursOf", hoursOf)
            writer.member("isProvisional", isProvisional)
            writer.member("issueClass", issueClass)
            writer.member("kind", kind)
            writer.member("limit", limit.description)
            try writer.member("movedByPauses", movedByPauses)
            try writer.member("nextAlarmAt", nextAlarmAt)
            writer.member("nextMark", nextMark)
            writer.member("number", number)
            try writer.member("originalDueAt", originalDueAt)
            writer.member("party", party)
            writer.member("passedMarks", passedMarks)
            try writer.member("pauses", pauses)
            try writer.member("savedAt", breachLiftedAt)
            try writer.member("startedAt", startedAt)
            writer.member("status", status.rawValue)
            writer.member("step", step)
        }
    }
}

extension Pause: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("from", from)
            try writer.member("until", until)
        }
    }
}

extension JSONWriter {
    /// - Throws: `EncodingError` for an instant that no text says.
    fileprivate mutating func member(_ name: StaticString, _ instant: Instant) throws {
        guard instant.hasText else {
            throw EncodingError.invalidValue(
                instant, .init(codingPath: [], debugDescription: "\(name) lies outside of years"))
        }
        member(name, instant.description)
    }

    fileprivate mutating func member(_ name: StaticString, _ instant: Instant?) throws {
        guard let instant else { return }
        try member(name, instant)
    }
}
