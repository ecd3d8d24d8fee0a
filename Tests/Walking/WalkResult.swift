package import Casework
package import Workflow

/// What many walks came to.
package struct WalkResult: Sendable {
    package private(set) var walkCount = 0
    package private(set) var eventCount = 0
    /// Each move that was taken, with the seed of the first walk that took it.
    package private(set) var seeds: [Move: UInt64] = [:]
    package private(set) var refused: [Walk.Refused: UInt64] = [:]

    package var moves: Set<Move> { Set(seeds.keys) }

    /// Walks from the seeds 0 to count, on two cores unless told otherwise.
    ///
    /// - Throws: `Walk.Fault` of the first walk in which something happened that never must.
    package static func walking(
        _ workflow: PublishedWorkflow, count: Int, workers: Int = 2
    ) async throws -> WalkResult {
        try await withThrowingTaskGroup(of: WalkResult.self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var result = WalkResult()
                    for seed in stride(from: worker, to: count, by: workers) {
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

    /// Lists the rows that people take, or that leave their state, and no walk took.
    ///
    /// Alarms that stay are legal in every open state, also where no clock of theirs ever runs.
    package func missed(of definition: WorkflowDefinition) -> [Move] {
        definition.moves.filter {
            (definition.action($0.action)?.isAutomatic == false || $0.from != $0.to)
                && seeds[$0] == nil
        }
    }

    /// Lists the guards that refused nobody.
    package func neverRefused(by definition: WorkflowDefinition) -> [Walk.Refused] {
        definition.actions.flatMap { action in
            action.guards.map { Walk.Refused(action: action.name, guardName: $0.name) }
        }.filter { refused[$0] == nil }
    }

    private mutating func add(_ workflow: PublishedWorkflow, _ seed: UInt64) throws {
        var walk = Walk(workflow, in: DemoWorld.walked, seed: seed)
        try walk.run()
        walkCount += 1
        eventCount += walk.events.count
        for event in walk.events + walk.createdBeside {
            let move = Move(from: event.from, action: event.action, to: event.to)
            if seeds[move] == nil { seeds[move] = seed }
        }
        for refusal in walk.refused where refused[refusal] == nil { refused[refusal] = seed }
    }

    private mutating func merge(_ other: WalkResult) {
        walkCount += other.walkCount
        eventCount += other.eventCount
        seeds.merge(other.seeds) { min($0, $1) }
        refused.merge(other.refused) { min($0, $1) }
    }
}
