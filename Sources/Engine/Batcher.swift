package import Casework
import DequeModule
package import Logging
import Metrics

/// Gathers commands into batches and carries them out, so that load grows the batch, not the wait.
///
/// At most two batches are in flight; a batch holds at most one command per issue and none whose
/// issue is in flight. There is no timer: whatever waits when a place is free goes.
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

    private let store: any CaseStore
    private let world: CurrentWorld
    private let limits: Limits
    private let logger: Logger
    private let batchSizes = Recorder(label: "zhuqi_batch_commands")
    private var waiting: Deque<Waiting> = []
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
        guard waiting.count < limits.waiting else { throw EngineFailure.overloaded }
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

    /// Takes the commands that may go now, leaving the others in their order.
    private func takeBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var passedOver: Deque<Waiting> = []
        while batch.count < limits.batchSize, let next = waiting.popFirst() {
            if issuesInFlight.insert(next.command.issue).inserted {
                batch.append(next)
            } else {
                passedOver.append(next)
            }
        }
        waiting.prepend(contentsOf: passedOver)
        return batch.sorted { $0.command.issue < $1.command.issue }
    }

    private func carryOut(_ batch: [Waiting]) async {
        let verdicts = await verdicts(on: batch.map(\.command))
        for (waiting, verdict) in zip(batch, verdicts) {
            issuesInFlight.remove(waiting.command.issue)
            waiting.reply.resume(with: verdict)
        }
        batchesInFlight -= 1
        pump()
    }

    /// Carries a batch out; a constraint that one command violates costs that command alone.
    private nonisolated func verdicts(
        on commands: [Command]
    ) async -> [Result<Verdict, any Error>] {
        do {
            return try await transactWithRetries(commands).map { .success($0) }
        } catch StoreFailure.constraint(let name) where commands.count > 1 {
            logger.error("batch refused by the database", metadata: ["constraint": "\(name)"])
            let middle = commands.count / 2
            let first = await verdicts(on: Array(commands[..<middle]))
            let second = await verdicts(on: Array(commands[middle...]))
            return first + second
        } catch {
            let failure = engineFailure(error)
            return commands.map { _ in .failure(failure) }
        }
    }

    /// Sends the batch again where its outcome is unknown: the keys make that harmless.
    private nonisolated func transactWithRetries(_ commands: [Command]) async throws -> [Verdict] {
        let decider = Decider(world: world.value)
        for pause in [Duration.milliseconds(50), .milliseconds(200), .milliseconds(500)] {
            do {
                return try await transact(commands, decider)
            } catch StoreFailure.transient(let reason) {
                logger.warning("batch is sent again", metadata: ["reason": "\(reason)"])
                try await Task.sleep(for: pause)
            }
        }
        return try await transact(commands, decider)
    }

    private nonisolated func transact(
        _ commands: [Command], _ decider: Decider
    ) async throws -> [Verdict] {
        try await store.transact(commands) { command, loaded in
            decider.decide(
                command, on: loaded.issue, earlier: loaded.earlier, drawnIDs: loaded.drawnIDs)
        }
    }

    private nonisolated func engineFailure(_ error: any Error) -> EngineFailure {
        switch error {
        case let failure as EngineFailure: return failure
        case StoreFailure.transient, StoreFailure.unavailable: return .unavailable
        default:
            logger.error("batch failed", metadata: ["error": "\(error)"])
            return .fault("\(error)")
        }
    }
}
