package import JSON

extension DutyAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("about", about)
            try writer.member("actions", actions)
            writer.member("card", card)
            writer.member("class", `class`)
            try writer.member("clock", clock)
            writer.member("dueAt", dueAt)
            writer.member("isBlocked", isBlocked)
            writer.member("isOverdue", isOverdue)
            writer.member("isPaused", isPaused)
            writer.member("issue", issue)
            writer.member("level", level)
            try writer.member("owedBy", owedBy)
            writer.member("part", part.rawValue)
            try writer.member("remainder", remainder)
            writer.member("signal", signal)
            writer.member("since", since)
            try writer.member("stateLabel", stateLabel)
            writer.member("title", title)
            writer.member("version", version)
        }
    }
}

extension DutyAnswer.Action: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("action", action)
            try writer.member("label", label)
        }
    }
}
