import Casework

/// Has batches carried out, again where that helps and in parts where one item spoils it for others, so
/// that each item gets an outcome or a failure of its own.
struct BatchCarrier: Sendable {
    let store: any CaseStore
    let world: CurrentWorld
    let writes: WriteHealth
    let observer: any Observer

    /// Waits for the locks once; what is still held then is left out.
    func outcomesAfterWaiting(
        of items: [BatchItem]
    ) async -> [Result<BatchOutcome, any Error>] {
        let outcomes = await outcomes(of: items, .brief)
        return outcomes.contains(where: Self.isHeldUp)
            ? await self.outcomes(of: items, .none) : outcomes
    }

    /// Waits in line once; then each filing goes by itself, so that one that meets a lock costs no other.
    /// Where so many after each other met one, the rest would too.
    func filingsAfterWaiting(
        _ items: [BatchItem]
    ) async -> [Result<BatchOutcome, any Error>] {
        let outcomes = await outcomes(of: items, .brief)
        guard outcomes.contains(where: Self.isHeldUp) else { return outcomes }
        var single: [Result<BatchOutcome, any Error>] = []
        var heldInARow = 0
        for item in items {
            let outcome =
                heldInARow < 3 ? await self.outcomes(of: [item], .none)[0] : .success(.held)
            if case .success(.held) = outcome { heldInARow += 1 } else { heldInARow = 0 }
            single.append(outcome)
        }
        return single
    }

    private static func isHeldUp(_ outcome: Result<BatchOutcome, any Error>) -> Bool {
        if case .failure(EngineFailure.locked) = outcome { true } else { false }
    }

    /// Carries a batch out; a constraint that one item violates costs that item alone.
    func outcomes(
        of items: [BatchItem], _ lockWait: LockWait
    ) async -> [Result<BatchOutcome, any Error>] {
        do {
            return try await transactWithRetries(items, lockWait).map { .success($0) }
        } catch let failure as StoreFailure where failure.isOfOneItem && items.count > 1 {
            observer.note(.batchDivided(reason: "\(failure)"))
            let middle = items.count / 2
            let first = await outcomes(of: Array(items[..<middle]), lockWait)
            let second = await outcomes(of: Array(items[middle...]), lockWait)
            return first + second
        } catch StoreFailure.locked where lockWait == .none && items.contains(where: \.isFiling) {
            return await withoutFilings(items)
        } catch {
            let failure = engineFailure(error)
            return items.map { _ in .failure(failure) }
        }
    }

    /// Carries the commands of a batch out, whose filings wait for what others hold.
    private func withoutFilings(
        _ items: [BatchItem]
    ) async -> [Result<BatchOutcome, any Error>] {
        let commands = items.filter { !$0.isFiling }
        var done = (commands.isEmpty ? [] : await outcomes(of: commands, .none))[...]
        return items.map { item in
            item.isFiling ? .success(.held) : done.popFirst() ?? .success(.held)
        }
    }

    /// Sends the batch again where its outcome is unknown: the keys make that harmless.
    private func transactWithRetries(
        _ items: [BatchItem], _ lockWait: LockWait
    ) async throws -> [BatchOutcome] {
        let decider = Decider(world: world.value)
        for pause in [Duration.milliseconds(50), .milliseconds(200), .milliseconds(500)] {
            do {
                return try await transact(items, lockWait, decider)
            } catch StoreFailure.transient(let reason) {
                observer.note(.batchSentAgain(reason: reason))
                try await Task.sleep(for: pause)
            } catch StoreFailure.conflict(let reason) {
                observer.note(.batchSentAgain(reason: reason))
            }
        }
        return try await transact(items, lockWait, decider)
    }

    private func transact(
        _ items: [BatchItem], _ lockWait: LockWait, _ decider: Decider
    ) async throws -> [BatchOutcome] {
        let outcomes = try await store.transact(items, waiting: lockWait, deciding: decider)
        writes.noteSuccess()
        return outcomes
    }

    private func engineFailure(_ error: any Error) -> any Error {
        switch error {
        case let failure as EngineFailure: return failure
        case let failure as StoreFailure: return engineFailure(failure)
        default: return fault(error)
        }
    }

    private func engineFailure(_ failure: StoreFailure) -> any Error {
        switch failure {
        case .unstorable: return failure
        case .locked: return EngineFailure.locked
        case .strained(let reason):
            writes.noteFailure()
            observer.note(.storeStrained(reason: reason))
            return EngineFailure.strained
        case .transient, .conflict, .unavailable: return EngineFailure.unavailable
        case .constraint(let name):
            observer.note(.batchFailed(reason: "\(failure)"))
            return EngineFailure.violation(name)
        case .fault: return fault(failure)
        }
    }

    private func fault(_ error: any Error) -> any Error {
        observer.note(.batchFailed(reason: "\(error)"))
        return EngineFailure.fault("\(error)")
    }
}

extension StoreFailure {
    /// Whether one item of a batch may have brought it about.
    fileprivate var isOfOneItem: Bool {
        switch self {
        case .constraint, .conflict, .unstorable: true
        case .transient, .locked, .strained, .unavailable, .fault: false
        }
    }
}
