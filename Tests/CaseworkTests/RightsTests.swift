import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// Every right of every action of both campaigns: whoever holds it may, whoever stands to the issue
/// in another way may not, and whoever must be somebody else may not either.
@Suite struct `Every right` {
    @Test(arguments: HeldRight.all)
    func `lets its holder act`(held: HeldRight) throws {
        let refusal = try held.attempt(relation: .fits)
        #expect(!Self.isAboutRight(refusal), "\(held): \(String(describing: refusal))")
    }

    @Test(arguments: HeldRight.all.filter { $0.right.relation != .any })
    func `refuses who stands to the issue in another way`(held: HeldRight) throws {
        let refusal = try held.attempt(relation: .misses)
        #expect(refusal?.forbids(held.action) == true, "\(held)")
    }

    @Test(arguments: HeldRight.all)
    func `refuses who holds no role`(held: HeldRight) throws {
        let refusal = try held.attempt(relation: .fits, role: .auditor)
        #expect(refusal?.forbids(held.action) == true, "\(held)")
    }

    @Test(
        arguments: HeldRight.all.flatMap { held in held.right.notSamePersonAs.map { (held, $0) } })
    func `refuses who took the action before`(held: HeldRight, before: String) throws {
        let same = try held.attempt(relation: .fits, tookBefore: (before, isSame: true))
        #expect(same?.forbids(held.action) == true, "\(held) after \(before)")
        let other = try held.attempt(relation: .fits, tookBefore: (before, isSame: false))
        #expect(!Self.isAboutRight(other), "\(held) after \(before) by somebody else")
    }

    @Test(arguments: `Random paths`.workflows)
    func `is somebody's: no automatic action is anybody's`(name: String) throws {
        for action in DemoWorld.workflow(name).definition.actions {
            #expect(action.isAutomatic == action.rights.isEmpty, "\(action.name)")
        }
    }

    private static func isAboutRight(_ refusal: Refusal?) -> Bool {
        switch refusal {
        case .forbidden, .unknownIssue, .linkSpent: true
        default: false
        }
    }
}

/// One right of one action, and the trial of it.
struct HeldRight: Sendable, CustomTestStringConvertible {
    enum Relation { case fits, misses }

    let workflow: String
    let action: String
    let right: Right

    var testDescription: String {
        "\(workflow): \(action) by \(right.role.rawValue), \(right.relation.rawValue)"
    }

    static let all = `Random paths`.workflows.flatMap { name in
        DemoWorld.workflow(name).definition.actions.flatMap { action in
            action.rights.map { HeldRight(workflow: name, action: action.name, right: $0) }
        }
    }

    private static let trying = PersonID(8_000)
    private static let somebody = PersonID(8_001)
    private static let at = Instant(microseconds: 1_791_500_000_000_000)

    /// Tries the action on an issue of 工信局 and 商务局 in 中原区.
    ///
    /// - Returns: why it was refused; nil where it was carried out.
    func attempt(
        relation: Relation, role: Right.Role? = nil,
        tookBefore: (action: String, isSame: Bool)? = nil
    ) throws -> Refusal? {
        let createsIssue =
            DemoWorld.workflow(workflow).definition.action(action)?.createsIssue == true
        let person = try person(relation, role ?? right.role)
        let world = try World.trying(person)
        let principal: Principal =
            right.role == .enterprise && role == nil
            ? .enterprise(IssueID(1), link: 1) : .person(person)
        var issue = issue(relation)
        if let tookBefore {
            issue.attributes.setLast(
                tookBefore.action,
                LastTaken(
                    sequence: 1, at: Self.at, by: tookBefore.isSame ? person.id : Self.somebody))
        }
        if createsIssue, issue.state == StateDefinition.unborn {
            return refusalOfBirth(by: person, in: world)
        }
        let verdict = Decider(world: world).decide(
            Command(
                issue: .id(issue.id), intent: .act(action: action, comment: nil, fields: [:]),
                principal: principal, expected: .any, key: CommandKey(deriving: ["try"]),
                requestDigest: [1], receivedAt: Self.at),
            on: LoadedIssue(issue: issue))
        if case .refused(let refusal) = verdict { return refusal }
        return nil
    }

    private func refusalOfBirth(by person: Person, in world: World) -> Refusal? {
        let filing = Filing(
            workflow: workflow, action: action, enterprise: DemoFiling.creditCode, source: "try",
            externalReference: nil, note: nil,
            creditCodeOverride: nil, issues: [.init(fields: [:], contact: nil)],
            principal: .person(person), key: CommandKey(deriving: ["try"]), requestDigest: [1],
            receivedAt: Self.at)
        do {
            _ = try DemoFiling.newIssue(of: filing, for: EnterpriseID(1), in: world)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    /// Somebody with this one role, who reads everything so that only rights can refuse.
    private func person(_ relation: Relation, _ role: Right.Role) throws -> Person {
        let city = try Self.unit("zhengzhou")
        return Person(
            id: Self.trying, login: "trying", name: "示例·试办人员", phone: nil,
            grants: [
                .init(role: .auditor, unit: city),
                .init(role: role, unit: try Self.unit(place(relation))),
            ],
            pairings: [
                Pairing(
                    subject: .enterprise(
                        EnterpriseID(
                            relation == .fits
                                && [.pairedOfficer, .levelHolder].contains(right.relation) ? 1 : 2)),
                    level: right.relation == .levelHolder ? 1 : 0)
            ])
    }

    /// The unit over which the role is held.
    private func place(_ relation: Relation) -> String {
        let (fits, misses) =
            switch right.relation {
            case .leadUnit, .leaderInCharge: ("industry", "health")
            case .supportingUnit: ("commerce", "health")
            case .office: ("office.410102", "office.410104")
            case .category: ("taskForce.production", "taskForce.projects")
            case .levelHolder: ("zhengzhou", "health")
            case .filer, .pairedOfficer, .assignedHandler, .any: ("zhengzhou", "zhengzhou")
            }
        return relation == .fits ? fits : misses
    }

    private func issue(_ relation: Relation) -> Casework.Issue {
        let filer = relation == .fits && right.relation == .filer ? Self.trying : Self.somebody
        let handler =
            relation == .fits && right.relation == .assignedHandler ? Self.trying : Self.somebody
        // The level that a role holds; a service officer by a pairing of its own.
        let levels: [Right.Role: Int64] = [
            .unitHead: 1, .districtOffice: 2, .cityOffice: 3, .taskForce: 4, .leader: 5,
        ]
        let level = levels[right.role] ?? 1
        let named =
            relation == .fits && right.relation == .levelHolder ? Self.trying : Self.somebody
        let workflow = DemoWorld.workflow(workflow)
        let state =
            right.states.first
            ?? workflow.definition.action(action)?.transitions.map(\.from)
            .first { $0 != StateDefinition.unborn } ?? StateDefinition.unborn
        return Casework.Issue(
            id: IssueID(1), number: "ZQ2026-000001-1", caseID: CaseID(1),
            enterprise: EnterpriseID(1), filer: filer, workflow: workflow.id, createdAt: Self.at,
            updatedAt: Self.at, sequence: 3, state: state,
            attributes: Attributes([
                "class": "C", "category": "LAB", "division": "410102", "leadUnit": "industry",
                "supportingUnits": .list(["commerce"]), "office": "office.410102",
                "handler": .integer(handler.rawValue), "count.links": .integer(1),
                "level": .integer(level), "levelHolders": .list([.integer(named.rawValue)]),
            ]),
            narrative: Narrative(title: "示例", description: "示例", contact: nil, needs: nil),
            clocks: [], clockCount: 0, digest: [1])
    }

    private static func unit(_ code: String) throws -> UnitID {
        try #require(DemoWorld.directory.unit(code: code), "\(code)").id
    }
}

extension World {
    /// The demonstration with one more person in it.
    fileprivate static func trying(_ person: Person) throws -> World {
        World(
            definitions: DemoWorld.world.definitions, calendars: DemoWorld.world.calendars,
            directory: DemoWorld.directory.adding(persons: [person]),
            routing: DemoWorld.world.routing, ladders: DemoWorld.world.ladders)
    }
}
