package import Casework
package import WorkingTime

/// One deadline that a change of many issues moves.
package struct DeadlineChange: Sendable, Hashable {
    package let issue: String
    package let clock: String
    package let party: String?
    package let old: Instant
    /// Nil where the clock was ended.
    package let new: Instant?
    /// True where the deadline lies in the past only since the change.
    package let becomesOverdue: Bool
    /// True where a breach no longer counts since the change.
    package let isSaved: Bool
}

/// Says what a change of many issues did, or would do: of a page of them, or of all.
package struct MassChangeReport: Sendable {
    package var changedCount = 0
    /// Numbers of issues that stay as they are, each with every reason.
    package var unchanged: [(issue: String, reasons: [String])] = []
    package var deadlines: [DeadlineChange] = []
    /// Numbers of issues that were changed, what of their deadlines being unknown: the connection was
    /// lost before the answer.
    package var untold: [String] = []
    /// How many clocks have a deadline that is no longer provisional.
    package var firmCount = 0

    mutating func add(_ other: MassChangeReport) {
        changedCount += other.changedCount
        unchanged += other.unchanged
        deadlines += other.deadlines
        untold += other.untold
        firmCount += other.firmCount
    }
}

/// Sends one command to each of many issues, down the path of all commands, or tries what it would do.
///
/// Started again after an interruption it goes on where it was, if the pages leave out whoever was
/// changed.
package struct MassChange {
    package static let pageSize = 64

    private let world: World
    private let now: Instant
    private let batcher: Batcher?
    private let page: (_ after: Int64) async throws -> [IssueID]
    private let load: ([IssueID]) async throws -> [Issue]
    private let isConcerned: (Issue) throws -> Bool
    private let command: @Sendable (Issue) -> Command

    /// - Parameters:
    ///   - batcher: nil where it is only tried what would happen.
    ///   - page: gives the issues with higher ids that are concerned, the lowest first.
    ///   - load: reads issues with all their clocks.
    ///   - isConcerned: says of an issue of a page whether it is concerned, where the page can't.
    package init(
        world: World, at now: Instant, through batcher: Batcher?,
        page: @escaping (_ after: Int64) async throws -> [IssueID],
        load: @escaping ([IssueID]) async throws -> [Issue],
        isConcerned: @escaping (Issue) throws -> Bool = { _ in true },
        command: @escaping @Sendable (Issue) -> Command
    ) {
        self.world = world
        self.now = now
        self.batcher = batcher
        self.page = page
        self.load = load
        self.isConcerned = isConcerned
        self.command = command
    }

    /// - Parameter tell: hears of each page once it is done, so that an interruption leaves nothing
    ///   untold.
    /// - Returns: the report of all pages.
    package func run(
        telling tell: (MassChangeReport) -> Void
    ) async throws -> MassChangeReport {
        var whole = MassChangeReport()
        var last: Int64 = 0
        while true {
            let ids = try await page(last)
            guard let highest = ids.last else { return whole }
            let issues = try await load(ids).filter(isConcerned).sorted { $0.id < $1.id }
            let commands = issues.map(command)
            let verdicts = try await verdicts(on: commands, issues)
            var report = MassChangeReport()
            for (index, verdict) in verdicts.enumerated() {
                add(verdict, of: commands[index], on: issues[index], to: &report)
            }
            tell(report)
            whole.add(report)
            last = highest.rawValue
        }
    }

    private func verdicts(
        on commands: [Command], _ issues: [Issue]
    ) async throws -> [Verdict] {
        guard let batcher else { return attempt(commands, on: issues) }
        return try await withThrowingTaskGroup(of: (Int, Verdict).self) { group in
            for (place, command) in commands.enumerated() {
                group.addTask { (place, try await Self.send(command, through: batcher)) }
            }
            return try await group.reduce(into: [Int: Verdict]()) { $0[$1.0] = $1.1 }
                .sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Sends a command again while somebody else holds its issue; what can't be done stays undone, and
    /// costs no other.
    private static func send(
        _ command: Command, through batcher: Batcher
    ) async throws -> Verdict {
        for _ in 0..<20 {
            do {
                return try await batcher.submit(command)
            } catch EngineFailure.locked {
                continue
            } catch EngineFailure.violation(let reason) {
                return .failed(WorldFault("the database refuses it: \(reason)"))
            }
        }
        return .failed(WorldFault("another transaction holds it"))
    }

    private func attempt(_ commands: [Command], on issues: [Issue]) -> [Verdict] {
        let decider = Decider(world: world)
        return zip(commands, issues).map { command, issue in
            var loaded = issue
            loaded.clocks = loaded.liveClocks
            return decider.decide(command, on: LoadedIssue(issue: loaded))
        }
    }

    private func add(
        _ verdict: Verdict, of command: Command, on issue: Issue,
        to report: inout MassChangeReport
    ) {
        switch verdict {
        case .decided(let decision):
            // Where the marks that had passed left nothing to change, there are only their events.
            guard decision.events.last?.key == command.key else { return }
            report.changedCount += 1
            compare(decision, with: issue, into: &report)
        case .refused(.cannotMove(let reasons)): report.unchanged.append((issue.number, reasons))
        case .refused(let refusal): report.unchanged.append((issue.number, ["\(refusal)"]))
        case .failed(let fault): report.unchanged.append((issue.number, ["\(fault)"]))
        case .replay:
            // The key says which change it is: the connection was lost after the commit.
            report.changedCount += 1
            report.untold.append(issue.number)
        case .nothing:
            report.unchanged.append((issue.number, ["it was changed by another at the same time"]))
        }
    }

    /// Marks that had passed before are no part of the change: only its own event counts.
    private func compare(
        _ decision: Decision, with issue: Issue, into report: inout MassChangeReport
    ) {
        guard let event = decision.events.last else { return }
        var settled = issue
        for mark in decision.events.dropLast() { settled.apply(mark) }
        for clock in event.body.clocks where clock.savedAt == nil {
            let taken = event.body.adoption?.moved.first { $0.clock == clock.number }?.inPlaceOf
            let number = taken ?? clock.number
            guard let old = settled.liveClocks.first(where: { $0.number == number }) else {
                continue
            }
            if old.isProvisional, !clock.isProvisional, !clock.isEnded { report.firmCount += 1 }
            guard clock.status == .cancelled || clock.dueAt != old.dueAt else { continue }
            let isEnded = clock.status == .cancelled
            let judged = clock.judgedAt(now)
            report.deadlines.append(
                DeadlineChange(
                    issue: issue.number, clock: clock.kind, party: clock.party, old: old.dueAt,
                    new: isEnded ? nil : clock.dueAt,
                    becomesOverdue: !isEnded && !old.isBreached && clock.dueAt < judged
                        && old.dueAt >= judged,
                    isSaved: taken != nil && !clock.isBreached))
        }
    }
}
