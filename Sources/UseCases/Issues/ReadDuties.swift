package import Casework
package import Engine
package import Store

/// Lists what somebody owes, what it waits for, and what is owed on issues that it sees.
package struct ReadDuties: Sendable {
    /// Names the lists.
    package enum Queue: String, CaseIterable, Sendable {
        /// What the asker is to do, by itself, by its posts, or for whom it stands in.
        case mine
        /// What its posts owe, also where one of the unit has taken it on.
        case unit
        /// What others owe on issues that it has to do with.
        case others
        /// What anybody owes and has not done in time, on any issue that it sees.
        case overdue
        /// On issues that it sees and whose level was raised.
        case escalated
        /// On issues that climbed to it, or are about what it is paired with.
        case watched
        /// On any issue that it sees.
        case all

        /// True where it holds what the asker sees, whoever owes it.
        var isSeen: Bool {
            switch self {
            case .mine, .unit, .others: false
            case .overdue, .escalated, .watched, .all: true
            }
        }
    }

    /// One duty with its issue.
    package struct Item: Sendable {
        package let issue: Issue
        package let enterprise: Enterprise?
        /// As it concerns the asker; where it does not, as it concerns whoever owes it.
        package let duty: DutyChange.Put
        package let concernsAsker: Bool
        /// Who owes it.
        package let holders: [DutyHolder]
    }

    package struct Page: Sendable {
        package let items: [Item]
        /// Where the next page begins; nil where none follows.
        package let next: DutyPlace?
    }

    /// So often is read on where what was found is not the asker's to do.
    private static let mostReadings = 20

    let duties: DutyRecords
    private let lists: DutyLists
    private let issues: IssueRecords
    private let enterprises: EnterpriseRecords

    package init(records: Records) {
        duties = records.duties
        lists = records.dutyLists
        issues = records.issues
        enterprises = records.enterprises
    }

    /// - Throws: `badParameter` for what nobody knows.
    package func list(
        _ question: DutyQuestion, after place: DutyPlace?, limit: Int, for asker: Asker
    ) async throws -> Page {
        let selection = try DutySelection(question, for: asker)
        guard case .person(let person) = asker.principal else { return Page(items: [], next: nil) }
        let reading = DutyReading(queue: selection.queue, person: person, asker: asker)
        var items: [Item] = []
        var next = place
        for _ in 0..<Self.mostReadings {
            let found = try await lists.page(
                of: reading.reach, narrowedTo: selection.filter, after: next, limit: limit + 1)
            let places = Array(found.prefix(limit))
            items += try await self.items(at: places, reading)
                .filter { new in !items.contains { $0.isSame(as: new) } }
            next = found.count > limit ? places.last : nil
            if next == nil || items.count >= limit { break }
        }
        return cut(items, to: limit, next)
    }

    /// What was read beyond the page is read again with the next.
    private func cut(_ items: [Item], to limit: Int, _ next: DutyPlace?) -> Page {
        guard items.count > limit else { return Page(items: items, next: next) }
        return Page(items: Array(items.prefix(limit)), next: items[limit - 1].place)
    }

    private func items(at places: [DutyPlace], _ reading: DutyReading) async throws -> [Item] {
        let ids = Set(places.map(\.issue)).sorted()
        let found = try await issues.live(ids).filter(reading.asker.sees)
        let known = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        let stored = try await duties.duties(at: places)
        let named = try await enterprises.enterprises(found.compactMap(\.enterprise))
        var seen: Set<[Int64]> = []
        return places.compactMap { place in
            guard let issue = known[place.issue],
                let rows = stored[place.issue]?.filter({ $0.row.key.slot == place.slot }),
                let duty = reading.row(place.key, among: rows, of: issue),
                seen.insert([place.issue.rawValue, Int64(place.slot)]).inserted
            else { return nil }
            return Item(
                issue: issue, enterprise: issue.enterprise.flatMap { named[$0] }, duty: duty,
                concernsAsker: reading.isOwn(duty.row),
                holders: rows.map(\.row).filter { $0.part == .owes }
                    .compactMap { DutyHolder(key: $0.key.holder) })
        }
    }
}

extension ReadDuties.Item {
    fileprivate func isSame(as other: Self) -> Bool {
        issue.id == other.issue.id && duty.row.key.slot == other.duty.row.key.slot
    }

    fileprivate var place: DutyPlace {
        DutyPlace(
            dueAt: duty.row.dueAt, classRank: duty.row.classRank, issue: issue.id,
            slot: duty.row.key.slot)
    }
}
