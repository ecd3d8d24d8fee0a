import Casework
import Engine
import Store
import Synchronization

/// Stands between the engine and the real store, and lets a test break one thing.
struct InterposedStore: CaseStore {
    let real: PostgresCaseStore
    /// Runs between the first and the second trip of a batch.
    var beforeDeciding: @Sendable (Command) -> Void = { _ in }
    /// Replaces what was loaded.
    var seeing: @Sendable (LoadedIssue) -> LoadedIssue = { $0 }
    /// Replaces what was decided.
    var changing: @Sendable (Command, Verdict) -> Verdict = { $1 }
    /// Runs after the commit of a batch with a command was read as done.
    var afterCommit: @Sendable () throws -> Void = {}

    func transact(
        _ items: [BatchItem], waiting lockWait: LockWait, deciding decider: any BatchDecider
    ) async throws -> [BatchOutcome] {
        let outcomes = try await real.transact(
            items, waiting: lockWait, deciding: InterposedDecider(real: decider, store: self))
        let hasCommand = items.contains { if case .command = $0 { true } else { false } }
        if hasCommand { try afterCommit() }
        return outcomes
    }

    func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent] {
        try await real.events(of: issue, upTo: sequence)
    }

    func unborn(_ issue: IssueID) async throws -> Issue? { try await real.unborn(issue) }
}

/// Stands between a reader of the outbox and the real one, and lets a test break it.
struct InterposedOutbox: OutboxStore {
    let real: OutboxRecords
    /// Runs before the reader moves on.
    var beforeAdvancing: @Sendable () throws -> Void = {}

    func carry(
        reader: String, limit: Int, _ body: @Sendable ([OutboxItem]) async throws -> Void
    ) async throws -> Bool {
        try await real.carry(reader: reader, limit: limit) { items in
            try await body(items)
            try beforeAdvancing()
        }
    }

    func waiting(among readers: [String]) async throws -> Set<String> {
        try await real.waiting(among: readers)
    }
}

/// Lets something happen the first time only.
final class FirstTime: Sendable {
    private let isOver = Mutex(false)

    func take() -> Bool {
        isOver.withLock { over in
            defer { over = true }
            return !over
        }
    }
}

private struct InterposedDecider: BatchDecider {
    let real: any BatchDecider
    let store: InterposedStore

    func needs(of command: Command) -> CommandNeeds { real.needs(of: command) }

    func needs(of filing: Filing) -> FilingNeeds { real.needs(of: filing) }

    func decide(_ command: Command, on loaded: LoadedIssue) -> Verdict {
        store.beforeDeciding(command)
        return store.changing(command, real.decide(command, on: store.seeing(loaded)))
    }

    func decide(_ filing: Filing, on loaded: LoadedFiling) -> FilingVerdict {
        real.decide(filing, on: loaded)
    }
}
