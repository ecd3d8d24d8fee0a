import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// Lists issues, shows one, and its history.
struct IssueController {
    let gateway: CommandGateway
    let find: FindIssue
    let issues: ReadIssues

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.issues, "列出问题", "Lists issues", use: list)
                .reading(IssueQuestion.parameters + [.cursor, .limit]),
            .get(.issue, "一件问题", "Shows an issue", use: show)
                .tagged().refusing(.unknownIssue),
            .get(.issueEvents, "问题的历程", "Lists what happened to an issue", use: events)
                .reading([.cursor, .limit]).refusing(.unknownIssue),
            .get(
                .issueClock, "时限如何算出", "Says how the deadline of a clock came about", use: explain
            ).refusing(.unknownIssue).computing(),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<IssueAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let page = try await issues.list(
            IssueQuestion(parameters), after: parameters.get("cursor").map(PlaceCursor.place),
            limit: limit, for: asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(
                items: page.issues.map {
                    viewer.issue(
                        $0, enterprise: $0.enterprise.flatMap { page.enterprises[$0] })
                },
                next: page.next.map(PlaceCursor.text)))
    }

    @Sendable
    private func show(_ call: Call) async throws -> Reply<IssueAnswer> {
        let asker = gateway.asker(try call.person())
        let issue = try await issue(call, asker)
        let tag: HTTPFields = [.eTag: "\"\(issue.sequence)\""]
        guard try !RequestHeaders.hasAlready("\(issue.sequence)", call.request.headers) else {
            return .notModified(tag)
        }
        let extract = try await issues.extract(
            of: issue, for: asker, call.request.method == .head ? .header : .whole)
        if extract.showsPhone {
            call.context.trace?.notePhoneRead(of: issue, by: asker.principal)
        }
        return Reply(Viewer(asker, call.language).issue(extract), headers: tag)
    }

    private func issue(_ call: Call, _ asker: Asker) async throws -> Issue {
        try await find.issue(
            gateway.issueReference(path: call.step("id")), for: asker)
    }

    /// Tells how the deadline of a clock came about, stretch by stretch.
    @Sendable
    private func explain(_ call: Call) async throws -> Reply<ClockExplanation> {
        let asker = gateway.asker(try call.person())
        let issue = try await issue(call, asker)
        let course = try issues.course(
            ofClock: PathNumber.read(call.step("number")), of: issue, for: asker)
        return Reply(try Viewer(asker, call.language).explanation(course, of: issue))
    }

    @Sendable
    private func events(_ call: Call) async throws -> Reply<Page<EventAnswer>> {
        let asker = gateway.asker(try call.person())
        let issue = try await issue(call, asker)
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters, in: 0...Int(Int32.max)) ?? 0
        let events = try await issues.events(of: issue, after: after, limit: limit)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(
                items: viewer.events(events.items, of: issue),
                next: events.hasMore ? events.items.last.map { String($0.sequence) } : nil))
    }
}
