package import Casework
package import WorkingTime

/// Takes every command and filing, hands it to the batcher and answers with what came of it.
package struct CommandGateway: Sendable {
    package let store: any CaseStore
    package let world: CurrentWorld
    package let time: TimeSource
    /// Whether the store takes what is to be written.
    package let writes: WriteHealth
    private let batcher: Batcher
    private let observer: any Observer

    package init(
        store: any CaseStore, world: CurrentWorld, time: TimeSource, batcher: Batcher,
        observer: any Observer
    ) {
        self.store = store
        self.world = world
        self.time = time
        writes = batcher.writes
        self.batcher = batcher
        self.observer = observer
    }

    /// Carries out a command.
    ///
    /// - Throws: `Refusal` where the domain says no, `EngineFailure` where the world breaks.
    package func act(_ command: Command) async throws -> ActionOutcome {
        switch try await batcher.submit(command) {
        case .decided(let decision):
            guard let event = decision.events.last else {
                throw EngineFailure.fault("a decision without an event")
            }
            return ActionOutcome(
                event: event, after: decision.after, isReplay: false,
                newIssues: decision.newIssues.map(\.after))
        case .replay(let issue, let sequence): return try await replayed(issue, sequence)
        case .nothing: throw EngineFailure.fault("an action without an event")
        case .refused(let refusal): throw refusal
        case .failed(let fault): throw fail(fault)
        }
    }

    /// Turns the passed marks of an issue into events.
    ///
    /// - Returns: how many there were.
    ///
    /// - Throws: `Refusal` and `EngineFailure` as with a command.
    package func settle(_ issue: IssueID, at instant: Instant) async throws -> Int {
        let command = Command(
            issue: .id(issue), intent: .settle, principal: .system, expected: .any,
            key: CommandKey(deriving: ["settle", issue.description, "\(instant.microseconds)"]),
            requestDigest: [], receivedAt: instant)
        switch try await batcher.submit(command) {
        case .decided(let decision): return decision.events.count
        case .nothing, .replay: return 0
        case .refused(let refusal): throw refusal
        case .failed(let fault): throw fail(fault)
        }
    }

    /// Carries out a filing.
    ///
    /// - Throws: `Refusal` and `EngineFailure` likewise, `InvalidFiling`.
    package func file(_ filing: Filing) async throws -> FilingOutcome {
        switch try await batcher.submit(filing) {
        case .decided(let decision): return .filed(decision.filed, decision.newIssues)
        case .replay(let id): return .replay(id)
        case .invalid(let invalid): throw invalid
        case .refused(let refusal): throw refusal
        case .failed(let fault): throw fail(fault)
        }
    }

    /// Rebuilds the first answer: the event, and the issue as it left it.
    private func replayed(_ id: IssueID, _ sequence: Int) async throws -> ActionOutcome {
        let events = try await store.events(of: id, upTo: sequence)
        guard var issue = try await store.unborn(id), let event = events.last else {
            throw EngineFailure.fault("the events of a replayed command are missing")
        }
        for event in events { issue.apply(event) }
        issue.clocks = issue.liveClocks
        return ActionOutcome(event: event, after: issue, isReplay: true, newIssues: [])
    }

    private func fail(_ fault: WorldFault) -> EngineFailure {
        observer.note(.installationAtFault(reason: fault.description))
        return .fault(fault.description)
    }
}
