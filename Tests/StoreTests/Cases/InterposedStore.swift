import Casework
import Engine
import Store
import Synchronization
import WorkingTime

/// Stands between the engine and the real store, and lets a test break one thing.
struct InterposedStore: CaseStore {
    let real: PostgresCaseStore
    /// Runs between the first and the second trip of a batch.
    var beforeDeciding: @Sendable (Command) -> Void = { _ in }
    /// Replaces what was decided.
    var changing: @Sendable (Command, Verdict) -> Verdict = { $1 }
    /// Runs after the commit was read as done.
    var afterCommit: @Sendable () throws -> Void = {}
    /// Runs before a reader of the outbox moves on.
    var beforeAdvancing: @Sendable () throws -> Void = {}

    func transact(
        _ commands: [Command], waiting patience: LockPatience,
        deciding decide: @Sendable (Command, LoadedIssue) -> Verdict
    ) async throws -> [Verdict?] {
        let verdicts = try await real.transact(commands, waiting: patience) { command, loaded in
            beforeDeciding(command)
            return changing(command, decide(command, loaded))
        }
        try afterCommit()
        return verdicts
    }

    func file(
        _ filing: Filing, deciding decide: @Sendable ([BirthCertificate]) throws -> [Decision.Birth]
    ) async throws -> FilingOutcome {
        try await real.file(filing, deciding: decide)
    }

    func earlierFiling(
        by filer: PersonID, key: CommandKey
    ) async throws -> EarlierFiling? {
        try await real.earlierFiling(by: filer, key: key)
    }

    func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent] {
        try await real.events(of: issue, upTo: sequence)
    }

    func unborn(_ issue: IssueID) async throws -> Issue? { try await real.unborn(issue) }

    func dueAlarms(
        at instant: Instant, after: AlarmPlace?, limit: Int
    ) async throws -> [AlarmPlace] {
        try await real.dueAlarms(at: instant, after: after, limit: limit)
    }

    func nextAlarm() async throws -> Instant? { try await real.nextAlarm() }

    func leadsAlarms() async throws -> Bool { try await real.leadsAlarms() }

    func carry(
        reader: String, limit: Int, _ body: @Sendable ([OutboxItem]) async throws -> Void
    ) async throws -> Bool {
        try await real.carry(reader: reader, limit: limit) { items in
            try await body(items)
            try beforeAdvancing()
        }
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
