import Casework
import Engine
import Workflow

/// What a list of duties means for whoever asks for it.
struct DutyReading {
    let asker: Asker
    /// Whose duties it holds; the same order each time.
    let reach: DutyReach
    private let queue: ReadDuties.Queue
    let person: Person
    let own: Set<DutyHolder>
    private let posts: DutyPosts

    init(queue: ReadDuties.Queue, person: Person, asker: Asker) {
        self.asker = asker
        self.queue = queue
        self.person = person
        posts = DutyPosts(in: asker.world.directory, at: asker.now)
        own = posts.holders(of: person)
        reach =
            switch queue {
            case .mine: DutyReach(own, [.owes, .helps, .substitutes])
            case .unit: DutyReach(own.filter(\.isPost), [.owes, .within, .substitutes])
            case .others:
                DutyReach(own, [.waits])
                    .joined(with: DutyReach(posts.overseen(by: person), [.owes, .waits]))
            case .watched: DutyReach(watchedBy: asker.scope)
            case .overdue, .escalated, .all:
                DutyReach(seenBy: asker.scope, in: asker.world.directory)
            }
    }

    /// Who must not have taken part in what the list holds; nil where that does not matter.
    var barred: PersonID? { queue.isSeen ? nil : person.id }

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

    /// Tells whether a row names the asker, a post of it, or whom it stands in for, and does not bar it.
    func isOwn(_ row: DutyRow) -> Bool {
        !row.barred.contains(person.id)
            && (DutyHolder(key: row.key.holder).map(own.contains) ?? false)
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

extension DutyHolder {
    /// Whether it is a post, whoever holds it.
    fileprivate var isPost: Bool {
        switch self {
        case .unit, .head, .office, .leader, .force, .divisionForce: true
        case .person, .role, .enterprise, .paired, .pairedWithProject: false
        }
    }
}
