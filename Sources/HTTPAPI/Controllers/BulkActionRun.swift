import APIModel
import Casework
import Engine
import Hummingbird

/// Takes the items of one request: those on one issue after each other as given, the others side by
/// side, so that they share batches.
struct BulkActionRun {
    /// How many go at once: as many as two batches hold.
    private static let mostAtOnce = 256

    /// What came of the item at a place.
    private typealias Answered = (place: Int, answer: BulkActionAnswer.Item)

    let items: [BulkActionBody.Item]
    let principal: Principal
    let sending: ActionSending
    let context: APIContext

    /// Shape: as many as items, in their order.
    ///
    /// - Throws: `StoreFailure` where it can't be found out which items are on one issue: nothing was done.
    func answers() async throws -> [BulkActionAnswer.Item] {
        let issues = items.map { IssueReference($0.issue) }
        var lines = places(of: try await told(issues))[...]
        var answered: [Answered] = []
        await withTaskGroup(of: [Answered].self) { group in
            func begin() {
                guard let line = lines.popFirst() else { return }
                group.addTask { await answers(at: line, issues) }
            }
            for _ in 0..<Self.mostAtOnce { begin() }
            while let line = await group.next() {
                answered += line
                begin()
            }
        }
        return answered.sorted { $0.place < $1.place }.map(\.answer)
    }

    /// Tells apart what is told apart by a look alone; where some name issues by id and others by number,
    /// it takes a trip to know which of them are one.
    private func told(_ issues: [IssueReference?]) async throws -> [IssueReference?] {
        var numbers: Set<String> = []
        for case .number(let number)? in issues { numbers.insert(number) }
        let hasID = issues.contains { if case .id? = $0 { true } else { false } }
        guard hasID, !numbers.isEmpty else { return issues }
        let found = try await sending.reader.issueIDs(numbers: numbers.sorted())
        return issues.map { issue in
            guard case .number(let number)? = issue, let id = found[number] else { return issue }
            return .id(id)
        }
    }

    /// The places of the items on each issue; what is on none stands alone.
    private func places(of issues: [IssueReference?]) -> [[Int]] {
        var lines: [[Int]] = []
        var lineOfIssue: [IssueReference: Int] = [:]
        for (place, issue) in issues.enumerated() {
            if let issue, let line = lineOfIssue[issue] {
                lines[line].append(place)
            } else {
                if let issue { lineOfIssue[issue] = lines.count }
                lines.append([place])
            }
        }
        return lines
    }

    private func answers(at places: [Int], _ issues: [IssueReference?]) async -> [Answered] {
        var answered: [Answered] = []
        for place in places { answered.append((place, await answer(at: place, issues[place]))) }
        return answered
    }

    private func answer(at place: Int, _ issue: IssueReference?) async -> BulkActionAnswer.Item {
        do {
            return try await done(at: place, issue)
        } catch {
            let text = ProblemText(of: error, fields: "/items/\(place)/fields/")
            text.noteFailure(error, context.trace)
            var problem = text.problem(in: context.language)
            problem.requestId = context.trace?.id
            return BulkActionAnswer.Item(problem, retryAfter: text.retryAfter)
        }
    }

    /// Checks in the order that is promised for one action.
    private func done(at place: Int, _ issue: IssueReference?) async throws -> BulkActionAnswer.Item
    {
        let item = items[place]
        let terms = ActionSending.Terms(
            key: try key(at: place), requestDigest: try RequestDigest.digest(of: item),
            expected: try expected(at: place))
        guard let issue else { throw Refusal.unknownIssue }
        let outcome = try await sending.send(
            ActionBody(action: item.action, comment: item.comment, fields: item.fields),
            on: issue, by: principal, terms)
        let viewer = Viewer(
            principal, world: sending.desk.world.value, language: context.language,
            standingAt: sending.desk.time.now)
        return BulkActionAnswer.Item(
            try await sending.answer(outcome, viewer), status: 201, isReplay: outcome.isReplay)
    }

    private func key(at place: Int) throws(ItemFault) -> String {
        guard let key = items[place].key else { throw ItemFault(.keyMissing, at: place) }
        do {
            return try RequestHeaders.key(key)
        } catch {
            throw ItemFault(.keyMalformed, at: place)
        }
    }

    private func expected(at place: Int) throws(ItemFault) -> Command.ExpectedVersion {
        switch items[place].version {
        case nil: throw ItemFault(.versionMissing, at: place)
        case .text("*"): return .any
        case .integer(let version) where version >= 1: return .exactly(Int(version))
        case .null, .boolean, .integer, .number, .text, .list, .object:
            throw ItemFault(.versionMalformed, at: place)
        }
    }
}
