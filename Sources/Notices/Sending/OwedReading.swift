import Casework
import Engine
import WorkingTime

/// Finds what somebody owes: the rows say on which issues, the issues themselves what.
struct OwedReading {
    let store: any NoticeStore
    let world: World
    let now: Instant

    /// What a letter lists at most.
    private static let most = 200
    /// So often is read on where what was found is not the person's to do.
    private static let mostReadings = 20
    private static let mostCounted = 1000

    func list(of person: Person, _ concern: DutyConcern) async throws -> OwedList {
        let sides = sides(concern.own, [.owes, .helps, .substitutes])
        let scope = world.directory.scope(of: .person(person), at: now)
        var items: [OwedList.Item] = []
        var place: DutyPlace?
        for _ in 0..<Self.mostReadings {
            let found = try await store.duties(
                on: sides, barring: person.id, after: place, limit: Self.most + 1)
            items += try await self.items(at: found, concern, scope)
                .filter { new in !items.contains { $0.isSame(as: new) } }
            place = found.count > Self.most ? found.last : nil
            if place == nil || items.count > Self.most { break }
        }
        return OwedList(
            items: Array(items.prefix(Self.most)),
            hasMore: items.count > Self.most || place != nil,
            waiting: try await waiting(person, concern, scope))
    }

    private func items(
        at places: [DutyPlace], _ concern: DutyConcern, _ scope: Scope
    ) async throws -> [OwedList.Item] {
        let issues = try await store.issues(Set(places.map(\.issue)).sorted())
            .filter { scope.sees($0, in: world.directory) }
        let known = Dictionary(issues.map { ($0.id, concern.owed(on: $0)) }) { first, _ in first }
        var seen: Set<[Int64]> = []
        return places.compactMap { place in
            guard seen.insert([place.issue.rawValue, Int64(place.slot)]).inserted else {
                return nil
            }
            return known[place.issue]?.first { $0.owed.duty.slot.number == place.slot }
        }
    }

    private func waiting(
        _ person: Person, _ concern: DutyConcern, _ scope: Scope
    ) async throws -> DutyCount {
        let overseen = DutyPosts(in: world.directory, at: now).overseen(by: person)
        return try await store.dutyCount(
            on: sides(concern.own, [.waits]) + sides(overseen, [.owes, .waits]),
            notOwedBy: concern.own, of: person.id, notAbout: scope.mayNotReadAbout,
            upTo: Self.mostCounted, at: now)
    }

    private func sides(_ holders: Set<DutyHolder>, _ parts: [DutyRow.Part]) -> [DutySide] {
        holders.sorted { $0.key < $1.key }.flatMap { holder in parts.map { DutySide(holder, $0) } }
    }
}

extension DutyConcern {
    /// Lists what of the duties on an issue is the person's to do.
    fileprivate func owed(on issue: Issue) -> [OwedList.Item] {
        duties(on: issue).filter(\.isOwn).map { OwedList.Item(issue: issue, owed: $0) }
    }
}

extension OwedList.Item {
    fileprivate func isSame(as other: Self) -> Bool {
        issue.id == other.issue.id && owed.duty.slot == other.owed.duty.slot
    }
}
