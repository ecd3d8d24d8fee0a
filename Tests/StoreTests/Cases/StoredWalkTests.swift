import Casework
import DatabaseSupport
import Engine
import Foundation
import Store
import Testing
import UseCases
import Walking
import Workflow
import WorkingTime

/// Random permitted paths through both campaigns, on PostgreSQL.
///
/// `ZHUQI_STORED_WALKS` sets how many per workflow; `ops/walk` sets 1 000, two thousand in all.
@Suite("Random paths on PostgreSQL")
struct StoredWalkTests {
    private static let count =
        ProcessInfo.processInfo.environment["ZHUQI_STORED_WALKS"].flatMap { Int($0) } ?? 40

    @Test("end like those in memory, and the doctor finds nothing")
    func doctorIsContent() async throws {
        try await withHouse { house in
            for name in ["enterprise-assistance", "three-deliveries"] {
                let ended = try await withThrowingTaskGroup(of: Int.self) { group in
                    for worker in 0..<16 {
                        group.addTask {
                            var ended = 0
                            for seed in stride(from: worker, to: Self.count, by: 16) {
                                ended += try await StoredWalk(house, name, seed: UInt64(seed)).run()
                            }
                            return ended
                        }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(ended == Self.count, "\(name)")
            }
            let report = try await Examine(
                house.records.examination, in: house.world.value, at: house.time.now
            ).examine()
            print(
                "\(2 * Self.count) stored walks: \(report.issueCount) issues, "
                    + "\(report.eventCount) events, \(report.findings.count) findings")
            #expect(report.findings == [])
        }
    }
}

/// One issue's life through the desk, batcher and database.
private struct StoredWalk {
    private let house: TestHouse
    private let seed: UInt64
    private let workflow: PublishedWorkflow

    init(_ house: TestHouse, _ name: String, seed: UInt64) throws {
        self.house = house
        self.seed = seed
        workflow = try #require(house.world.value.definitions.current(name))
    }

    /// - Returns: 1 once the issue has ended.
    func run() async throws -> Int {
        var mind = WalkMind(world: house.world.value, workflow: workflow, seed: seed)
        var issue = try await filed(&mind)
        let other = try await companion()
        for step in 0..<430 {
            let homeward = step > 30
            let at = mind.later(than: issue.updatedAt, homeward: homeward)
            _ = try await house.desk.settle(issue.id, at: at)
            issue = try await house.issue(issue.id)
            issue.clocks = issue.liveClocks
            let isOpen = workflow.definition.state(issue.state)?.isOpen == true
            #expect(isOpen || issue.clocks.isEmpty, "seed \(seed): clocks in \(issue.state)")
            if !isOpen { return 1 }
            guard let wish = mind.wish(on: issue, at: at, homeward: homeward) else { continue }
            try await carryOut(wish, on: issue, naming: other, step)
        }
        Issue.record("seed \(seed) of \(workflow.definition.id) does not come to an end")
        return 0
    }

    private func filed(_ mind: inout WalkMind) async throws -> Casework.Issue {
        let directory = house.world.value.directory
        let officer = try #require(directory.person(login: "officer1"))
        let outcome = try await house.desk.file(
            mind.filing(
                at: house.time.now, by: officer,
                administrator: try #require(directory.person(login: "administrator.system")),
                for: TestHouse.enterpriseCode, key: "\(workflow.definition.id) \(seed)"))
        guard case .filed(_, let births) = outcome, let born = births.first else {
            throw TestClusterFault("the walk was filed before")
        }
        return born.after
    }

    /// The number of another open issue of the enterprise, for fields that name one.
    private func companion() async throws -> String {
        let id = workflow.definition.id
        let fields: [String: FieldValue] =
            workflow.definition.requiresDeliveryKind ? ["deliveryKind": .text("service")] : [:]
        let other = try await house.file(
            workflow: id, key: "companion \(id) \(seed)", fields: fields)
        return try await house.issue(other[0]).number
    }

    private func carryOut(
        _ wish: WalkMind.Wish, on issue: Casework.Issue, naming other: String, _ step: Int
    ) async throws {
        let fields = wish.fields.mapValues {
            $0 == .text(RandomFields.otherIssue) ? .text(other) : $0
        }
        do {
            _ = try await house.desk.act(
                Command(
                    issue: .id(issue.id),
                    wish: .act(action: wish.action.name, comment: nil, fields: fields),
                    principal: wish.principal, expected: .exactly(issue.sequence),
                    key: CommandKey(deriving: ["walk", "\(issue.id)", "\(step)"]),
                    requestDigest: Array(repeating: 2, count: 32), receivedAt: wish.at))
        } catch let refusal as Refusal {
            switch refusal {
            case .guardFailed, .invalidFields: return
            default: Issue.record("seed \(seed), \(wish.action.name): \(refusal)")
            }
        }
    }
}
