package import Casework
package import Workflow
package import WorkingTime

/// Makes up what happens to one issue next: who does what, when, with which values.
package struct WalkMind {
    /// What somebody wants to do next, mostly permitted.
    package struct Intent {
        package let principal: Principal
        package let action: ActionDefinition
        package let fields: [String: FieldValue]
        package let at: Instant
    }

    private static let logins = [
        "officer1", "office.410102", "office.410103", "cityOffice1", "cityOffice2", "viceMayor",
        "caller",
        "taskForce.production", "taskForce.factors", "industry.handler", "industry.head",
        "commerce.handler", "commerce.head", "humanResources.handler", "humanResources.head",
        "developmentReform.handler", "developmentReform.head", "division.410102",
        "division.410103", DemoWorld.manyHats, DemoWorld.manyHats,
    ]
    /// What changes next to nothing, or ends everything, would fill the walks.
    private static let idle: Set = [
        "note", "amend", "remind", "supplement", "object", "withdraw", "refer", "giveCard",
        "supervise", "instruct", "decline", "requestEscalation", "joinCommon",
    ]
    /// Out of so many intents for an action one is carried out. Merging ends an issue nearly anywhere,
    /// which would keep the walks from what comes late.
    private static func rarity(of action: String) -> UInt64 {
        switch action {
        case "merge": 40
        case "closeDivided": 4
        default: idle.contains(action) ? 12 : 1
        }
    }

    /// What comes too late is refused, and ends nothing.
    private static func rarity(of action: ActionDefinition, on issue: Issue) -> UInt64 {
        let isLate = action.guards.contains { condition in
            guard case .beforeAny(let taken, _) = condition else { return false }
            return issue.attributes.last(taken) != nil
        }
        return isLate ? min(4, rarity(of: action.name)) : rarity(of: action.name)
    }

    package let world: World
    package let workflow: PublishedWorkflow
    private let people: [Person]
    private let distances: [String: Int]
    package var random: SplitMix64

    package init(world: World, workflow: PublishedWorkflow, seed: UInt64) {
        self.world = world
        self.workflow = workflow
        people = Self.logins.compactMap(world.directory.person(login:))
        distances = Self.distances(in: workflow.definition)
        random = SplitMix64(seed: seed)
    }

    /// How many moves are left to a terminal state, not counting what may happen anywhere.
    private static func distances(in definition: WorkflowDefinition) -> [String: Int] {
        var distances = Dictionary(
            uniqueKeysWithValues: definition.states.filter { !$0.isOpen }.map { ($0.name, 0) })
        // What another issue sets off is nothing to wait for.
        let called = called(in: definition)
        let moves = definition.moves.filter {
            rarity(of: $0.action) == 1 && !called.contains($0.action)
        }
        for _ in definition.states {
            for move in moves where move.from != StateDefinition.unborn {
                guard let next = distances[move.to], definition.state(move.from)?.isOpen == true
                else { continue }
                distances[move.from] = min(distances[move.from] ?? .max, next + 1)
            }
        }
        return distances
    }

    private var definition: WorkflowDefinition { workflow.definition }

    /// Makes up a filing of one issue: mostly a fresh one, sometimes a running ledger's.
    package mutating func filing(
        at instant: Instant, by officer: Person, administrator: Person,
        for creditCode: String, key: String
    ) -> Filing {
        let isAdoption = random.next() % 6 == 0
        let creations = isAdoption ? ["adopt"] : ["file", "file", "saveDraft"]
        let name = creations.randomElement(using: &random) ?? "file"
        var fields: [String: FieldValue] = [
            "title": .text("示例诉求"), "description": .text("示例内容"),
            "category": .text(["LAB", "LAB", "ARR"].randomElement(using: &random) ?? "LAB"),
            "division": .text("410102"),
        ]
        fields["needs"] = RandomFields(world: world, definition: definition)
            .typed(.needs, in: fields["category"]?.text)
        if definition.requiresDeliveryKind { fields["deliveryKind"] = .text("service") }
        if random.next() % 2 == 0 {
            fields["class"] = definition.classes.randomElement(using: &random).map {
                .text($0.name)
            }
        }
        if isAdoption {
            adopt(&fields, at: instant)
        } else if random.next() % 5 == 0 {
            fields["complainedUnit"] = .text("commerce")
        } else if random.next() % 8 == 0 {
            fields["confidential"] = .boolean(true)
        }
        return Filing(
            workflow: definition.id, action: name, enterprise: creditCode, source: "walk",
            externalReference: nil, note: nil, creditCodeOverride: nil,
            issues: [
                .init(fields: fields, contact: .init(name: "示例联系人", phone: "13800001234"))
            ],
            principal: .person(isAdoption ? administrator : officer),
            key: CommandKey(deriving: ["walk", key]), requestDigest: Array(repeating: 7, count: 32),
            receivedAt: instant)
    }

    private mutating func adopt(_ fields: inout [String: FieldValue], at instant: Instant) {
        let zone = world.calendars.current(definition.calendar)?.zone ?? .utc
        func date(_ days: Int64) -> FieldValue {
            .text(zone.date(at: instant.adding(seconds: days * 86400)).description)
        }
        fields["state"] = definition.states.filter(\.isOpen).randomElement(using: &random)
            .map { .text($0.name) }
        fields["leadUnit"] = .text("industry")
        fields["supportingUnits"] = .list([.text("humanResources")])
        if random.next() % 2 == 0, world.directory.person(login: DemoWorld.manyHats) != nil {
            fields["handler"] = .text(DemoWorld.manyHats)
        }
        let dispatched = -Int64(random.next() % 8)
        var dates = ["receivedOn": -9, "dispatchedOn": dispatched, "nextReportOn": 3]
        if random.next() % 2 == 0 {
            dates["dueOn"] = dispatched + Int64(random.next() % 20)
        }
        for name in [
            "pausedOn", "reportedOn", "sentBackOn", "reworkOn", "confirmedOn", "evaluatedOn",
        ] {
            dates[name] = max(dispatched, -1)
        }
        for field in datesOfLedger(into: fields["state"]?.text ?? "") {
            fields[field] = dates[field].map(date)
        }
    }

    /// Names the dates that a ledger of a state has.
    private func datesOfLedger(into state: String) -> [String] {
        guard let action = definition.action("adopt"),
            let transition = action.transitions.first(where: { $0.to == state })
        else { return [] }
        return LedgerDates(of: action, transition).known.map(\.name)
    }

    /// Chooses what happens next.
    ///
    /// - Parameters:
    ///   - issue: as its alarms left it at that instant.
    ///   - homeward: whether the issue is to come nearer to its end.
    package mutating func intent(on issue: Issue, at: Instant, homeward: Bool) -> Intent? {
        if !homeward, let called = called(on: issue, at: at) { return called }
        if !homeward, let outcome = outcomeOfMember(issue, at: at) { return outcome }
        if !homeward, let result = resultForMember(issue, at: at) { return result }
        if let again = onceTooOften(issue, at: at) { return again }
        let possible = definition.actions.filter {
            !$0.isAutomatic && !$0.transitions(from: issue.state).isEmpty
        }
        let wanted = possible.filter { action in
            homeward ? leadsHome(action, from: issue.state) : true
        }
        for _ in 0..<20 {
            guard let action = wanted.randomElement(using: &random) else { return nil }
            if !homeward, random.next() % Self.rarity(of: action, on: issue) > 0 { continue }
            let able = able(to: action, issue)
            guard let principal = able.randomElement(using: &random) else { continue }
            let fields = RandomFields(
                world: world, definition: definition, omits: homeward ? 0 : 60
            ).values(for: action, in: issue, at: at, with: &random)
            return Intent(principal: principal, action: action, fields: fields, at: at)
        }
        return nil
    }

    /// A unit that did as often as it may what it may do but so often, or what is settled for good, tries
    /// it once more: chance alone comes to that too seldom.
    private mutating func onceTooOften(_ issue: Issue, at: Instant) -> Intent? {
        let spent = definition.actions.filter { action in
            !action.isAutomatic && !action.transitions(from: issue.state).isEmpty
                && isRefusedAsSpent(action, on: issue)
        }
        guard let action = spent.randomElement(using: &random), random.next() % 2 == 0 else {
            return nil
        }
        return intent(for: action, on: issue, at: at)
    }

    /// Tells whether a guard counts the action for the unit, or asks that something in its window was not
    /// settled, and nothing that comes before that refuses it: it was not begun, and its window is open.
    private func isRefusedAsSpent(_ action: ActionDefinition, on issue: Issue) -> Bool {
        let lead = issue.attributes.leadUnit ?? ""
        var hasWindow = false
        var isSpent = false
        for condition in action.guards {
            if case .withinLimit(let clock) = condition {
                guard !issue.liveClocks(clock).isEmpty else { return false }
                hasWindow = true
            }
            if case .atMostTimes(let counter, let times, true) = condition {
                isSpent = isSpent || issue.attributes.count(counter, of: lead) >= times
            }
            if case .isNotSet(let attribute) = condition {
                isSpent = isSpent || hasWindow && issue.attributes[attribute] != nil
            }
        }
        return isSpent
    }

    /// Whoever has an issue under a common one says what came of it: its result waits for that.
    private mutating func outcomeOfMember(_ issue: Issue, at: Instant) -> Intent? {
        guard issue.attributes[.commonIssue] != nil, issue.attributes[.outcome] == nil,
            random.next() % 3 == 0, let action = definition.action("giveOutcome"),
            !action.transitions(from: issue.state).isEmpty
        else { return nil }
        return intent(for: action, on: issue, at: at)
    }

    /// What came of the common issue reaches whoever waits for nothing else, in whatever state: chance
    /// alone comes to some of them too seldom.
    private mutating func resultForMember(_ issue: Issue, at: Instant) -> Intent? {
        guard issue.attributes[.commonIssue] != nil, issue.attributes[.outcome] != nil,
            let action = definition.action("receiveResult"),
            !action.transitions(from: issue.state).isEmpty, random.next() % 3 == 0
        else { return nil }
        let fields = RandomFields(world: world, definition: definition)
            .values(for: action, in: issue, at: at, with: &random)
        return Intent(principal: .system, action: action, fields: fields, at: at)
    }

    private mutating func intent(
        for action: ActionDefinition, on issue: Issue, at: Instant
    ) -> Intent? {
        guard let principal = able(to: action, issue).randomElement(using: &random) else {
            return nil
        }
        let fields = RandomFields(world: world, definition: definition)
            .values(for: action, in: issue, at: at, with: &random)
        return Intent(principal: principal, action: action, fields: fields, at: at)
    }

    private static func called(in definition: WorkflowDefinition) -> Set<String> {
        Set(
            definition.actions.flatMap { $0.effects + $0.transitions.flatMap(\.effects) }
                .flatMap(\.calledActions))
    }

    /// What another issue sets off on this one: now and then where it belongs to one, and rarely
    /// where it does not.
    private mutating func called(on issue: Issue, at: Instant) -> Intent? {
        let isMember = issue.attributes[.commonIssue] != nil
        guard random.next() % (isMember ? 5 : 120) == 0 else { return nil }
        let names = Self.called(in: definition)
        let possible = definition.actions.filter {
            names.contains($0.name) && !$0.transitions(from: issue.state).isEmpty
        }
        guard let action = possible.randomElement(using: &random) else { return nil }
        let fields = RandomFields(world: world, definition: definition)
            .values(for: action, in: issue, at: at, with: &random)
        return Intent(principal: .system, action: action, fields: fields, at: at)
    }

    private func leadsHome(_ action: ActionDefinition, from state: String) -> Bool {
        let here = distances[state] ?? 0
        return Self.rarity(of: action.name) == 1
            && (action.transitions(from: state).contains { (distances[$0.to] ?? .max) < here }
                || Self.helpful.contains(action.name))
    }

    /// What stays where it is, and yet removes what stands in the way of the end.
    private static let helpful: Set = [
        "giveOpinion", "overruleOpinions", "requestArbitration", "triage", "proposeResolution",
        "reportProgress",
        "transfer",
    ]

    private func able(to action: ActionDefinition, _ issue: Issue) -> [Principal] {
        let all =
            people.map(Principal.person)
            + [.enterprise(issue.id, link: max(1, issue.attributes.count(.links)))]
        let directory = world.directory
        return all.filter {
            Authority(of: $0, in: directory, by: world.ladders, at: issue.updatedAt)
                .standing(for: action, on: issue) != nil
                && directory.scope(of: $0, at: issue.updatedAt).sees(issue, in: directory)
        }
    }

    /// Lets some time pass.
    package mutating func later(than instant: Instant, homeward: Bool) -> Instant {
        let scale: [Int64] =
            homeward
            ? [3600, 86400, 86400, 4 * 86400]
            : [60, 600, 3600, 3600, 3600, 86400, 86400, 4 * 86400, 40 * 86400]
        let longest = scale.randomElement(using: &random) ?? 60
        return instant.adding(seconds: Int64.random(in: 0...longest, using: &random))
    }
}
