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

    @Test(arguments: `Random paths`.workflows)
    func `kept event by event are those that the issue itself gives`(name: String) throws {
        let workflow = DemoWorld.workflow(name)
        var unchanged = 0
        for seed in 0..<60 {
            var walk = Walk(workflow, in: DemoWorld.walked, seed: UInt64(seed))
            try walk.run()
            var kept: [DutyRow.Key: DutyRow] = [:]
            var since: [DutyRow.Key: Instant] = [:]
            try DutyReplay(try #require(walk.course), of: workflow).eachEvent {
                before, event, issue in
                let change = DemoWorld.walked.definitions.dutyChange(of: before, by: [event])
                for key in change.ended {
                    #expect(kept.removeValue(forKey: key) != nil, "nothing there that ends")
                    since[key] = nil
                }
                for put in change.put {
                    #expect((kept[put.row.key] == nil) == (put.since != nil))
                    kept[put.row.key] = put.row
                    since[put.row.key] = put.since ?? since[put.row.key]
                }
                if change.put.isEmpty, change.ended.isEmpty { unchanged += 1 }
                let wanted = Self.rows(of: issue, workflow)
                #expect(
                    kept.mapValues(Self.words) == wanted, "seed \(seed), event \(issue.sequence)")
                #expect(Set(since.keys) == Set(kept.keys))
            }
        }
        #expect(unchanged > 100, "hardly an event left what is owed as it was")
    }

    /// What is owed on an issue, a line for each holder, by the part that comes first.
    private static func rows(
        of issue: Casework.Issue, _ workflow: PublishedWorkflow
    ) -> [DutyRow.Key: String] {
        let issueClass = issue.attributes.issueClass ?? workflow.definition.defaultClass
        let rank = workflow.definition.issueClass(issueClass)?.rank ?? 0
        var rows: [DutyRow.Key: String] = [:]
        for duty in DutyCalculation(of: issue, in: workflow).duties() {
            let parts: [(DutyRow.Part, [DutyHolder])] = [
                (.owes, duty.holders), (.substitutes, duty.substitutes), (.helps, duty.helpers),
                (.within, duty.within), (.waits, duty.waiting),
            ]
            for (part, holders) in parts {
                for holder in holders {
                    let key = DutyRow.Key(slot: duty.slot.number, holder: holder.key)
                    guard rows[key] == nil else { continue }
                    rows[key] = words(
                        part, duty.actions, duty.barred, duty.dueAt, duty.isPaused, duty.isBlocked,
                        rank)
                }
            }
        }
        return rows
    }

    private static func words(_ row: DutyRow) -> String {
        words(
            row.part, row.actions, row.barred, row.dueAt, row.isPaused, row.isBlocked,
            row.classRank)
    }

    private static func words(
        _ part: DutyRow.Part, _ actions: [String], _ barred: [PersonID], _ dueAt: Instant?,
        _ isPaused: Bool, _ isBlocked: Bool, _ rank: Int
    ) -> String {
        "\(part) \(actions) \(barred) \(dueAt?.microseconds ?? 0) \(isPaused) \(isBlocked) \(rank)"
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
        try eachEvent { _, _, issue in try look(issue) }
    }

    /// - Parameter look: takes the issue before each event, the event, and the issue after it.
    func eachEvent(
        _ look: (Casework.Issue, IssueEvent, Casework.Issue) throws -> Void
    ) rethrows {
        var issue = created
        for event in events {
            let before = issue
            issue.apply(event)
            try look(before, event, issue)
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
