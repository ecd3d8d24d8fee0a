package import Casework
import DequeModule

/// Gathers commands and filings into batches and carries them out, so that load grows the batch, not
/// the wait.
///
/// At most two batches are in flight. No two items in flight are on one issue, nor does one name the
/// issue of another. There is no timer: whatever waits when a place is free goes. No batch waits for an
/// issue that another transaction holds: its command goes on in a lane of its own, waits there for about
/// a second, and is then answered with `locked`, as is all that waits for the same issue.
package actor Batcher {
    package struct Limits: Sendable {
        package var batchSize = 128
        package var batchesInFlight = 2
        /// Commands that may wait; beyond that the answer is `overloaded`.
        package var waiting = 4096

        package init() {}
    }

    private struct Waiting {
        let item: BatchItem
        let claims: [BatchItem.Claim]
        let since: ContinuousClock.Instant
        let reply: CheckedContinuation<BatchOutcome, any Error>
    }

    nonisolated let writes = WriteHealth()
    private let store: any CaseStore
    private let world: CurrentWorld
    private let limits: Limits
    private let observer: any Observer
    private var waiting: Deque<Waiting> = []
    /// What needs something that others hold; its claims stay in flight.
    private var blocked: Deque<Waiting> = []
    private var isLaneBusy = false
    private var claimsInFlight: Set<BatchItem.Claim> = []
    private var batchesInFlight = 0

    package init(
        store: any CaseStore, world: CurrentWorld, limits: Limits = Limits(), observer: any Observer
    ) {
        self.store = store
        self.world = world
        self.limits = limits
        self.observer = observer
    }

    /// Waits for the verdict on a command, until its transaction is committed.
    ///
    /// - Throws: `EngineFailure`.
    package func submit(_ command: Command) async throws -> Verdict {
        guard case .command(let verdict) = try await submit(.command(command)) else {
            throw EngineFailure.fault("a command without a verdict")
        }
        return verdict
    }

    /// Waits for the verdict on a filing likewise.
    package func submit(_ filing: Filing) async throws -> FilingVerdict {
        guard case .filing(let verdict) = try await submit(.filing(filing)) else {
            throw EngineFailure.fault("a filing without a verdict")
        }
        return verdict
    }

    private func submit(_ item: BatchItem) async throws -> BatchOutcome {
        guard waiting.count + blocked.count < limits.waiting else { throw EngineFailure.overloaded }
        let claims = item.claims(Decider(world: world.value))
        return try await withCheckedThrowingContinuation { reply in
            waiting.append(Waiting(item: item, claims: claims, since: .now, reply: reply))
            pump()
        }
    }

    private func pump() {
        while batchesInFlight < limits.batchesInFlight, !waiting.isEmpty {
            let batch = takeBatch()
            guard !batch.isEmpty else { return }
            batchesInFlight += 1
            Task { await carryOut(batch) }
        }
    }

    /// Takes what may go now, leaving the rest in its order: what waits for one of its claims is passed
    /// by nothing on the others.
    private func takeBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var passedOver: Deque<Waiting> = []
        var awaited: Set<BatchItem.Claim> = []
        while batch.count < limits.batchSize, let next = waiting.popFirst() {
            if claimsInFlight.isDisjoint(with: next.claims), awaited.isDisjoint(with: next.claims) {
                claimsInFlight.formUnion(next.claims)
                batch.append(next)
            } else {
                awaited.formUnion(next.claims)
                passedOver.append(next)
            }
        }
        waiting.prepend(contentsOf: passedOver)
        return batch
    }

    private func carryOut(_ batch: [Waiting]) async {
        let begun = ContinuousClock.now
        let outcomes = await outcomes(of: batch.map(\.item), .none)
        observer.note(
            .batchCarriedOut(
                CarriedBatch(
                    items: batch.count, wait: begun - (batch.map(\.since).min() ?? begun),
                    duration: .now - begun)))
        var crowded: [Waiting] = []
        for (waiting, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .success(.held): blocked.append(waiting)
            case .success(.crowded): crowded.append(waiting)
            case .success(.command), .success(.filing), .failure: answer(waiting, outcome)
            }
        }
        sendAgain(crowded)
        batchesInFlight -= 1
        pump()
        if !isLaneBusy, !blocked.isEmpty {
            isLaneBusy = true
            Task { await workLane() }
        }
    }

    private func answer(_ waiting: Waiting, _ outcome: Result<BatchOutcome, any Error>) {
        claimsInFlight.subtract(waiting.claims)
        waiting.reply.resume(with: outcome)
    }

    /// Puts what shared an issue with something before it at the head of the line.
    private func sendAgain(_ crowded: [Waiting]) {
        for waiting in crowded { claimsInFlight.subtract(waiting.claims) }
        waiting.prepend(contentsOf: crowded)
    }

    /// Works on what met a lock until nothing is left.
    private func workLane() async {
        while !blocked.isEmpty {
            let batch = Array(blocked.prefix(limits.batchSize))
            blocked.removeFirst(batch.count)
            let outcomes = await patientOutcomes(of: batch.map(\.item))
            var crowded: [Waiting] = []
            for (waiting, outcome) in zip(batch, outcomes) {
                switch outcome {
                case .success(.held): refuse(waiting)
                case .success(.crowded): crowded.append(waiting)
                case .success(.command), .success(.filing), .failure: answer(waiting, outcome)
                }
            }
            sendAgain(crowded)
            pump()
        }
        isLaneBusy = false
    }

    /// Waits for the locks once; what is still held then is left out.
    private nonisolated func patientOutcomes(
        of items: [BatchItem]
    ) async -> [Result<BatchOutcome, any Error>] {
        let outcomes = await outcomes(of: items, .brief)
        let isHeldUp = outcomes.contains { outcome in
            if case .failure(EngineFailure.locked) = outcome { true } else { false }
        }
        return isHeldUp ? await self.outcomes(of: items, .none) : outcomes
    }

    /// Refuses an item, and all others on its issue: each would wait as long for nothing.
    private func refuse(_ one: Waiting) {
        let all = [one] + waiting.filter { $0.claims.first == one.claims.first }
        waiting.removeAll { $0.claims.first == one.claims.first }
        answer(one, .failure(EngineFailure.locked))
        // What waited has no claim yet.
        for waiting in all.dropFirst() {
            waiting.reply.resume(throwing: EngineFailure.locked)
        }
        observer.note(
            .heldElsewhere(
                what: one.claims.first.map { "\($0)" } ?? "", refused: all.count))
    }

    /// Carries a batch out; a constraint that one item violates costs that item alone.
    private nonisolated func outcomes(
        of items: [BatchItem], _ patience: LockPatience
    ) async -> [Result<BatchOutcome, any Error>] {
        do {
            return try await transactWithRetries(items, patience).map { .success($0) }
        } catch let failure as StoreFailure where failure.isOfOneItem && items.count > 1 {
            observer.note(.batchDivided(reason: "\(failure)"))
            let middle = items.count / 2
            let first = await outcomes(of: Array(items[..<middle]), patience)
            let second = await outcomes(of: Array(items[middle...]), patience)
            return first + second
        } catch StoreFailure.locked where patience == .none && items.contains(where: \.isFiling) {
            return await withoutFilings(items)
        } catch {
            let failure = engineFailure(error)
            return items.map { _ in .failure(failure) }
        }
    }

    /// Carries the commands of a batch out, whose filings wait for what others hold.
    private nonisolated func withoutFilings(
        _ items: [BatchItem]
    ) async -> [Result<BatchOutcome, any Error>] {
        let commands = items.filter { !$0.isFiling }
        var done = (commands.isEmpty ? [] : await outcomes(of: commands, .none))[...]
        return items.map { item in
            item.isFiling ? .success(.held) : done.popFirst() ?? .success(.held)
        }
    }

    /// Sends the batch again where its outcome is unknown: the keys make that harmless.
    private nonisolated func transactWithRetries(
        _ items: [BatchItem], _ patience: LockPatience
    ) async throws -> [BatchOutcome] {
        let decider = Decider(world: world.value)
        for pause in [Duration.milliseconds(50), .milliseconds(200), .milliseconds(500)] {
            do {
                return try await transact(items, patience, decider)
            } catch StoreFailure.transient(let reason) {
                observer.note(.batchSentAgain(reason: reason))
                try await Task.sleep(for: pause)
            }
        }
        return try await transact(items, patience, decider)
    }

    private nonisolated func transact(
        _ items: [BatchItem], _ patience: LockPatience, _ decider: Decider
    ) async throws -> [BatchOutcome] {
        let outcomes = try await store.transact(items, waiting: patience, deciding: decider)
        writes.noteSuccess()
        return outcomes
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
            observer.note(.storeStrained(reason: reason))
            return EngineFailure.strained
        case .transient, .unavailable: return EngineFailure.unavailable
        case .constraint, .fault: return fault(failure)
        }
    }

    private nonisolated func fault(_ error: any Error) -> any Error {
        observer.note(.batchFailed(reason: "\(error)"))
        return EngineFailure.fault("\(error)")
    }
}

extension StoreFailure {
    /// Whether one item of a batch may have brought it about.
    fileprivate var isOfOneItem: Bool {
        switch self {
        case .constraint, .unstorable: true
        case .transient, .locked, .strained, .unavailable, .fault: false
        }
    }
}
