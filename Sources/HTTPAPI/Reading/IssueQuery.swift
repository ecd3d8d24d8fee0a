import Casework
import Engine
import Hummingbird
import WorkingTime

/// Reads the parameters of `GET /v1/issues`.
struct IssueQuery {
    private enum Queue: String, CaseIterable { case mine, unit, overdue, escalated, all }

    var filter = IssueFilter()
    let place: QueuePlace?
    let limit: Int
    /// Set where the list is exactly one unit's queue, which has an index of its own.
    private(set) var singleUnit: UnitID?

    init(_ parameters: Parameters, for person: Person, world: World, now: Instant) throws {
        limit = try QueryNumber.limit(parameters)
        place = try parameters.get("cursor").map(PlaceCursor.place)
        let queueName = parameters.get("queue") ?? "all"
        guard let queue = Queue(rawValue: queueName) else {
            throw RequestFault.unknownName(
                queueName, parameter: "queue", known: Queue.allCases.map(\.rawValue))
        }
        apply(queue, person, world, now)
        try applyFilters(parameters, world)
    }

    static let known = [
        "queue", "unit", "state", "class", "category", "dueBefore", "q", "cursor", "limit",
    ]

    private mutating func apply(_ queue: Queue, _ person: Person, _ world: World, _ now: Instant) {
        if queue != .all { filter.isOpen = true }
        switch queue {
        case .mine: filter.mineOf = person.id
        case .unit:
            let own = world.scope(of: .person(person), at: now).belongsTo
            if !own.isEmpty { filter.leadUnits = own.sorted() }
            if own.count == 1 { singleUnit = own.first }
        case .overdue: filter.dueBefore = now
        case .escalated: filter.minimumLevel = 1
        case .all: break
        }
    }

    private mutating func applyFilters(_ parameters: Parameters, _ world: World) throws {
        if let code = parameters.get("unit") {
            guard let unit = world.directory.unit(code: code) else {
                throw RequestFault.unknownUnit(code)
            }
            filter.leadUnits = world.directory.subtree(of: unit.id).sorted()
            singleUnit = nil
        }
        filter.state = try Self.known(parameters, "state", world.states)
        filter.issueClass = try Self.known(parameters, "class", world.classes)
        filter.category = try Self.known(parameters, "category", world.categories)
        filter.text = try SearchWords.read(parameters)
        if let text = parameters.get("dueBefore") {
            do {
                filter.dueBefore = min(
                    try Instant(rfc3339: text), filter.dueBefore ?? .distantFuture)
            } catch {
                throw RequestFault.badParameter(
                    name: "dueBefore", zh: "应为时刻，如 2026-10-09T17:30:00+08:00。",
                    en: error.message)
            }
        }
        if filter.state != nil || filter.issueClass != nil || filter.category != nil
            || filter.text != nil || filter.dueBefore != nil
        {
            singleUnit = nil
        }
    }

    /// Reads a name; one that nothing has would find nothing, and say nothing of it.
    private static func known(
        _ parameters: Parameters, _ name: String, _ names: [String]
    ) throws(RequestFault) -> String? {
        guard let value = parameters.get(name) else { return nil }
        guard names.contains(value) else {
            throw .unknownName(value, parameter: name, known: names)
        }
        return value
    }
}
