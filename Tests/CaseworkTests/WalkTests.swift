import Casework
import Foundation
import Testing
import Walking
import Workflow

/// Random permitted paths through both campaigns, in memory.
///
/// `ZHUQI_WALKS` sets how many per workflow; `ops/walk` sets 100 000.
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
            (walk.events + walk.bornBeside).contains {
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
    static let count =
        ProcessInfo.processInfo.environment["ZHUQI_WALKS"].flatMap { Int($0) } ?? 3_000

    static func result(of workflow: String) async throws -> WalkResult {
        try await (workflow == "three-deliveries" ? deliveries : assistance).value
    }

    private static let assistance = Task { try await walk("enterprise-assistance") }
    private static let deliveries = Task { try await walk("three-deliveries") }

    /// Walks from each seed, on both cores.
    private static func walk(_ name: String) async throws -> WalkResult {
        let workflow = DemoWorld.workflow(name)
        return try await withThrowingTaskGroup(of: WalkResult.self) { group in
            for worker in 0..<2 {
                group.addTask {
                    var result = WalkResult()
                    for seed in stride(from: worker, to: count, by: 2) {
                        try result.add(workflow, UInt64(seed))
                        // Others wait for these two cores as well.
                        await Task.yield()
                    }
                    return result
                }
            }
            var whole = WalkResult()
            for try await part in group { whole.merge(part) }
            return whole
        }
    }
}

/// What many walks came to.
struct WalkResult: Sendable {
    var walkCount = 0
    var eventCount = 0
    /// Each move that was taken, with the seed of the first walk that took it.
    var seeds: [Move: UInt64] = [:]
    var refused: [Walk.Refused: UInt64] = [:]

    var moves: Set<Move> { Set(seeds.keys) }

    mutating func add(_ workflow: PublishedWorkflow, _ seed: UInt64) throws {
        var walk = Walk(workflow, in: DemoWorld.walked, seed: seed)
        try walk.run()
        walkCount += 1
        eventCount += walk.events.count
        for event in walk.events + walk.bornBeside {
            let move = Move(from: event.from, action: event.action, to: event.to)
            if seeds[move] == nil { seeds[move] = seed }
        }
        for refusal in walk.refused where refused[refusal] == nil { refused[refusal] = seed }
    }

    mutating func merge(_ other: WalkResult) {
        walkCount += other.walkCount
        eventCount += other.eventCount
        seeds.merge(other.seeds) { min($0, $1) }
        refused.merge(other.refused) { min($0, $1) }
    }
}
