package import Casework
import DequeModule

/// Gathers commands and filings into batches and carries them out, so that load grows the batch, not
/// the wait.
///
/// At most two batches are in flight. No two items in flight name one issue in the same way; where they
/// name it in two, the later one waits for the lock. There is no timer: whatever waits when a place is
/// free goes. No batch waits for an issue that another transaction holds: its command goes on in a lane
/// of its own, waits there for about a second, and is then answered with `locked`, as is all that waits
/// for the same issue. Filings have a lane of theirs, where they wait in line for the numbers of cases.
package actor Batcher {
    package struct Limits: Sendable {
        package var batchSize = 128
        package var batchesInFlight = 2
        /// How many issues the filings of a batch bring to life, unless one alone has more.
        package var newIssueCount = 200
        /// What may wait; beyond that the answer is `overloaded`.
        package var waiting = 4096

        package init() {}

        func hasRoom(for item: BatchItem, beside newIssueCount: Int) -> Bool {
            newIssueCount == 0 || item.newIssueCount == 0
                || newIssueCount + item.newIssueCount <= self.newIssueCount
        }
    }

    private struct Waiting {
        let item: BatchItem
        let claims: [BatchItem.Claim]
        let since: ContinuousClock.Instant
        let reply: CheckedContinuation<BatchOutcome, any Error>
    }

    private struct Lane {
        var blocked: Deque<Waiting> = []
        var isBusy = false
    }

    nonisolated let writes = WriteHealth()
    private let carrier: BatchCarrier
    private let world: CurrentWorld
    private let limits: Limits
    private let observer: any Observer
    private var waiting: Deque<Waiting> = []
    /// Commands and filings that need what others hold; their claims stay in flight.
    private var commandLane = Lane()
    private var filingLane = Lane()
    private var claimsInFlight: Set<BatchItem.Claim> = []
    private var batchesInFlight = 0

    package init(
        store: any CaseStore, world: CurrentWorld, limits: Limits = Limits(), observer: any Observer
    ) {
        carrier = BatchCarrier(store: store, world: world, writes: writes, observer: observer)
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
    ///
    /// - Throws: `EngineFailure`.
    package func submit(_ filing: Filing) async throws -> FilingVerdict {
        guard case .filing(let verdict) = try await submit(.filing(filing)) else {
            throw EngineFailure.fault("a filing without a verdict")
        }
        return verdict
    }

    private func submit(_ item: BatchItem) async throws -> BatchOutcome {
        let count = waiting.count + commandLane.blocked.count + filingLane.blocked.count
        guard count < limits.waiting else { throw EngineFailure.overloaded }
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
    /// by nothing on the others. Filings follow those that wait in their lane.
    private func takeBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var newIssueCount = 0
        var passedOver: Deque<Waiting> = []
        var awaited: Set<BatchItem.Claim> = []
        while batch.count < limits.batchSize, let next = waiting.popFirst() {
            let isFree =
                claimsInFlight.isDisjoint(with: next.claims)
                && awaited.isDisjoint(with: next.claims)
            if isFree, next.item.isFiling, filingLane.isBusy {
                claimsInFlight.formUnion(next.claims)
                filingLane.blocked.append(next)
            } else if isFree, limits.hasRoom(for: next.item, beside: newIssueCount) {
                claimsInFlight.formUnion(next.claims)
                newIssueCount += next.item.newIssueCount
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
        let outcomes = await observed(batch) { await self.carrier.outcomes(of: $0, .none) }
        for waiting in settle(batch, outcomes) {
            if waiting.item.isFiling {
                filingLane.blocked.append(waiting)
            } else {
                commandLane.blocked.append(waiting)
            }
        }
        batchesInFlight -= 1
        workLanes()
        pump()
    }

    /// Answers what came of items, and sends those again that shared an issue with one before them.
    ///
    /// - Returns: what is held.
    private func settle(
        _ batch: [Waiting], _ outcomes: [Result<BatchOutcome, any Error>]
    ) -> [Waiting] {
        var held: [Waiting] = []
        var conflicting: [Waiting] = []
        for (waiting, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .success(.held): held.append(waiting)
            case .success(.conflicting): conflicting.append(waiting)
            case .success(.command), .success(.filing), .failure: answer(waiting, outcome)
            }
        }
        for waiting in conflicting { claimsInFlight.subtract(waiting.claims) }
        waiting.prepend(contentsOf: conflicting)
        return held
    }

    private nonisolated func observed(
        _ batch: [Waiting],
        _ work: @Sendable ([BatchItem]) async -> [Result<BatchOutcome, any Error>]
    ) async -> [Result<BatchOutcome, any Error>] {
        let begun = ContinuousClock.now
        let outcomes = await work(batch.map(\.item))
        observer.note(
            .batchCarriedOut(
                CarriedBatch(
                    items: batch.count, wait: begun - (batch.map(\.since).min() ?? begun),
                    duration: .now - begun)))
        return outcomes
    }

    private func answer(_ waiting: Waiting, _ outcome: Result<BatchOutcome, any Error>) {
        claimsInFlight.subtract(waiting.claims)
        waiting.reply.resume(with: outcome)
    }

    private func workLanes() {
        if !commandLane.isBusy, !commandLane.blocked.isEmpty {
            commandLane.isBusy = true
            Task { await workCommandLane() }
        }
        if !filingLane.isBusy, !filingLane.blocked.isEmpty {
            filingLane.isBusy = true
            Task { await workFilingLane() }
        }
    }

    /// Works on the commands that met a lock until none is left.
    private func workCommandLane() async {
        while !commandLane.blocked.isEmpty {
            let batch = Array(commandLane.blocked.prefix(limits.batchSize))
            commandLane.blocked.removeFirst(batch.count)
            let outcomes = await observed(batch) { await self.carrier.outcomesAfterWaiting(of: $0) }
            for waiting in settle(batch, outcomes) { refuse(waiting) }
            pump()
        }
        commandLane.isBusy = false
    }

    /// Works on the filings that met a lock until none is left.
    private func workFilingLane() async {
        while !filingLane.blocked.isEmpty {
            let batch = takeFilings()
            let outcomes = await observed(batch) { await self.carrier.filingsAfterWaiting($0) }
            for waiting in settle(batch, outcomes) { refuse(waiting) }
            pump()
        }
        filingLane.isBusy = false
    }

    private func takeFilings() -> [Waiting] {
        var batch: [Waiting] = []
        var newIssueCount = 0
        while batch.count < limits.batchSize, let next = filingLane.blocked.first,
            limits.hasRoom(for: next.item, beside: newIssueCount)
        {
            newIssueCount += next.item.newIssueCount
            batch.append(filingLane.blocked.removeFirst())
        }
        return batch
    }

    /// Refuses an item, and all others that name its issue likewise: each would wait as long for nothing.
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
}
