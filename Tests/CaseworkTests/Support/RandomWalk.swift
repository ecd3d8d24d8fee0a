import Casework
import Walking
import Workflow
import WorkingTime

/// Lets random people do random things to one issue at random times.
struct RandomWalk {
    private(set) var random: SplitMix64
    private(set) var story: Story
    private(set) var refusals = 0
    let start: Casework.Issue

    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        let confidential = random.next() % 4 == 0
        let fields: [String: FieldValue] = confidential ? ["complainedUnit": "commerce"] : [:]
        let creation = random.next() % 3 == 0 ? "saveDraft" : "file"
        story = try Story("09-18 16:00", fields: fields, action: creation)
        start = story.unborn
    }

    /// Waits a while, then lets somebody do one of the things that are open to them.
    mutating func step() throws -> (before: Casework.Issue, verdict: Verdict) {
        let at = later(than: story.issue.updatedAt)
        let before = story.issue
        let (principal, action) = try chosen(at: at)
        let fields = RandomFields.demo.values(for: action, in: story.issue, at: at, with: &random)
        let verdict = story.send(action.name, fields, by: principal, at: at)
        if case .refused = verdict { refusals += 1 }
        return (before, verdict)
    }

    private mutating func later(than instant: Instant) -> Instant {
        let scale: [Int64] = [60, 3600, 3600, 86400, 86400, 4 * 86400]
        let longest = scale.randomElement(using: &random) ?? 60
        return instant.adding(seconds: Int64.random(in: -30...longest, using: &random))
    }

    /// Mostly what is allowed, sometimes anything at all.
    private mutating func chosen(at: Instant) throws -> (Principal, ActionDefinition) {
        let principals = Self.people.map(Principal.person) + [story.newestLink]
        let decider = Decider(world: story.world)
        let actions = DemoWorld.assistance.definition.actions.filter { !$0.isAutomatic }
        if random.next() % 8 > 0 {
            let open = try principals.flatMap { principal in
                try decider.options(on: story.issue, by: principal, at: at)
                    .filter { $0.obstacle == nil && !Self.isIdle($0.action) }
                    .map { (principal, $0.action) }
            }
            if let choice = open.randomElement(using: &random) { return choice }
        }
        return (
            principals[Int(random.next() % UInt64(principals.count))],
            actions[Int(random.next() % UInt64(actions.count))]
        )
    }

    /// What changes next to nothing would fill the walks.
    private static func isIdle(_ action: ActionDefinition) -> Bool {
        ["note", "amend", "remind", "supplement", "object", "withdraw", "refer", "giveCard"]
            .contains(action.name)
    }

    static let people = DemoWorld.directory.persons.filter { person in
        [
            "officer1", "office.410102", "cityOffice1", "cityOffice2", "viceMayor", "caller",
            "taskForce.production", "taskForce.factors", "industry.handler", "industry.head",
            "commerce.handler", "commerce.head", "humanResources.handler", "humanResources.head",
            "division.410102", "office.410103", "auditor",
        ].contains(person.login)
    }
}
