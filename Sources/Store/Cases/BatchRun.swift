import Casework
import Engine
import Postgres

/// Carries one batch out in two trips: what locks and loads, and what applies and commits.
struct BatchRun {
    let store: PostgresCaseStore
    let items: [BatchItem]
    let lockWait: LockWait
    let decider: any BatchDecider

    func outcomes(over connection: PostgresConnection) async throws -> [BatchOutcome] {
        try await apply(decided(try await load(connection)), connection)
    }

    /// What was loaded for one item.
    private enum Loaded {
        case command(Command, LoadedIssue)
        case filing(Filing, LoadedFiling)
        case neither(BatchOutcome)
    }

    /// Locks, then loads by statements of their own, which see what the waits were for.
    private func load(_ connection: PostgresConnection) async throws -> [Loaded] {
        var commands: [CommandNeeds] = []
        var filings: [FilingNeeds] = []
        for item in items {
            switch item {
            case .command(let command): commands.append(decider.needs(of: command))
            case .filing(let filing): filings.append(decider.needs(of: filing))
            }
        }
        var trip = Trip()
        trip.add(TransactionControl.begin)
        trip.add(TransactionControl.waitBriefly)
        let commandLoad = CommandLoad(commands, keys: keys, lockWait, store.queries, on: &trip)
        let filingLoad = FilingLoad(filings, store.queries, on: &trip)
        let answers = try await connection.run(trip.statements)
        var issues = try commandLoad.loaded(from: answers, by: store.issueRecords)[...]
        var cases = try filingLoad.loaded(from: answers)[...]
        return items.compactMap { item in
            switch item {
            case .command(let command):
                issues.popFirst().map { found in
                    switch found {
                    case .success(let loaded): .command(command, loaded)
                    case .failure(let hindrance): .neither(hindrance.outcome)
                    }
                }
            case .filing(let filing): cases.popFirst().map { .filing(filing, $0) }
            }
        }
    }

    private var keys: [CommandKey] {
        items.compactMap { item in
            switch item {
            case .command(let command): command.key
            case .filing: nil
            }
        }
    }

    private func decided(_ loaded: [Loaded]) -> [BatchOutcome] {
        loaded.map { loaded in
            switch loaded {
            case .command(let command, let issue):
                .command(decider.decide(command, on: issue))
            case .filing(let filing, let found): .filing(decider.decide(filing, on: found))
            case .neither(let outcome): outcome
            }
        }
    }

    /// Applies as sets and commits; replies go out only once this has returned.
    private func apply(
        _ outcomes: [BatchOutcome], _ connection: PostgresConnection
    ) async throws -> [BatchOutcome] {
        let (changes, outcomes) = try changes(of: outcomes)
        guard !changes.isEmpty else {
            _ = try await connection.run([TransactionControl.rollback])
            return outcomes
        }
        var trip = Trip()
        if lockWait == .brief, changes.hasCases { trip.add(TransactionControl.waitInLine) }
        let casesPlace = changes.addStatements(store.queries, to: &trip)
        trip.add(TransactionControl.commit)
        let answers = try await applied(trip, connection)
        return try casesPlace.map { try numbered(outcomes, answers[$0]) } ?? outcomes
    }

    /// What is to be written, and the outcomes; what can't be is at fault alone.
    private func changes(
        of outcomes: [BatchOutcome]
    ) throws -> (ChangeSet, [BatchOutcome]) {
        var whole = store.changeSet()
        do {
            for outcome in outcomes { try whole.add(outcome) }
            return (whole, outcomes)
        } catch is WorldFault {
            // Most batches are whole: a copy for each item is made only here.
            return try changesOneByOne(outcomes)
        }
    }

    private func changesOneByOne(
        _ outcomes: [BatchOutcome]
    ) throws -> (ChangeSet, [BatchOutcome]) {
        var changes = store.changeSet()
        let judged = try outcomes.map { outcome in
            var next = changes
            do {
                try next.add(outcome)
            } catch let fault as WorldFault {
                return outcome.failed(fault)
            }
            changes = next
            return outcome
        }
        return (changes, judged)
    }

    /// What another transaction filed meanwhile is found when the batch is sent again.
    private func applied(
        _ trip: Trip, _ connection: PostgresConnection
    ) async throws -> [Rows] {
        do throws(PostgresError) {
            return try await connection.run(trip.statements)
        } catch {
            switch error.serverError?.constraint {
            case "a_filing_counts_once", "external_reference_is_used_once",
                "enterprise_credit_code_key":
                throw StoreFailure.conflict("the same was filed meanwhile")
            default: throw error
            }
        }
    }

    private func numbered(_ outcomes: [BatchOutcome], _ rows: Rows) throws -> [BatchOutcome] {
        let numbers = try rows.reduce(into: [CaseID: String]()) { numbers, row in
            numbers[CaseID(try row.int64("id"))] = try row.text("number")
        }
        return try outcomes.map { outcome in
            guard case .filing(.decided(let decision)) = outcome else { return outcome }
            guard let number = numbers[decision.filed.id] else {
                throw WorldFault("no number was taken for a case")
            }
            return .filing(.decided(decision.numbered(number)))
        }
    }
}

extension BatchOutcome {
    fileprivate func failed(_ fault: WorldFault) -> BatchOutcome {
        switch self {
        case .command: .command(.failed(fault))
        case .filing: .filing(.failed(fault))
        case .held, .conflicting: self
        }
    }
}
