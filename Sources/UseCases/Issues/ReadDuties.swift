package import Casework
package import Engine
package import Store
import Workflow
import WorkingTime

/// Lists what somebody owes, what the units of somebody owe, and what somebody waits for.
package struct ReadDuties: Sendable {
    /// Names the lists.
    package enum Queue: String, CaseIterable, Sendable {
        /// What the asker is to do, by itself, by its posts, or for whom it stands in.
        case mine
        /// What its posts owe, also where one of the unit has taken it on.
        case unit
        /// What others owe on issues that it has to do with.
        case others
    }

    /// One duty with its issue.
    package struct Item: Sendable {
        package let issue: Issue
        package let enterprise: Enterprise?
        /// As it concerns the asker.
        package let duty: DutyChange.Put
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

    private let duties: DutyRecords
    private let issues: IssueRecords
    private let enterprises: EnterpriseRecords

    package init(records: Records) {
        duties = records.duties
        issues = records.issues
        enterprises = records.enterprises
    }

    /// - Throws: `badParameter` for a queue that nobody knows.
    package func list(
        _ name: String?, after place: DutyPlace?, limit: Int, for asker: Asker
    ) async throws -> Page {
        guard let queue = Queue(rawValue: name ?? Queue.mine.rawValue) else {
            throw InputFault.unknownName(
                name ?? "", parameter: "queue", known: Queue.allCases.map(\.rawValue))
        }
        guard case .person(let person) = asker.principal else { return Page(items: [], next: nil) }
        let reading = Reading(queue: queue, person: person, asker: asker)
        var items: [Item] = []
        var next = place
        for _ in 0..<Self.mostReadings {
            let found = try await duties.page(
                of: reading.sides, barring: person.id, after: next, limit: limit + 1)
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

    private func items(at places: [DutyPlace], _ reading: Reading) async throws -> [Item] {
        let ids = Set(places.map(\.issue)).sorted()
        let found = try await issues.issues(ids).filter(reading.asker.sees)
        let known = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        let stored = try await duties.duties(of: ids)
        let named = try await enterprises.enterprises(found.compactMap(\.enterprise))
        var seen: Set<[Int64]> = []
        return places.compactMap { place in
            guard let issue = known[place.issue],
                let rows = stored[place.issue]?.filter({ $0.row.key.slot == place.slot }),
                let duty = rows.first(where: { $0.row.key == place.key }),
                reading.concerns(duty.row, beside: rows.map(\.row), of: issue),
                seen.insert([place.issue.rawValue, Int64(place.slot)]).inserted
            else { return nil }
            return Item(
                issue: issue, enterprise: issue.enterprise.flatMap { named[$0] }, duty: duty,
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

/// What a list means for whoever asks for it.
private struct Reading {
    let asker: Asker
    /// Whom it concerns, and how; the same order each time.
    let sides: [DutySide]
    private let queue: ReadDuties.Queue
    private let person: Person
    private let own: Set<DutyHolder>
    private let posts: DutyPosts

    init(queue: ReadDuties.Queue, person: Person, asker: Asker) {
        self.asker = asker
        self.queue = queue
        self.person = person
        posts = DutyPosts(in: asker.world.directory, at: asker.now)
        own = posts.holders(of: person)
        let sides =
            switch queue {
            case .mine: Self.sides(own, [.owes, .helps, .substitutes])
            case .unit: Self.sides(own.filter(Self.isPost), [.owes, .within, .substitutes])
            case .others:
                Self.sides(own, [.waits])
                    + Self.sides(posts.overseen(by: person), [.owes, .waits])
            }
        self.sides = sides.sorted {
            ($0.holder.key, $0.part.rawValue) < ($1.holder.key, $1.part.rawValue)
        }
    }

    private static func sides(
        _ holders: Set<DutyHolder>, _ parts: [DutyRow.Part]
    ) -> [DutySide] {
        holders.flatMap { holder in parts.map { DutySide(holder, $0) } }
    }

    private static func isPost(_ holder: DutyHolder) -> Bool {
        switch holder {
        case .unit, .head, .office, .leader, .force, .divisionForce: true
        case .person, .role, .enterprise, .paired, .pairedWithProject: false
        }
    }

    /// What is somebody's to do it may do; a substitute is asked only where none of those who owe it can;
    /// nobody waits for itself.
    func concerns(_ row: DutyRow, beside rows: [DutyRow], of issue: Issue) -> Bool {
        let owing = rows.filter { $0.part == .owes }.compactMap { DutyHolder(key: $0.key.holder) }
        switch row.part {
        case .owes: return queue != .mine || may(person, row, issue)
        case .helps, .within: return true
        case .waits: return own.isDisjoint(with: owing)
        case .substitutes:
            guard queue == .mine else { return true }
            let isHeld = owing.contains { holder in
                holder == .enterprise
                    || posts.people(of: holder).contains {
                        !row.barred.contains($0.id) && may($0, row, issue)
                    }
            }
            return !isHeld && may(person, row, issue)
        }
    }

    private func may(_ person: Person, _ row: DutyRow, _ issue: Issue) -> Bool {
        guard let definition = asker.world.definitions.workflow(issue.workflow)?.definition,
            !asker.world.directory.bars(person, from: issue, at: asker.now)
        else { return false }
        let authority = Authority(
            of: .person(person), in: asker.world.directory, by: asker.world.ladders, at: asker.now)
        return row.actions.compactMap(definition.action).contains {
            authority.standing(for: $0, on: issue) != nil
        }
    }
}
