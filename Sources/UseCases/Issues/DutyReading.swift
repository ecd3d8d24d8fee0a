import Casework
import Engine

/// What a list of duties means for whoever asks for it.
struct DutyReading {
    let asker: Asker
    /// Whose duties it holds; the same order each time.
    let reach: DutyReach
    private let queue: ReadDuties.Queue
    let person: Person
    private let concern: DutyConcern

    init(queue: ReadDuties.Queue, person: Person, asker: Asker) {
        self.asker = asker
        self.queue = queue
        self.person = person
        concern = DutyConcern(of: person, in: asker.world, at: asker.now)
        let own = concern.own
        let posts = DutyPosts(in: asker.world.directory, at: asker.now)
        reach =
            switch queue {
            case .mine:
                .held(DutySide.sides(own, [.owes, .helps, .substitutes]), barring: person.id)
            case .unit:
                .held(
                    DutySide.sides(own.filter(\.isPost), [.owes, .within, .substitutes]),
                    barring: person.id)
            case .others:
                .held(
                    DutySide.sides(own, [.waits])
                        + DutySide.sides(posts.overseen(by: person), [.owes, .waits]),
                    barring: person.id)
            case .watched: .overseen(Oversight(watchedBy: asker.scope))
            case .overdue, .escalated, .all:
                .overseen(Oversight(seenBy: asker.scope, in: asker.world.directory))
            }
    }

    /// Finds the row by which a duty stands in the list: the one that was found, where it concerns the
    /// asker; in what is only seen the asker's own, else that of whoever owes it.
    func row(
        _ key: DutyRow.Key?, among rows: [DutyChange.Put], of issue: Issue
    ) -> DutyChange.Put? {
        guard queue.isSeen else {
            return rows.first { $0.row.key == key }.flatMap { found in
                concerns(found.row, beside: rows.map(\.row), of: issue) ? found : nil
            }
        }
        let parts = DutyRow.Part.allCases
        return parts.lazy.compactMap { part in
            rows.first { $0.row.part == part && isOwn($0.row) }
        }.first ?? rows.first { $0.row.part == .owes }
    }

    var own: Set<DutyHolder> { concern.own }

    /// Tells whether a row names the asker, a post of it, or whom it stands in for, and does not bar it.
    func isOwn(_ row: DutyRow) -> Bool { concern.isOwn(row) }

    /// What is the asker's own to do it may do, in place of others too; what its unit owes it sees either way.
    private func concerns(_ row: DutyRow, beside rows: [DutyRow], of issue: Issue) -> Bool {
        switch row.part {
        case .owes, .substitutes:
            queue != .mine || concern.isConcerned(by: row, among: rows, on: issue)
        case .helps, .within, .waits: concern.isConcerned(by: row, among: rows, on: issue)
        }
    }

    /// Says how a duty concerns the asker: as its own, as its unit's, or else as what it waits for.
    ///
    /// - Parameter rows: all of the duty.
    func part(of rows: [DutyRow], of issue: Issue) -> DutyRow.Part {
        concern.part(of: rows, on: issue)
    }
}

extension DutyHolder {
    /// Whether it is a post, whoever holds it.
    fileprivate var isPost: Bool {
        switch self {
        case .unit, .head, .office, .leader, .force, .divisionForce: true
        case .person, .role, .enterprise, .paired, .pairedWithProject: false
        }
    }
}
