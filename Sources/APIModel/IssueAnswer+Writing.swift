package import JSON

extension IssueAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("attributes", attributes)
            writer.member("card", card)
            try writer.member("cardLabel", cardLabel)
            writer.member("caseId", caseId)
            writer.member("category", category)
            try writer.member("categoryLabel", categoryLabel)
            writer.member("class", `class`)
            try writer.member("classLabel", classLabel)
            try writer.member("clocks", clocks)
            writer.member("confidential", confidential)
            writer.member("confidentialNumber", confidentialNumber)
            try writer.member("contact", contact)
            writer.member("createdAt", createdAt)
            writer.member("description", description)
            writer.member("division", division)
            try writer.member("divisionLabel", divisionLabel)
            writer.member("dueAt", dueAt)
            try writer.member("duties", duties)
            try writer.member("enterprise", enterprise)
            try writer.member("filer", filer)
            try writer.member("handler", handler)
            writer.member("id", id)
            writer.member("isAttested", isAttested)
            writer.member("isOpen", isOpen)
            try writer.member("leadUnit", leadUnit)
            writer.member("level", level)
            writer.member("memberCount", memberCount)
            writer.member("names", names)
            try writer.member("needs", needs)
            writer.member("number", number)
            try writer.member("office", office)
            writer.member("originalDueAt", originalDueAt)
            try writer.member("proposal", proposal)
            try writer.member("results", results)
            try writer.member("serviceOfficer", serviceOfficer)
            writer.member("signal", signal)
            writer.member("state", state)
            try writer.member("stateLabel", stateLabel)
            try writer.member("subject", subject)
            try writer.member("supportingUnits", supportingUnits)
            writer.member("title", title)
            writer.member("updatedAt", updatedAt)
            try writer.member("valueLabels", valueLabels)
            writer.member("version", version)
            writer.member("workflow", workflow)
            writer.member("workflowVersion", workflowVersion)
        }
    }
}

extension IssueAnswer.Contact: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("name", name)
            writer.member("phone", phone)
        }
    }
}

extension IssueAnswer.Proposal: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("explanation", explanation)
            try writer.member("lead", lead)
            try writer.member("supporting", supporting)
        }
    }
}

extension TypedValue: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            try writer.member("label", label)
            writer.member("name", name)
            try writer.member("quantity", quantity)
            try writer.member("value", value)
        }
    }
}

extension ClockAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        try writer.object { writer in
            writer.member("breachedAt", breachedAt)
            writer.member("calendar", calendar)
            writer.member("cycle", cycle)
            writer.member("dueAt", dueAt)
            writer.member("endedAt", endedAt)
            try writer.member("hoursOf", hoursOf)
            writer.member("isOverdue", isOverdue)
            writer.member("isProvisional", isProvisional)
            writer.member("isResolution", isResolution)
            writer.member("isRight", isRight)
            writer.member("kind", kind)
            try writer.member("label", label)
            writer.member("limit", limit)
            writer.member("metByOriginal", metByOriginal)
            writer.member("metOnTime", metOnTime)
            writer.member("number", number)
            writer.member("originalDueAt", originalDueAt)
            writer.member("overdueWorkingSeconds", overdueWorkingSeconds)
            try writer.member("party", party)
            try writer.member("pauses", pauses)
            try writer.member("remainder", remainder)
            writer.member("remainingWorkingSeconds", remainingWorkingSeconds)
            writer.member("savedAt", breachLiftedAt)
            writer.member("signal", signal)
            writer.member("startedAt", startedAt)
            writer.member("status", status)
            try writer.member("statusLabel", statusLabel)
            writer.member("step", step)
            writer.member("workingDaySeconds", workingDaySeconds)
        }
    }
}

extension ClockAnswer.Pause: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("from", from)
            writer.member("until", until)
        }
    }
}

extension Remainder: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("count", count)
            writer.member("unit", unit.rawValue)
        }
    }
}
