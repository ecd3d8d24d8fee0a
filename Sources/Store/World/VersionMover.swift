package import Casework
import Engine
package import Postgres
import Workflow
package import WorkingTime

/// Moves running issues from one version of their workflow to another, as the owner.
package struct VersionMover: Sendable {
    /// Narrows which issues move; empty lists are any.
    package struct Filter: Sendable {
        package var states: [String] = []
        package var classes: [String] = []
        package var categories: [String] = []
        package var divisions: [String] = []
        package var units: [String] = []
        package var numbers: [String] = []

        package init() {}
    }

    /// One deadline that the move changes.
    package struct DeadlineChange: Sendable, Hashable {
        package let issue: String
        package let clock: String
        package let old: Instant
        /// Nil where the new version does not know the clock, so that it is ended.
        package let new: Instant?
        /// True where the deadline lies in the past only since the move.
        package let becomesOverdue: Bool
    }

    package struct Report: Sendable {
        package var movedCount = 0
        /// Numbers of issues that stay, each with every reason.
        package var unmapped: [(issue: String, reasons: [String])] = []
        package var deadlines: [DeadlineChange] = []
    }

    private static let pageSize = 64

    private let store: PostgresCaseStore
    private let world: World
    private let move: VersionMove
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the move.
    package init(
        store: PostgresCaseStore, move: VersionMove, by person: PersonID, at now: Instant
    ) {
        self.store = store
        world = store.world.value
        self.move = move
        self.person = person
        self.now = now
    }

    /// Publishes the moves between the two versions: without them no event of the kind can be stored.
    package func publish(over connection: PostgresConnection) async throws {
        guard let old = world.workflow(move.from)?.definition,
            let new = world.workflow(move.to)?.definition
        else { throw WorldFault("one of the two versions is not published") }
        let moves = move.moves(from: old, to: new)
        _ = try await connection.query(
            store.queries.statement(
                .addVersionMoves, .int64(move.from.rawValue), .int64(move.to.rawValue),
                .texts(moves.map(\.from)), .texts(moves.map(\.to)), .text(VersionMove.action)))
    }

    /// Tells when the new version was published: servers need a moment to learn of it.
    package func publishedAt() async throws -> Instant? {
        try await store.read(.versionPublishedAt, .int64(move.to.rawValue)).first
            .map { Instant(microseconds: try $0.timestamp(0)) }
    }

    /// Moves every running issue that the filter lets through, a page a transaction.
    ///
    /// Started again after an interruption it goes on where it was: whoever moved is passed over.
    package func run(_ filter: Filter, isTrial: Bool) async throws -> Report {
        var report = Report()
        var last: Int64 = 0
        while true {
            let page = try await ids(after: last, filter)
            guard let highest = page.last else { return report }
            let issues = try await store.issues(page).sorted { $0.id < $1.id }
            if isTrial {
                try attempt(issues, into: &report)
            } else {
                try await carryOut(issues, into: &report)
            }
            last = highest.rawValue
        }
    }

    private func ids(after last: Int64, _ filter: Filter) async throws -> [IssueID] {
        let states = try filter.states.flatMap { name in
            let ids = store.catalogue.value.ids(ofStatesNamed: name)
            guard !ids.isEmpty else { throw WorldFault("no state is called \(name)") }
            return ids
        }
        let units = try filter.units.map { code in
            guard let unit = world.directory.unit(code: code) else {
                throw WorldFault("the unit \(code) is not in the directory")
            }
            return unit.id.rawValue
        }
        return try await store.read(
            .openIssuesOfVersion, .int64(move.from.rawValue), .int64(last),
            .int32s(states), .texts(filter.classes), .texts(filter.categories),
            .texts(filter.divisions), .int64s(units), .texts(filter.numbers),
            .int32(Int32(Self.pageSize))
        ).map { IssueID(try $0.int64(0)) }
    }

    /// The key holds the sequence too: after a move back, forward again is another move.
    private func command(_ issue: Issue) -> Command {
        Command(
            issue: issue.id, wish: .move(move, by: person), principal: .system, expected: .any,
            key: CommandKey(deriving: [
                VersionMove.action, issue.id.description, move.from.description,
                move.to.description, "\(issue.sequence)",
            ]),
            requestDigest: [], receivedAt: now)
    }

    private func attempt(_ issues: [Issue], into report: inout Report) throws {
        let decider = Decider(world: world)
        for var issue in issues {
            issue.clocks = issue.liveClocks
            add(decider.decide(command(issue), on: issue, earlier: nil), of: issue, to: &report)
        }
    }

    private func carryOut(_ issues: [Issue], into report: inout Report) async throws {
        let decider = Decider(world: world)
        let verdicts = try await store.transact(issues.map(command)) { command, loaded in
            decider.decide(command, on: loaded.issue, earlier: loaded.earlier)
        }
        for (issue, verdict) in zip(issues, verdicts) { add(verdict, of: issue, to: &report) }
    }

    private func add(_ verdict: Verdict, of issue: Issue, to report: inout Report) {
        switch verdict {
        case .decided(let decision):
            report.movedCount += 1
            report.deadlines += changes(decision, of: issue)
        case .refused(.cannotMove(let reasons)): report.unmapped.append((issue.number, reasons))
        case .refused(let refusal): report.unmapped.append((issue.number, ["\(refusal)"]))
        case .failed(let fault): report.unmapped.append((issue.number, ["\(fault)"]))
        case .replay, .nothing:
            report.unmapped.append((issue.number, ["it was moved by another at the same time"]))
        }
    }

    /// Marks that had passed before are no change of the move: only its own event counts.
    private func changes(_ decision: Decision, of issue: Issue) -> [DeadlineChange] {
        guard let event = decision.events.last else { return [] }
        var settled = issue
        for mark in decision.events.dropLast() { settled.apply(mark) }
        return event.body.clocks.compactMap { clock in
            guard let old = settled.liveClocks.first(where: { $0.number == clock.number }) else {
                return nil
            }
            if clock.status == .cancelled {
                return DeadlineChange(
                    issue: issue.number, clock: clock.kind, old: old.dueAt, new: nil,
                    becomesOverdue: false)
            }
            guard clock.dueAt != old.dueAt else { return nil }
            return DeadlineChange(
                issue: issue.number, clock: clock.kind, old: old.dueAt, new: clock.dueAt,
                becomesOverdue: clock.status == .running && clock.dueAt < now && old.dueAt >= now)
        }
    }
}
