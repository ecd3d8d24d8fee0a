import APIModel
import Client
import Languages

/// Gathers a case: what the options give, and on a terminal what else is asked for.
struct FilingInterview {
    let options: FilingOptions
    let isDraft: Bool
    let session: Session

    private var asks: Bool { session.console.isInteractive }
    private static let usualSource = "visit"

    func prepare() async throws -> PreparedFiling {
        let (workflow, birth) = try await workflow()
        // The text comes first: the conversation begins with what the enterprise says.
        let first = try IssueInterview.text(of: options, at: 0, birth, session)
        let subject = try await FilingSubjects(options: options, session: session)
            .subject(of: workflow)
        var issues: [CaseFiling.IssueFiling] = []
        var proposals: [ProposalAnswer] = []
        repeat {
            let interview = IssueInterview(
                options: options, place: issues.count, workflow: workflow, birth: birth,
                enterprise: subject.enterprise, session: session)
            let text = issues.isEmpty ? first : try interview.text()
            let found = try await interview.issue(saying: text)
            issues.append(found.issue)
            proposals += [found.proposal].compactMap(\.self)
        } while wantsAnother(after: issues.count)
        let filing = CaseFiling(
            workflow: workflow.id, enterprise: subject.code, enterpriseName: subject.newName,
            creditCodeOverride: options.codeReason.map { .init(reason: $0) },
            project: subject.project, unit: subject.unit,
            source: options.source ?? Self.usualSource, externalReference: options.reference,
            note: options.note, draft: isDraft ? true : nil, issues: issues)
        return try PreparedFiling(filing, proposals, about: subject.enterprise, in: workflow)
    }

    private func wantsAnother(after count: Int) -> Bool {
        if count < options.text.count { return true }
        guard asks, options.text.isEmpty else { return false }
        return Prompt(session).agrees(
            to: session.language("这家企业还有别的问题要登记吗？", "Is there another issue of this case?"))
    }

    private func workflow() async throws -> (WorkflowAnswer, WorkflowAnswer.Birth) {
        let known = try await session.client.workflows().value.items.filter(\.isCurrent)
        let summary = try summary(among: known)
        let workflow = try await session.client.workflow(summary.id).value
        guard let birth = isDraft ? workflow.drafting : workflow.filing else {
            let name = summary.label
            throw StaffError.usage(
                zh: isDraft ? "流程“\(name.zh)”不能暂存草稿" : "服务器版本较旧，没有说明怎样登记“\(name.zh)”",
                en: isDraft
                    ? "the workflow “\(name.en)” keeps no drafts"
                    : "the server is older, and does not tell how “\(name.en)” is filed")
        }
        return (workflow, birth)
    }

    private func summary(among known: [WorkflowSummary]) throws(StaffError) -> WorkflowSummary {
        let words = Vocabulary(
            known.map { .init(name: $0.id, label: Label(zh: $0.label.zh, en: $0.label.en)) })
        if let typed = options.workflow, let name = words.name(of: typed),
            let found = known.first(where: { $0.id == name })
        {
            return found
        }
        if options.workflow == nil, let only = known.first, known.count == 1 { return only }
        if options.workflow == nil, asks {
            let question = session.language("登记到哪个流程", "which workflow")
            let labels = known.map { session.language($0.label) }
            if let place = Prompt(session).choice(question, of: labels) { return known[place] }
        }
        throw .usage(
            zh: "请用 --workflow 写明流程：" + Language.zh.list(known.map(\.label.zh)),
            en: "name the workflow with --workflow: " + Language.en.list(known.map(\.label.en)))
    }
}
