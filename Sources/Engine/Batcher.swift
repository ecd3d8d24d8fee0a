package import Casework
import DequeModule
package import Logging
import Metrics

/// Gathers commands into batches and carries them out, so that load grows the batch, not the wait.
///
/// At most two batches are in flight. A batch holds at most one command per issue, and none of whose
/// issues, its own and those beside it, any is in flight. There is no timer: whatever waits when a
/// place is free goes. No batch waits for an issue that another transaction holds: its command goes on
/// in a lane of its own, waits there for about a second, and is then answered with `locked`, as is all
/// that waits for the same issue.
package actor Batcher {
    package struct Limits: Sendable {
        package var batchSize = 128
        package var batchesInFlight = 2
        /// Commands that may wait; beyond that the answer is `overloaded`.
        package var waiting = 4096

        package init() {}
    }

    private struct Waiting {
        let command: Command
        let reply: CheckedContinuation<Verdict, any Error>
    }

    nonisolated let writes = WriteHealth()
    private let store: any CaseStore
    private let world: CurrentWorld
    private let limits: Limits
    private let logger: Logger
    private let batchSizes = Recorder(label: "zhuqi_batch_commands")
    private var waiting: Deque<Waiting> = []
    /// Commands on issues that others hold; their issues stay in flight.
    private var blocked: Deque<Waiting> = []
    private var isLaneBusy = false
    private var issuesInFlight: Set<IssueID> = []
    private var batchesInFlight = 0

    package init(
        store: any CaseStore, world: CurrentWorld, limits: Limits = Limits(), logger: Logger
    ) {
        self.store = store
        self.world = world
        self.limits = limits
        self.logger = logger
    }

    /// Waits for the verdict on a command, until its transaction is committed.
    ///
    /// - Throws: `EngineFailure`.
    package func submit(_ command: Command) async throws -> Verdict {
        guard waiting.count + blocked.count < limits.waiting else { throw EngineFailure.overloaded }
        return try await withCheckedThrowingContinuation { reply in
            waiting.append(Waiting(command: command, reply: reply))
            pump()
        }
    }

    private func pump() {
        while batchesInFlight < limits.batchesInFlight, !waiting.isEmpty {
            let batch = takeBatch()
            guard !batch.isEmpty else { return }
            batchesInFlight += 1
            batchSizes.record(batch.count)
            Task { await carryOut(batch) }
        }
    }

    /// Takes the commands that may go now, leaving the others in their order: what waits for one of
    /// its issues is passed by nothing on the others.
    private func takeBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var passedOver: Deque<Waiting> = []
        var awaited: Set<IssueID> = []
        while batch.count < limits.batchSize, let next = waiting.popFirst() {
            let issues = next.command.issues
            if issuesInFlight.isDisjoint(with: issues), awaited.isDisjoint(with: issues) {
                issuesInFlight.formUnion(issues)
                batch.append(next)
            } else {
                awaited.formUnion(issues)
                passedOver.append(next)
            }
        }
        waiting.prepend(contentsOf: passedOver)
        return batch.sorted { $0.command.issue < $1.command.issue }
    }

    private func carryOut(_ batch: [Waiting]) async {
        let verdicts = await verdicts(on: batch.map(\.command), .none)
        for (waiting, verdict) in zip(batch, verdicts) {
            if let verdict { answer(waiting, verdict) } else { blocked.append(waiting) }
        }
        batchesInFlight -= 1
        pump()
        if !isLaneBusy, !blocked.isEmpty {
            isLaneBusy = true
            Task { await workLane() }
        }
    }

    private func answer(_ waiting: Waiting, _ verdict: Result<Verdict, any Error>) {
        issuesInFlight.subtract(waiting.command.issues)
        waiting.reply.resume(with: verdict)
    }

    /// Works on what met a lock until nothing is left.
    private func workLane() async {
        while !blocked.isEmpty {
            let batch = blocked.prefix(limits.batchSize)
                .sorted { $0.command.issue < $1.command.issue }
            blocked.removeFirst(batch.count)
            let verdicts = await patientVerdicts(on: batch.map(\.command))
            for (waiting, verdict) in zip(batch, verdicts) {
                guard let verdict else {
                    refuse(waiting)
                    continue
                }
                answer(waiting, verdict)
            }
            pump()
        }
        isLaneBusy = false
    }

    /// Waits for the locks once; those that are still held then are left out.
    private nonisolated func patientVerdicts(
        on commands: [Command]
    ) async -> [Result<Verdict, any Error>?] {
        let verdicts = await verdicts(on: commands, .brief)
        let isHeldUp = verdicts.contains { verdict in
            if case .failure(EngineFailure.locked) = verdict { true } else { false }
        }
        return isHeldUp ? await self.verdicts(on: commands, .none) : verdicts
    }

    /// Refuses a command, and all others on its issue: each would wait as long for nothing.
    private func refuse(_ one: Waiting) {
        let issue = one.command.issue
        let all = [one] + waiting.filter { $0.command.issue == issue }
        waiting.removeAll { $0.command.issue == issue }
        answer(one, .failure(EngineFailure.locked))
        // What waited holds no issue yet.
        for waiting in all.dropFirst() {
            waiting.reply.resume(throwing: EngineFailure.locked)
        }
        logger.warning(
            "issue is held by another transaction",
            metadata: ["issue": "\(issue)", "refused": "\(all.count)"])
    }

    /// Carries a batch out; a constraint that one command violates costs that command alone.
    ///
    /// - Returns: nil for what must wait for a lock.
    private nonisolated func verdicts(
        on commands: [Command], _ patience: LockPatience
    ) async -> [Result<Verdict, any Error>?] {
        do {
            return try await transactWithRetries(commands, patience).map { $0.map { .success($0) } }
        } catch let failure as StoreFailure where failure.isOfOneCommand && commands.count > 1 {
            logger.error("batch refused by the database", metadata: ["failure": "\(failure)"])
            let middle = commands.count / 2
            let first = await verdicts(on: Array(commands[..<middle]), patience)
            let second = await verdicts(on: Array(commands[middle...]), patience)
            return first + second
        } catch {
            let failure = engineFailure(error)
            return commands.map { _ in .failure(failure) }
        }
    }

    /// Sends the batch again where its outcome is unknown: the keys make that harmless.
    private nonisolated func transactWithRetries(
        _ commands: [Command], _ patience: LockPatience
    ) async throws -> [Verdict?] {
        let decider = Decider(world: world.value)
        for pause in [Duration.milliseconds(50), .milliseconds(200), .milliseconds(500)] {
            do {
                let verdicts = try await transact(commands, patience, decider)
                writes.noteSuccess()
                return verdicts
            } catch StoreFailure.transient(let reason) {
                logger.warning("batch is sent again", metadata: ["reason": "\(reason)"])
                try await Task.sleep(for: pause)
            }
        }
        return try await transact(commands, patience, decider)
    }

    private nonisolated func transact(
        _ commands: [Command], _ patience: LockPatience, _ decider: Decider
    ) async throws -> [Verdict?] {
        try await store.transact(commands, waiting: patience) { command, loaded in
            decider.decide(
                command, on: loaded.issue, earlier: loaded.earlier, drawnIDs: loaded.drawnIDs,
                beside: loaded.beside)
        }
    }

    private nonisolated func engineFailure(_ error: any Error) -> any Error {
        switch error {
        case let failure as EngineFailure: return failure
        case let failure as StoreFailure: return engineFailure(failure)
        default: return fault(error)
        }
    }

    private nonisolated func engineFailure(_ failure: StoreFailure) -> any Error {
        switch failure {
        case .unstorable: return failure
        case .locked: return EngineFailure.locked
        case .strained(let reason):
            writes.noteFailure()
            logger.warning("the database can't do it now", metadata: ["reason": "\(reason)"])
            return EngineFailure.strained
        case .transient, .unavailable: return EngineFailure.unavailable
        case .constraint, .fault: return fault(failure)
        }
    }

    private nonisolated func fault(_ error: any Error) -> any Error {
        logger.error("batch failed", metadata: ["error": "\(error)"])
        return EngineFailure.fault("\(error)")
    }
}

extension StoreFailure {
    /// Whether one command of a batch may have brought it about.
    fileprivate var isOfOneCommand: Bool {
        switch self {
        case .constraint, .unstorable: true
        case .transient, .locked, .strained, .unavailable, .fault: false
        }
    }
}
