import Casework
package import Engine
package import Store
import WorkingTime

/// Counts what stands in the queues of somebody, by the indexes of the lists alone.
///
/// What is counted is what concerns the asker's posts, or what it sees by where an issue belongs: whether
/// somebody may do it at last, only a list asks. What the asker could do in place of others does not count
/// as its own.
package struct CountDuties: Sendable {
    package struct Queue: Sendable {
        package let queue: ReadDuties.Queue
        package let counts: [DutyLight: DutyCount]
    }

    /// Of each light; what is more is told, and not counted.
    private static let most = 1000

    private let lists: DutyLists

    package init(records: Records) {
        lists = records.dutyLists
    }

    /// Counts each queue, in the order of their names; none for whoever is no person.
    package func queues(of asker: Asker) async throws -> [Queue] {
        guard case .person(let person) = asker.principal else { return [] }
        let zone = asker.world.calendars.zone
        let tomorrow = zone.midnight(of: try zone.date(at: asker.now).adding(days: 1))
        let counted = ReadDuties.Queue.allCases.filter { $0 != .overdue }
        let counts = try await lists.counts(
            counted.map { counting($0, person, asker) },
            within: DutySpans(now: asker.now, tomorrow: tomorrow), upTo: Self.most,
            of: person.id, notAbout: asker.scope.mayNotReadAbout)
        var byQueue = Dictionary(zip(counted, counts)) { first, _ in first }
        byQueue[.overdue] = byQueue[.all]?.filter { $0.key == .overdue }
        return ReadDuties.Queue.allCases.map { Queue(queue: $0, counts: byQueue[$0] ?? [:]) }
    }

    private func counting(
        _ queue: ReadDuties.Queue, _ person: Person, _ asker: Asker
    ) -> DutyLists.Counting {
        let reading = DutyReading(queue: queue, person: person, asker: asker)
        switch queue {
        case .mine:
            return .held(
                reading.reach.sides.filter { $0.part != .substitutes }, notOwedBy: [])
        case .unit: return .held(reading.reach.sides, notOwedBy: [])
        case .others: return .held(reading.reach.sides, notOwedBy: Array(reading.own))
        case .escalated: return .seen(reading.reach, isRaised: true)
        case .overdue, .watched, .all: return .seen(reading.reach, isRaised: false)
        }
    }
}
