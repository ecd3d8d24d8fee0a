import APIModel
import Client
import Languages
import Workflow

/// Gathers one issue of a case.
struct IssueInterview {
    let options: FilingOptions
    /// Its place in the case.
    let place: Int
    let workflow: WorkflowAnswer
    let birth: WorkflowAnswer.Birth
    /// Nil where the directory knows none.
    let enterprise: EnterpriseAnswer?
    let session: Session

    private var language: Language { session.language }
    private var asks: Bool { session.console.isInteractive }
    private var prompt: Prompt { Prompt(session) }

    func text() throws(StaffError) -> String {
        try Self.text(of: options, at: place, birth, session)
    }

    /// What the enterprise says; empty where nobody said anything.
    static func text(
        of options: FilingOptions, at place: Int, _ birth: WorkflowAnswer.Birth, _ session: Session
    ) throws(StaffError) -> String {
        if options.text.indices.contains(place) {
            return try FieldAssignment.text(
                options.text[place], readFile: session.console.readFile)
        }
        guard session.console.isInteractive else { return "" }
        let label = birth.fields.first { $0.name == FilingFields.description }?.label
        let question = label.map { session.language($0) } ?? session.language("内容", "text")
        return try LongText(session).asked(question) ?? ""
    }

    /// Throws: `missingFields` where something is required that nobody gave.
    func issue(
        saying text: String
    ) async throws -> (issue: CaseFiling.IssueFiling, proposal: ProposalAnswer?) {
        let title = title(of: text)
        var routing = IssueRouting(
            text: "\(title)\n\(text)", options: options, place: place, workflow: workflow,
            enterprise: enterprise, session: session)
        try await routing.find()
        let fields = FilingFields(
            birth: birth, category: routing.category, options: options, place: place,
            session: session, workflow: workflow)
        let values = try fields.complete(title: title, description: text)
        return (
            fields.issue(
                values, title: title, category: routing.categoryName,
                division: routing.division, contact: contact),
            routing.proposal
        )
    }

    private static let longestTitle = 40

    /// The first sentence, where nobody says otherwise.
    private func title(of text: String) -> String {
        if let given = FilingOptions.value(options.title, at: place) { return given }
        let first = text.split { $0.isNewline || "。！？；!?;".contains($0) }.first ?? ""
        let short = String(first.prefix(Self.longestTitle)).trimmed
        guard asks else { return short }
        let question =
            birth.fields.first { $0.name == FilingFields.title }
            .map { language($0.label) } ?? language("标题", "title")
        let typed = short.isEmpty ? prompt.line(question) : prompt.line(question, usually: short)
        return typed ?? short
    }

    private var contact: CaseFiling.Contact? {
        if let name = options.contact { return .init(name: name, phone: options.phone) }
        guard asks, let name = prompt.line(language("联系人，可留空", "whom to call, may be empty")),
            !name.isEmpty
        else { return nil }
        let phone = prompt.line(language("联系电话，可留空", "telephone, may be empty")) ?? ""
        return .init(name: name, phone: phone.isEmpty ? nil : phone)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
