package import Casework
package import Languages
package import Workflow
package import WorkingTime

/// Reads the files under `Workflows/`: every fault at once, each with its place and what would be
/// right.
package enum DefinitionReader {
    /// Reads a workflow and checks it whole.
    ///
    /// - Parameter files: what it may include; nil where only the text is at hand.
    /// Throws: everything that is wrong in the text and in what it takes.
    package static func workflow(
        _ text: PublishedTexts.Text, including files: IncludableFiles? = nil
    ) throws(DefinitionFaults) -> WorkflowDefinition {
        let log = FaultLog(file: text.file)
        let root = Inclusion.whole(text, from: files, log: log).flatMap { whole in
            log.follow(whole)
            return Document(whole.source, log: log).root
        }
        let draft = root.flatMap { WorkflowReader($0)?.draft() }
        if let draft { WorkflowValidation.check(draft, log: log) }
        return try log.accept(draft?.definition)
    }

    /// Reads a workflow and checks it whole.
    ///
    /// Throws: as the other one does.
    package static func workflow(
        _ text: String, file: String, including files: IncludableFiles? = nil
    ) throws(DefinitionFaults) -> WorkflowDefinition {
        try workflow(PublishedTexts.Text(file: file, source: text), including: files)
    }

    /// Writes into the text of a workflow what it takes from other files: the text that is published.
    ///
    /// Throws: what keeps it from being put together; a text that comes back may still be faulty.
    package static func whole(
        _ text: PublishedTexts.Text, including files: IncludableFiles
    ) throws(DefinitionFaults) -> PublishedTexts.Text {
        let log = FaultLog(file: text.file)
        return try log.accept(Inclusion.whole(text, from: files, log: log))
    }

    /// Reads a workflow that was published: it was sound then, and what later versions of the
    /// program find fault with must not keep its cases from going on.
    ///
    /// Throws: what can't be read at all.
    package static func publishedWorkflow(
        _ text: String, file: String
    ) throws(DefinitionFaults) -> WorkflowDefinition {
        let log = FaultLog(file: file)
        let draft = Document(text, log: log).root.flatMap { WorkflowReader($0)?.publishedDraft() }
        return try log.accept(draft?.definition)
    }

    /// Reads a file of any kind that lies under `Workflows/`, by the keys that it begins with.
    ///
    /// - Parameter files: what a workflow may include.
    /// Returns: what kind of file it is.
    /// Throws: everything that is wrong in the text. The names in a shared file are checked with the
    ///   workflows that take them.
    package static func check(
        _ text: String, file: String, including files: IncludableFiles? = nil
    ) throws(DefinitionFaults) -> DefinitionKind {
        let kind = DefinitionKind(of: text)
        switch kind {
        case .workflow: _ = try workflow(text, file: file, including: files)
        case .shared:
            let log = FaultLog(file: file)
            _ = try log.accept(IncludedFile(text, log: log))
        case .calendar: _ = try calendar(text, file: file)
        case .routing: _ = try routing(text, file: file)
        case .ladder: _ = try ladder(text, file: file)
        case .notices: _ = try notices(text, file: file)
        case .directory: _ = try directory(text, file: file)
        }
        return kind
    }

    /// Makes the fault of a file that is no text at all.
    package static func unreadable(file: String, _ reason: Label) -> DefinitionFaults {
        DefinitionFaults(faults: [
            DefinitionFault(
                file: file, line: 1, column: 1, code: FaultKind.unreadable.rawValue,
                problem: reason,
                remedy: Label(
                    zh: "请给出 UTF-8 文本文件的名称", en: "give the name of a file of UTF-8 text"))
        ])
    }

    /// Reads a calendar of office hours, rest days and make-up days.
    ///
    /// - Parameter knownOn: leaves out what was published after this day; nil: everything counts.
    /// Throws: everything that is wrong in the text.
    package static func calendar(
        _ text: String, file: String, knownOn: CalendarDate? = nil
    ) throws(DefinitionFaults) -> CalendarDefinition {
        let log = FaultLog(file: file)
        let root = Document(text, log: log).root
        return try log.accept(root.flatMap { CalendarReader.calendar($0, knownOn: knownOn) })
    }

    /// Reads one calendar (`calendar: …`) or many (`calendars: {…}`): a faulty one does not keep the
    /// others from being read.
    ///
    /// Throws: what is wrong with the text as a whole.
    package static func calendars(
        _ text: String, file: String, knownOn: CalendarDate? = nil
    ) throws(DefinitionFaults) -> [String: Result<CalendarDefinition, DefinitionFaults>] {
        let log = FaultLog(file: file)
        let root = Document(text, log: log, byteLimit: SourceText.toolByteLimit).root
        return try log.accept(root.flatMap { CalendarReader.calendars($0, knownOn: knownOn) })
    }

    /// Reads which functions lead and support; where categories are given, each must have a rule.
    ///
    /// Throws: everything that is wrong in the text.
    package static func routing(
        _ text: String, file: String, for categories: [WorkflowDefinition.Category]? = nil
    ) throws(DefinitionFaults) -> RoutingTable {
        let log = FaultLog(file: file)
        let root = Document(text, log: log).root
        return try log.accept(
            root.flatMap { RoutingReader.table($0, categories: categories?.map(\.code)) })
    }

    /// Reads the levels of escalation.
    ///
    /// Throws: everything that is wrong in the text.
    package static func ladder(
        _ text: String, file: String
    ) throws(DefinitionFaults) -> Ladders {
        let log = FaultLog(file: file)
        return try log.accept(Document(text, log: log).root.flatMap(LadderReader.ladders))
    }

    /// Reads when people are told of events, and in which words.
    ///
    /// Throws: everything that is wrong in the text.
    package static func notices(
        _ text: String, file: String
    ) throws(DefinitionFaults) -> NoticeRules {
        let log = FaultLog(file: file)
        return try log.accept(Document(text, log: log).root.flatMap(NoticeReader.rules))
    }

    /// Reads divisions, units, persons and enterprises.
    ///
    /// Throws: everything that is wrong in the text.
    package static func directory(
        _ text: String, file: String
    ) throws(DefinitionFaults) -> DirectoryDocument {
        let log = FaultLog(file: file)
        let root = Document(text, log: log).root
        return try log.accept(root.flatMap { DirectoryReader($0)?.document() })
    }
}
