import Casework
import Foundation
import Testing
import Walking
import Workflow

/// Random permitted paths through both campaigns, in memory.
///
/// `ops/walk` walks 100 000 of them per workflow.
@Suite struct `Random paths` {
    static let workflows = ["enterprise-assistance", "three-deliveries"]

    @Test(arguments: workflows)
    func `never leave the definition, and end with no clock running`(name: String) async throws {
        let walked = try await Walks.result(of: name)
        let legal = LegalMoves.of(DemoWorld.workflow(name)).count
        print(
            "\(name): \(Walks.count) walks ended, \(walked.eventCount) events, "
                + "\(walked.moves.count) of \(legal) moves")
        #expect(walked.walkCount == Walks.count)
    }

    @Test(arguments: Row.all)
    func `take every row`(row: Row) async throws {
        let walked = try await Walks.result(of: row.workflow)
        let seed = try #require(walked.seeds[row.move], "no walk takes \(row)")
        var walk = Walk(DemoWorld.workflow(row.workflow), in: DemoWorld.walked, seed: seed)
        try walk.run()
        #expect(
            (walk.events + walk.createdBeside).contains {
                Move(from: $0.from, action: $0.action, to: $0.to) == row.move
            }, "seed \(seed)")
    }

    @Test(arguments: GuardedAction.all)
    func `are refused once by every guard`(guarded: GuardedAction) async throws {
        let walked = try await Walks.result(of: guarded.workflow)
        let refusal = Walk.Refused(action: guarded.action, guardName: guarded.guardName)
        let seed = try #require(walked.refused[refusal], "no walk is refused by \(guarded)")
        var walk = Walk(DemoWorld.workflow(guarded.workflow), in: DemoWorld.walked, seed: seed)
        try walk.run()
        #expect(walk.refused.contains(refusal), "seed \(seed)")
    }
}

/// One row of a campaign: a move that people take, or that the domain names.
struct Row: Sendable, CustomTestStringConvertible {
    let workflow: String
    let move: Move

    var testDescription: String { "\(workflow): \(move.from) \(move.action) \(move.to)" }

    /// Alarms are legal in every open state, also where no clock of theirs ever runs: of those
    /// only the ones that leave their state are rows.
    static let all = `Random paths`.workflows.flatMap { name in
        let definition = DemoWorld.workflow(name).definition
        return definition.moves.filter {
            definition.action($0.action)?.isAutomatic == false || $0.from != $0.to
        }.map { Row(workflow: name, move: $0) }
    }
}

/// One guard of one action.
struct GuardedAction: Sendable, CustomTestStringConvertible {
    let workflow: String
    let action: String
    let guardName: String

    var testDescription: String { "\(workflow): \(action) \(guardName)" }

    static let all = `Random paths`.workflows.flatMap { name in
        DemoWorld.workflow(name).definition.actions.flatMap { action in
            action.guards.map {
                GuardedAction(workflow: name, action: action.name, guardName: $0.name)
            }
        }
    }
}

/// Walks both campaigns once, for all tests that ask what the walks came to.
enum Walks {
    static let count = 5_000

    static func result(of workflow: String) async throws -> WalkResult {
        try await (workflow == "three-deliveries" ? deliveries : assistance).value
    }

    private static let assistance = Task {
        try await WalkResult.walking(DemoWorld.assistance, count: count, workers: 1)
    }
    private static let deliveries = Task {
        // After the other: one core is left to those who measure waits.
        _ = try await assistance.value
        return try await WalkResult.walking(DemoWorld.deliveries, count: count, workers: 1)
    }
}
