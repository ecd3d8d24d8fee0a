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
    private static let most = 300

    private let duties: DutyCounts

    package init(records: Records) {
        duties = records.dutyCounts
    }

    /// Counts each queue, in the order of their names; none for whoever is no person.
    package func queues(of asker: Asker) async throws -> [Queue] {
        guard case .person(let person) = asker.principal else { return [] }
        let zone = asker.world.calendars.zone
        let tomorrow = zone.midnight(of: try zone.date(at: asker.now).adding(days: 1))
        let spans = DutySpans(now: asker.now, tomorrow: tomorrow)
        func counts(
            _ queues: [ReadDuties.Queue], seesMuch: Bool
        ) async throws -> [[DutyLight: DutyCount]] {
            try await duties.counts(
                queues.map { counting($0, person, asker, seesMuch) }, within: spans,
                upTo: Self.most, of: person.id, notAbout: asker.scope.mayNotReadAbout)
        }
        let first: [ReadDuties.Queue] = [.mine, .unit, .others, .watched, .all]
        var byQueue = Dictionary(
            zip(first, try await counts(first, seesMuch: false))
        ) { first, _ in first }
        let seesMuch = byQueue[.all]?.values.contains(where: \.hasMore) ?? false
        byQueue[.escalated] = try await counts([.escalated], seesMuch: seesMuch).first
        byQueue[.overdue] = byQueue[.all]?.filter { $0.key == .overdue }
        return ReadDuties.Queue.allCases.map { Queue(queue: $0, counts: byQueue[$0] ?? [:]) }
    }

    /// - Parameter seesMuch: true where it is known that more is seen than is counted.
    private func counting(
        _ queue: ReadDuties.Queue, _ person: Person, _ asker: Asker, _ seesMuch: Bool
    ) -> DutyCounts.Counting {
        let reading = DutyReading(queue: queue, person: person, asker: asker)
        switch reading.reach {
        case .held(let sides, _):
            return .held(
                queue == .mine ? sides.filter { $0.part != .substitutes } : sides,
                notOwedBy: queue == .others ? Array(reading.own) : [])
        case .overseen(let oversight):
            let isRaised = queue == .escalated
            return oversight.isWhole || seesMuch
                ? .ofAll(oversight, isRaised: isRaised)
                : .overseen(oversight, isRaised: isRaised)
        }
    }
}
