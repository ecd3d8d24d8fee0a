package import Casework
import Store
import WorkingTime

extension ReadDuties {
    /// Lists what is owed on one issue, what is due first before the rest, each as it concerns the asker.
    package func duties(
        on issue: Issue, of enterprise: Enterprise?, for asker: Asker
    ) async throws -> [Item] {
        guard case .person(let person) = asker.principal else { return [] }
        let reading = DutyReading(queue: .mine, person: person, asker: asker)
        let stored = try await duties.duties(of: [issue.id])[issue.id] ?? []
        return Dictionary(grouping: stored, by: \.row.key.slot)
            .sorted { $0.key < $1.key }
            .compactMap { item($0.value, issue, enterprise, reading) }
            .sorted { $0.due < $1.due }
    }

    /// - Parameter rows: all that is stored of one duty.
    private func item(
        _ rows: [DutyChange.Put], _ issue: Issue, _ enterprise: Enterprise?, _ reading: DutyReading
    ) -> Item? {
        let owing = rows.filter { $0.row.part == .owes }
        guard let first = owing.first else { return nil }
        let part = reading.part(of: rows.map(\.row), of: issue)
        return Item(
            issue: issue, enterprise: enterprise,
            duty: DutyChange.Put(row: first.row.concerning(as: part), since: first.since),
            concernsAsker: true,
            holders: owing.compactMap { DutyHolder(key: $0.row.key.holder) })
    }
}

extension DutyRow {
    fileprivate func concerning(as part: Part) -> DutyRow {
        DutyRow(
            key: key, part: part, actions: actions, barred: barred, dueAt: dueAt,
            isPaused: isPaused, isBlocked: isBlocked, classRank: classRank)
    }
}

extension ReadDuties.Item {
    /// What has no date comes last.
    fileprivate var due: Instant { duty.row.dueAt ?? .distantFuture }
}
