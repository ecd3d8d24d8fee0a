import Casework
import Engine
import WorkingTime

/// Reads what letters need, after their deliveries were claimed: none asks for what was done before it is
/// written.
struct FactsReading {
    let store: any NoticeStore
    let cache: EventCache
    let world: World
    let now: Instant

    func facts(for claimed: [ClaimedDelivery]) async throws -> LetterFacts {
        let store = store
        let items = try await cache.items(at: claimed.flatMap(\.places)) {
            try await store.items(at: $0)
        }
        let receivers = Set(claimed.map(\.subscription.person))
        let concerns = concerns(of: receivers)
        let past = try await store.issues(at: Array(items.keys))
        let issues = try await store.issues(Set(items.keys.map(\.issue)).sorted())
        let owed = try await owed(in: claimed, concerns)
        let about = issues + owed.values.flatMap { $0.items.map(\.issue) }
        return LetterFacts(
            world: world, now: now, items: items, past: past,
            issues: Dictionary(issues.map { ($0.id, $0) }) { first, _ in first },
            enterprises: try await store.enterprises(
                Set(about.compactMap(\.enterprise)).sorted()),
            concerns: concerns, owed: owed,
            paused: Dictionary(
                grouping: try await store.pausedWebhooks(of: receivers), by: \.person))
    }

    private func concerns(of receivers: Set<PersonID>) -> [PersonID: DutyConcern] {
        receivers.compactMap(world.directory.person).reduce(into: [:]) { concerns, person in
            concerns[person.id] = DutyConcern(of: person, in: world, at: now)
        }
    }

    private func owed(
        in claimed: [ClaimedDelivery], _ concerns: [PersonID: DutyConcern]
    ) async throws -> [PersonID: OwedList] {
        let reading = OwedReading(store: store, world: world, now: now)
        var owed: [PersonID: OwedList] = [:]
        for id in Set(claimed.filter { $0.digestOn != nil }.map(\.subscription.person)) {
            guard let person = world.directory.person(id), let concern = concerns[id] else {
                continue
            }
            owed[id] = try await reading.list(of: person, concern)
        }
        return owed
    }
}
