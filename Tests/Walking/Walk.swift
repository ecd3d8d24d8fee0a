package import Casework
package import Workflow
import WorkingTime

/// One issue's life in memory, from its filing to its end, made up at random from a seed.
package struct Walk {
    /// What a walk must never come to.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String

        init(_ description: String) { self.description = description }
    }

    /// One refusal by a guard: the action, and the guard with its parameters.
    package struct Refused: Hashable, Sendable {
        package let action: String
        package let guardName: String

        package init(action: String, guardName: String) {
            self.action = action
            self.guardName = guardName
        }
    }

    /// After so many steps the walk turns homeward.
    private static let longWay = 30
    /// Within so many more it must be home.
    private static let wayHome = 400

    package private(set) var events: [IssueEvent] = []
    package private(set) var createdBeside: [IssueEvent] = []
    package private(set) var refused: Set<Refused> = []
    package private(set) var issue: Issue?
    package private(set) var course: WalkCourse?
    private var mind: WalkMind
    private let seed: UInt64
    private let legal: Set<Move>

    package init(_ workflow: PublishedWorkflow, in world: World, seed: UInt64) {
        mind = WalkMind(world: world, workflow: workflow, seed: seed)
        self.seed = seed
        legal = LegalMoves.of(workflow)
    }

    /// Walks until the issue has ended; now and then it is taken up again, and walks on.
    ///
    /// - Throws: `Fault` where something happened that never must.
    package mutating func run() throws {
        try create()
        var step = 0
        while step < Self.longWay + Self.wayHome {
            guard let issue else { return }
            if hasEnded(issue), mind.random.next() % 4 > 0 || step > Self.longWay { return }
            try take(homeward: step > Self.longWay)
            step += 1
        }
        throw fault(
            "does not come to an end, stuck in \(issue?.state ?? "-"): \(refused.map(\.guardName)), \(issue.map { "\($0.attributes.recorded)" } ?? "-")"
        )
    }

    private func hasEnded(_ issue: Issue) -> Bool {
        mind.workflow.definition.state(issue.state)?.isOpen == false
    }

    private mutating func create() throws {
        let world = mind.world
        guard let officer = world.directory.person(login: "officer1"),
            let administrator = world.directory.person(login: "administrator.system"),
            let enterprise = officer.pairedEnterprises.min()
        else { throw fault("the demonstration has changed") }
        let start = Instant(microseconds: 1_789_700_000_000_000).adding(
            seconds: Int64(mind.random.next() % (60 * 86400)))
        let filing = mind.filing(
            at: start, by: officer, administrator: administrator,
            for: DemoFiling.creditCode, key: "\(seed)")
        course = WalkCourse(filing: filing)
        let newIssue = try DemoFiling.newIssue(of: filing, for: enterprise, in: world)
        try accept([newIssue.event], after: newIssue.after)
    }

    private mutating func take(homeward: Bool) throws {
        guard let before = self.issue else { return }
        let at = mind.later(than: before.updatedAt, homeward: homeward)
        let decider = Decider(world: mind.world)
        let (marks, issue) = try decider.settle(before, until: at)
        try accept(marks, after: issue)
        course?.steps.append(.settle(at))
        guard !hasEnded(issue) || !homeward,
            let intent = mind.intent(on: issue, at: at, homeward: homeward)
        else { return }
        let command = Command(
            issue: .id(issue.id),
            intent: .act(action: intent.action.name, comment: nil, fields: intent.fields),
            principal: intent.principal, expected: .any,
            key: CommandKey(deriving: ["\(events.count) \(intent.action.name)"]),
            requestDigest: [2], receivedAt: intent.at)
        course?.steps.append(.ask(command))
        switch decider.decide(command, on: try Self.loaded(issue, for: command, in: mind.world)) {
        case .decided(let decision):
            createdBeside += decision.newIssues.map(\.event)
            try accept(decision.events, after: decision.after)
        case .refused(.guardFailed(let action, let failure, _)):
            refused.insert(Refused(action: action.name, guardName: failure.name))
        case .refused(.forbidden), .refused(.unknownIssue), .refused(.notAllowedNow):
            throw fault("\(intent.action.name) is refused in \(issue.state) though it is possible")
        case .refused: break
        case .failed(let failure): throw fault("\(intent.action.name): \(failure)")
        case .nothing, .replay: throw fault("\(intent.action.name) came to nothing")
        }
    }

    /// Another open issue of the enterprise that a field of an action may name: one that is joined is
    /// public, others have the same readers.
    static func companion(of issue: Issue, for action: ActionDefinition) -> Issue {
        var attributes = issue.attributes
        attributes[.commonIssue] = nil
        if action.joinsCommon {
            attributes[.confidential] = nil
            attributes[.complainedUnit] = nil
        }
        return Issue(
            id: IssueID(99), number: RandomFields.otherIssue, caseID: issue.caseID,
            enterprise: issue.enterprise, filer: issue.filer, workflow: issue.workflow,
            createdAt: issue.createdAt, updatedAt: issue.updatedAt, sequence: 1,
            state: issue.state, attributes: attributes, narrative: issue.narrative, clocks: [],
            clockCount: 0, digest: [])
    }

    /// Checks each event against the definition, and the issue that they come to.
    private mutating func accept(_ new: [IssueEvent], after: Issue) throws {
        for event in new {
            guard event.from == (events.last?.to ?? StateDefinition.unborn) else {
                throw fault("\(event.action) leaves \(event.from), not where the issue was")
            }
            guard legal.contains(Move(from: event.from, action: event.action, to: event.to)) else {
                throw fault("\(event.from) \(event.action) \(event.to) is not in the definition")
            }
            guard event.sequence == events.count + 1, event.at >= events.last?.at ?? event.at else {
                throw fault("\(event.action) stands out of order")
            }
            events.append(event)
        }
        if hasEnded(after), let clock = after.liveClocks.first {
            throw fault("\(clock.kind) runs in \(after.state)")
        }
        if let clock = after.liveClocks.first(where: { $0.dueAt < $0.startedAt }) {
            throw fault("\(clock.kind) is due before it starts")
        }
        issue = after
    }

    private func fault(_ text: String) -> Fault {
        let course = events.suffix(6).map { "\($0.action)→\($0.to)" }.joined(separator: " ")
        return Fault("seed \(seed): \(text) (\(course))")
    }
}

/// The legal moves of a definition, computed once.
package enum LegalMoves {
    package static func of(_ workflow: PublishedWorkflow) -> Set<Move> {
        switch workflow.id {
        case DemoWorld.assistance.id: assistance
        case DemoWorld.deliveries.id: deliveries
        default: Set(workflow.definition.moves)
        }
    }

    private static let assistance = Set(DemoWorld.assistance.definition.moves)
    private static let deliveries = Set(DemoWorld.deliveries.definition.moves)
}
