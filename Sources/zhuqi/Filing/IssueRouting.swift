import APIModel
import Client
import Languages

/// Finds the category and the division of an issue: what was given, what is proposed, what somebody says.
struct IssueRouting {
    let text: String
    let options: FilingOptions
    let place: Int
    let workflow: WorkflowAnswer
    let enterprise: EnterpriseAnswer?
    let session: Session

    private(set) var proposal: ProposalAnswer?
    private(set) var division = ""
    private(set) var categoryName = ""

    init(
        text: String, options: FilingOptions, place: Int, workflow: WorkflowAnswer,
        enterprise: EnterpriseAnswer?, session: Session
    ) {
        self.text = text
        self.options = options
        self.place = place
        self.workflow = workflow
        self.enterprise = enterprise
        self.session = session
    }

    /// Nil for one that the workflow does not have: the server says so.
    var category: WorkflowAnswer.Category? {
        workflow.categories.first { $0.code == categoryName }
    }

    private var asks: Bool { session.console.isInteractive }

    mutating func find() async throws {
        let given = FilingOptions.value(options.category, at: place).map(name)
        var proposed = try await proposal(of: given, division: options.division)
        division = proposed.division
        categoryName = given ?? proposed.category
        if given == nil, asks {
            show(proposed)
            categoryName = chosen(proposed)
            if categoryName != proposed.category {
                proposed = try await proposal(of: categoryName, division: division)
                show(proposed)
            }
        }
        proposal = proposed
    }

    /// On a terminal the division is asked for where neither the text nor the enterprise tells it.
    private func proposal(of category: String?, division: String?) async throws -> ProposalAnswer {
        let body = ProposalBody(
            text: text, category: category, division: division,
            enterprise: enterprise?.creditCode,
            class: FilingOptions.value(options.issueClass, at: place),
            complainedUnit: options.complainedUnit)
        do throws(ClientError) {
            return try await session.client.proposal(for: body).value
        } catch {
            guard asks, division == nil, Self.lacksDivision(error), let typed = askedDivision else {
                throw error
            }
            return try await proposal(of: category, division: typed)
        }
    }

    private static func lacksDivision(_ error: ClientError) -> Bool {
        guard case .problem(let problem) = error else { return false }
        return problem.errors?.contains { $0.pointer == "/division" } == true
    }

    private var askedDivision: String? {
        let question = session.language("属地（区县名称或六位代码）", "division (name or six digits)")
        let typed = Prompt(session).line(question) ?? ""
        return typed.isEmpty ? nil : typed
    }

    private func show(_ proposal: ProposalAnswer) {
        let brief = ProposalBrief(
            proposal: proposal, language: session.language,
            layout: TextLayout(canvas: session.console.canvas))
        session.console.warn(lines: [""] + brief.lines + [""])
    }

    /// What is not understood is asked again.
    private func chosen(_ proposal: ProposalAnswer) -> String {
        let question = session.language("类别", "category")
        let usual = session.language(proposal.categoryLabel)
        while let typed = Prompt(session).line(question, usually: usual) {
            if typed == usual { return proposal.category }
            if let name = words.name(of: typed) { return name }
            let near = words.near(typed)
            let known = (near.isEmpty ? words.entries : near).map {
                $0.label.text(in: session.language)
            }
            let list = session.language.list(known)
            session.console.warn(
                lines: [
                    session.language("没有类别“\(typed)”：\(list)", "no category “\(typed)”: \(list)")
                        .plain
                ])
        }
        return proposal.category
    }

    private func name(of typed: String) -> String { words.name(of: typed) ?? typed }

    private var words: Vocabulary {
        Vocabulary(
            workflow.categories.map {
                .init(name: $0.code, label: Label(zh: $0.label.zh, en: $0.label.en))
            })
    }
}
