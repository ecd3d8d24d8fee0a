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
        try await withFixture { fixture in
            for name in ["enterprise-assistance", "three-deliveries"] {
                let ended = try await withThrowingTaskGroup(of: Int.self) { group in
                    for worker in 0..<16 {
                        group.addTask {
                            var ended = 0
                            for seed in stride(from: worker, to: Self.count, by: 16) {
                                ended += try await StoredWalk(fixture, name, seed: UInt64(seed))
                                    .run()
                            }
                            return ended
                        }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(ended == Self.count, "\(name)")
            }
            let report = try await Examine(
                fixture.records.examination, in: fixture.world.value, at: fixture.time.now
            ).examine()
            print(
                "\(2 * Self.count) stored walks: \(report.issueCount) issues, "
                    + "\(report.eventCount) events, \(report.findings.count) findings")
            #expect(report.findings == [])
        }
    }
}

/// One issue's life through the gateway, batcher and database.
private struct StoredWalk {
    private let fixture: TestFixture
    private let seed: UInt64
    private let workflow: PublishedWorkflow

    init(_ fixture: TestFixture, _ name: String, seed: UInt64) throws {
        self.fixture = fixture
        self.seed = seed
        workflow = try #require(fixture.world.value.definitions.current(name))
    }

    /// - Returns: 1 once the issue has ended.
    func run() async throws -> Int {
        var mind = WalkMind(world: fixture.world.value, workflow: workflow, seed: seed)
        var issue = try await filed(&mind)
        let other = try await companion()
        for step in 0..<430 {
            let homeward = step > 30
            let at = mind.later(than: issue.updatedAt, homeward: homeward)
            _ = try await fixture.gateway.settle(issue.id, at: at)
            issue = try await fixture.issue(issue.id)
            issue.clocks = issue.liveClocks
            let isOpen = workflow.definition.state(issue.state)?.isOpen == true
            #expect(isOpen || issue.clocks.isEmpty, "seed \(seed): clocks in \(issue.state)")
            if !isOpen { return 1 }
            guard let intent = mind.intent(on: issue, at: at, homeward: homeward) else { continue }
            try await carryOut(intent, on: issue, naming: other, step)
        }
        Issue.record("seed \(seed) of \(workflow.definition.id) does not come to an end")
        return 0
    }

    private func filed(_ mind: inout WalkMind) async throws -> Casework.Issue {
        let directory = fixture.world.value.directory
        let officer = try #require(directory.person(login: "officer1"))
        let outcome = try await fixture.gateway.file(
            mind.filing(
                at: fixture.time.now, by: officer,
                administrator: try #require(directory.person(login: "administrator.system")),
                for: TestFixture.enterpriseCode, key: "\(workflow.definition.id) \(seed)"))
        guard case .filed(_, let newIssues) = outcome, let created = newIssues.first else {
            throw TestClusterFault("the walk was filed before")
        }
        return created.after
    }

    /// The number of another open issue of the enterprise, for fields that name one.
    private func companion() async throws -> String {
        let id = workflow.definition.id
        let fields: [String: FieldValue] =
            workflow.definition.requiresDeliveryKind ? ["deliveryKind": .text("service")] : [:]
        let other = try await fixture.file(
            workflow: id, key: "companion \(id) \(seed)", fields: fields)
        return try await fixture.issue(other[0]).number
    }

    private func carryOut(
        _ intent: WalkMind.Intent, on issue: Casework.Issue, naming other: String, _ step: Int
    ) async throws {
        let fields = intent.fields.mapValues {
            $0 == .text(RandomFields.otherIssue) ? .text(other) : $0
        }
        do {
            _ = try await fixture.gateway.act(
                Command(
                    issue: .id(issue.id),
                    intent: .act(action: intent.action.name, comment: nil, fields: fields),
                    principal: intent.principal, expected: .exactly(issue.sequence),
                    key: CommandKey(deriving: ["walk", "\(issue.id)", "\(step)"]),
                    requestDigest: Array(repeating: 2, count: 32), receivedAt: intent.at))
        } catch let refusal as Refusal {
            switch refusal {
            case .guardFailed, .invalidFields: return
            default: Issue.record("seed \(seed), \(intent.action.name): \(refusal)")
            }
        }
    }
}
