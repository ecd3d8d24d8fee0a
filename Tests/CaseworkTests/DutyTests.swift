import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// What is owed, and by whom, in every state of both campaigns.
@Suite struct `Duties` {
    @Test(arguments: `Random paths`.workflows)
    func `of every open issue are held by somebody who may do them, and are in that queue`(
        name: String
    ) throws {
        var tally = DutyTally()
        let workflow = DemoWorld.workflow(name)
        for seed in 0..<250 {
            var walk = Walk(workflow, in: DemoWorld.walked, seed: UInt64(seed))
            try walk.run()
            let course = try #require(walk.course)
            try DutyReplay(course, of: workflow).each { issue in
                try tally.take(
                    issue, workflow,
                    "seed \(seed), event \(issue.sequence) \(issue.attributes.recorded.attributes)")
            }
        }
        print("\(name): \(tally.words)")
        let open = workflow.definition.states.filter(\.isOpen).map(\.name)
        #expect(Set(open).subtracting(tally.states.keys).isEmpty, "not all states were walked")
        // All that is asked for was owed once.
        let asked = Set(
            workflow.definition.duties.clocks.values.flatMap { $0.map(\.action) }
                + workflow.definition.duties.states.values
                .flatMap { $0.flatMap(\.actions).map(\.action) })
        #expect(asked.subtracting(tally.actions).isEmpty, "asked for, and never owed")
    }

    @Test func `that have ended are none, and rights are owed by nobody`() throws {
        var story = try Story("09-18 16:00")
        #expect(!duties(of: story.issue).isEmpty)
        try story.take("decline", by: "office.410102", at: "09-18 16:05", ["reason": "不属受理范围"])
        #expect(duties(of: story.issue).isEmpty)
    }

    private func duties(of issue: Casework.Issue) -> [Duty] {
        DutyCalculation(of: issue, in: DemoWorld.assistance).duties()
    }
}

/// Goes through a walk again, and shows the issue after each event.
struct DutyReplay {
    private let events: [IssueEvent]
    private let created: Casework.Issue

    init(_ course: WalkCourse, of workflow: PublishedWorkflow) throws {
        let (events, after) = try Walk.events(
            of: course, in: DemoWorld.walked, filed: course.filing, asking: { $0 })
        self.events = events
        created = Casework.Issue(unbornLike: after)
    }

    func each(_ look: (Casework.Issue) throws -> Void) rethrows {
        var issue = created
        for event in events {
            issue.apply(event)
            try look(issue)
        }
    }
}

/// Counts what was owed, and proves that it can be done.
struct DutyTally {
    private(set) var states: [String: Int] = [:]
    private(set) var actions: Set<String> = []
    private var dutyCount = 0
    private var holderCount = 0
    private var substituteCount = 0
    private var passedByCount = 0

    var words: String {
        "\(states.values.reduce(0, +)) open issues in \(states.count) states, \(dutyCount) duties, "
            + "\(holderCount) holders found, \(passedByCount) passed by, \(substituteCount) times a substitute"
    }

    mutating func take(
        _ issue: Casework.Issue, _ workflow: PublishedWorkflow, _ place: String
    ) throws {
        let duties = DutyCalculation(of: issue, in: workflow).duties()
        guard workflow.definition.state(issue.state)?.isOpen == true else {
            #expect(duties.isEmpty, "\(place)")
            return
        }
        states[issue.state, default: 0] += 1
        #expect(!duties.isEmpty, "\(place): nothing is owed in \(issue.state)")
        #expect(Set(duties.map(\.slot)).count == duties.count, "\(place)")
        for duty in duties { try take(duty, issue, workflow, place) }
    }

    private mutating func take(
        _ duty: Duty, _ issue: Casework.Issue, _ workflow: PublishedWorkflow, _ place: String
    ) throws {
        dutyCount += 1
        actions.formUnion(duty.actions)
        let what: Comment = "\(place): \(duty.actions) in \(issue.state) by \(duty.holders)"
        #expect(!duty.actions.isEmpty && !duty.holders.isEmpty, what)
        for action in duty.actions {
            let isPossible = workflow.definition.action(action)
                .map { !$0.transitions(from: issue.state).isEmpty }
            #expect(isPossible == true, what)
        }
        if duty.holders == [.enterprise] {
            let link = max(1, issue.attributes.count(.links))
            #expect(Self.may(.enterprise(issue.id, link: link), duty, issue, workflow), what)
            return
        }
        let holding = Self.people(duty.holders, barred: duty.barred, issue)
        let able = holding.filter { Self.may(.person($0), duty, issue, workflow) }
        holderCount += able.count
        // Whoever filed for an old ledger is asked, and may not: it is in no queue of that one.
        passedByCount += holding.count - able.count
        guard able.isEmpty else { return }
        substituteCount += 1
        let others = Self.people(duty.substitutes, barred: duty.barred, issue)
        #expect(
            others.contains { Self.may(.person($0), duty, issue, workflow) },
            "\(what): nobody can, nor \(duty.substitutes)")
    }

    /// Those in whose queue it is.
    private static func people(
        _ holders: [DutyHolder], barred: [PersonID], _ issue: Casework.Issue
    ) -> [Person] {
        let world = DemoWorld.walked
        return queues.filter { person, held in
            !barred.contains(person.id) && !held.isDisjoint(with: holders)
                && world.directory.scope(of: .person(person), at: issue.updatedAt)
                    .sees(issue, in: world.directory)
        }.map { $0.person }
    }

    /// Nothing in the directory has a date, so that who holds what is the same at any time.
    private static let queues: [(person: Person, held: Set<DutyHolder>)] = {
        let directory = DemoWorld.walked.directory
        let posts = DutyPosts(in: directory, at: Instant(microseconds: 1_789_700_000_000_000))
        return directory.persons.map { ($0, posts.holders(of: $0)) }
    }()

    private static func may(
        _ principal: Principal, _ duty: Duty, _ issue: Casework.Issue,
        _ workflow: PublishedWorkflow
    ) -> Bool {
        let world = DemoWorld.walked
        let authority = Authority(
            of: principal, in: world.directory, by: world.ladders, at: issue.updatedAt)
        return duty.actions.contains { name in
            workflow.definition.action(name)
                .flatMap { authority.standing(for: $0, on: issue) } != nil
        }
    }
}
