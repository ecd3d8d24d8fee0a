package import JSON

extension ActionAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("event", event)
            try writer.member("issue", issue)
            try writer.member("newIssues", newIssues)
        }
    }
}

extension ActionAnswer.NewIssue: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("category", category)
            writer.member("id", id)
            writer.member("number", number)
            writer.member("title", title)
        }
    }
}

extension EventAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("action", action)
            try writer.member("actionLabel", actionLabel)
            try writer.member("adoption", adoption)
            writer.member("at", at)
            try writer.member("by", by)
            try writer.member("byUnit", byUnit)
            try writer.member("changes", changes)
            try writer.member("charge", charge)
            try writer.member("climb", climb)
            try writer.member("clocks", clocks)
            writer.member("comment", comment)
            writer.member("digest", digest)
            try writer.member("fieldLabels", fieldLabels)
            try writer.member("fields", fields)
            writer.member("from", from)
            try writer.member("fromLabel", fromLabel)
            writer.member("names", names)
            try writer.member("onBehalfOf", onBehalfOf)
            try writer.member("proposal", proposal)
            writer.member("role", role)
            try writer.member("roleLabel", roleLabel)
            writer.member("sequence", sequence)
            writer.member("to", to)
            try writer.member("toLabel", toLabel)
            try writer.member("told", told)
            try writer.member("typed", typed)
            try writer.member("valueLabels", valueLabels)
        }
    }
}

extension EventAnswer.Adoption: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("calendar", calendar)
            try writer.member("moved", moved)
        }
    }
}

extension EventAnswer.Adoption.Moved: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("clock", clock)
            writer.member("from", from)
            writer.member("inPlaceOf", inPlaceOf)
        }
    }
}

extension EventAnswer.Climb: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("from", from)
            try writer.member("holders", holders)
            writer.member("skipped", skipped)
            writer.member("to", to)
        }
    }
}

extension EventAnswer.Climb.Holder: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("by", by)
            try writer.member("insteadOf", insteadOf)
            try writer.member("person", person)
        }
    }
}

extension EventAnswer.Told: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("audience", audience)
            try writer.member("insteadOf", insteadOf)
            try writer.member("person", person)
        }
    }
}

extension EventAnswer.Charge: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("dispatchedBy", dispatchedBy)
            writer.member("since", since)
            try writer.member("unit", unit)
            writer.member("until", until)
            writer.member("wasProposed", wasProposed)
            writer.member("workingSeconds", workingSeconds)
        }
    }
}

extension EventAnswer.Proposed: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("basis", basis)
            writer.member("explanation", explanation)
            try writer.member("lead", lead)
            try writer.member("supporting", supporting)
        }
    }
}
