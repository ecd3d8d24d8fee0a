import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// `POST /v1/proposals`: category, units, duplicates and common needs for a text, before filing.
struct ProposalController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.post("/proposals", use: propose)
    }

    private static let shape = BodyShape.object([
        "text": .open, "category": .open, "division": .open, "enterprise": .open, "class": .open,
        "complainedUnit": .open, "issue": .open,
    ])
    private static let longestText = 8200

    @Sendable
    private func propose(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let wanted = try (try await JSONBody(request, context))
            .decode(ProposalBody.self, shape: Self.shape)
        let world = desk.world.value
        let now = desk.time.now
        let enterprise = try await enterprise(wanted.enterprise)
        let router = Router(directory: world.directory, routing: world.routing, at: now)
        let reading = router.reading(of: wanted.text)
        let question = try question(wanted, reading, enterprise, world)
        let proposal = router.proposal(for: question)
        let viewer = Viewer(principal, world: world, language: context.language, now: now)
        let likes = LikeSearch(
            reader: reader, viewer: viewer, likeness: world.routing.likeness, now: now,
            except: try await number(wanted.issue, viewer))
        let duplicates = try await likes.duplicates(of: wanted.text, by: enterprise?.id)
        var answer = ProposalAnswer(
            category: question.category,
            categoryLabel: viewer.label(world.label(ofCategory: question.category)),
            guesses: reading.guesses.prefix(5).map {
                .init(
                    category: $0.category,
                    label: viewer.label(world.label(ofCategory: $0.category)),
                    score: $0.score, words: $0.words)
            },
            division: question.division, lead: viewer.unit(proposal.lead?.code),
            supporting: proposal.supporting.compactMap { viewer.unit($0.code) },
            steps: proposal.steps.map(viewer.text), duplicates: duplicates.shown,
            common: try await likes.common(
                wanted.text, category: question.category, by: enterprise?.id))
        answer.moreDuplicates = duplicates.more
        return try JSONAnswer.response(answer)
    }

    private func enterprise(_ text: String?) async throws -> Enterprise? {
        guard let text else { return nil }
        guard let code = UnifiedSocialCreditCode(text),
            let found = try await reader.enterprise(creditCode: code.text)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/enterprise", detail: "is not in the directory")
            ])
        }
        return found
    }

    /// The issue that is not compared with itself; what the caller may not see does not exist.
    private func number(_ text: String?, _ viewer: Viewer) async throws -> String? {
        guard let text else { return nil }
        guard IssueNumber.isOne(text), let id = try await reader.issueID(number: text),
            let issue = try await reader.issues([id]).first,
            viewer.scope.sees(issue, in: viewer.world.directory)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/issue", detail: "must be the number of an issue that you may see")
            ])
        }
        return text
    }

    private func question(
        _ wanted: ProposalBody, _ reading: TextReading, _ enterprise: Enterprise?, _ world: World
    ) throws -> RoutingQuestion {
        var faults: [Problem.FieldProblem] = []
        func check(_ pointer: String, _ isSound: Bool, _ detail: String) {
            if !isSound { faults.append(.init(pointer: pointer, detail: detail)) }
        }
        let length = wanted.text.unicodeScalars.count
        check("/text", (1...Self.longestText).contains(length), "must have 1 to 8200 characters")
        let division = wanted.division ?? reading.division ?? enterprise?.division
        check(
            "/division", division.flatMap(world.directory.division) != nil,
            "must be the six-digit code of a division, or be named by the text or the enterprise")
        check(
            "/category", wanted.category.map { world.knowsCategory($0) } ?? true,
            "must be a category of a workflow")
        check(
            "/class", wanted.class.map(world.classes.contains) ?? true,
            "must be one of \(world.classes.joined(separator: ", "))")
        check(
            "/complainedUnit",
            wanted.complainedUnit.map { world.directory.unit(code: $0) != nil } ?? true,
            "must be the code of a unit")
        guard faults.isEmpty else { throw RequestFault.invalid(faults) }
        return RoutingQuestion(
            category: wanted.category ?? reading.category, division: division ?? "",
            text: wanted.text, tags: enterprise?.tags ?? [], issueClass: wanted.class,
            complainedUnit: wanted.complainedUnit)
    }
}

/// Finds issues whose texts are like one that is about to be filed.
struct LikeSearch {
    let reader: any CaseReader
    let viewer: Viewer
    let likeness: RoutingTable.Likeness
    let now: Instant
    /// The number of an issue that is not compared with itself.
    let except: String?

    private static let mostCompared = 500
    private static let mostShown = 10

    /// The likest, and how many more there are.
    typealias Shown = (shown: [ProposalAnswer.Like], more: Int?)

    /// What the same enterprise said lately.
    func duplicates(of text: String, by enterprise: EnterpriseID?) async throws -> Shown {
        guard let enterprise else { return ([], nil) }
        let ids = try await reader.recentIssues(
            of: enterprise, since: since, limit: Self.mostCompared)
        return shown(try await alike(ids, text))
    }

    /// The same need of several enterprises of one category.
    func common(
        _ text: String, category: String, by enterprise: EnterpriseID?
    ) async throws -> ProposalAnswer.Common {
        let ids = try await reader.recentIssues(
            inCategory: category, since: since, limit: Self.mostCompared + 1)
        // What is confidential and not the caller's to see is not even counted, nor are drafts.
        let compared = Array(ids.prefix(Self.mostCompared))
        let alike = try await alike(compared, text).filter { issue, _ in
            issue.enterprise != enterprise
                && (!issue.attributes.isConfidential
                    || viewer.scope.sees(issue, in: viewer.world.directory))
                && !(viewer.world.isOpen(issue) && issue.liveClocks.isEmpty)
        }
        let count = Set(alike.map(\.issue.enterprise)).count + 1
        let listed = shown(alike)
        var common = ProposalAnswer.Common(
            enterprises: count, atLeast: likeness.enterprises, days: likeness.days,
            isCommon: count >= likeness.enterprises, issues: listed.shown)
        common.more = listed.more
        if ids.count > compared.count { common.comparedOnly = compared.count }
        return common
    }

    private var since: Instant { now.adding(seconds: -Int64(likeness.days) * 86400) }

    private func alike(
        _ ids: [IssueID], _ text: String
    ) async throws -> [(issue: Issue, percent: Int)] {
        let wanted = TextLikeness(text)
        return try await reader.issues(ids).filter { $0.number != except }.map { issue in
            let own = TextLikeness(issue.narrative.title + "\n" + issue.narrative.description)
            return (issue, wanted.percent(of: own))
        }
        .filter { $0.percent >= likeness.percent }
        .sorted { ($1.percent, $1.issue.id) < ($0.percent, $0.issue.id) }
    }

    private func shown(_ alike: [(issue: Issue, percent: Int)]) -> Shown {
        let seen = alike.filter { viewer.scope.sees($0.issue, in: viewer.world.directory) }
        let rest = seen.count - Self.mostShown
        return (
            seen.prefix(Self.mostShown).map { viewer.like($0, percent: $1) }, rest > 0 ? rest : nil
        )
    }
}

extension Viewer {
    /// An issue whose text is like another's.
    func like(_ issue: Issue, percent: Int) -> ProposalAnswer.Like {
        ProposalAnswer.Like(
            number: issue.number, title: issue.narrative.title, stateLabel: stateLabel(of: issue),
            isOpen: world.isOpen(issue), createdAt: time(issue.createdAt, zone(of: issue)),
            likeness: percent)
    }

    func stateLabel(of issue: Issue) -> LabelAnswer {
        label(
            world.label(ofState: issue.state, in: issue.workflow)
                ?? Label(zh: issue.state, en: issue.state))
    }
}
