import Workflow
package import WorkingTime

/// Tells how what is owed on an issue concerns a person at an instant: the same for lists and for notices.
package struct DutyConcern: Sendable {
    /// The person, its posts, and whom it stands in for.
    package let own: Set<DutyHolder>
    private let person: Person
    let world: World
    private let instant: Instant
    private let posts: DutyPosts
    private let authority: Authority

    package init(of person: Person, in world: World, at instant: Instant) {
        self.person = person
        self.world = world
        self.instant = instant
        posts = DutyPosts(in: world.directory, at: instant)
        own = posts.holders(of: person)
        authority = Authority(
            of: .person(person), in: world.directory, by: world.ladders, at: instant)
    }

    /// Tells whether a row names the person, a post of it, or whom it stands in for, and does not bar it.
    package func isOwn(_ row: DutyRow) -> Bool {
        !row.barred.contains(person.id)
            && (DutyHolder(key: row.key.holder).map(own.contains) ?? false)
    }

    /// What is somebody's to do it may do; a substitute is asked only where none of those who owe it can;
    /// nobody waits for itself.
    ///
    /// - Parameter rows: all of the duty.
    package func isConcerned(by row: DutyRow, among rows: [DutyRow], on issue: Issue) -> Bool {
        switch row.part {
        case .owes: may(row, on: issue)
        case .helps, .within: true
        case .waits: own.isDisjoint(with: owing(rows))
        case .substitutes: !isHeld(rows, on: issue) && may(row, on: issue)
        }
    }

    /// Says how a duty concerns the person: as its own, as its unit's, or else as what it waits for.
    ///
    /// - Parameter rows: all of the duty.
    package func part(of rows: [DutyRow], on issue: Issue) -> DutyRow.Part {
        let mine = rows.filter { isOwn($0) && isConcerned(by: $0, among: rows, on: issue) }
        let parts: [DutyRow.Part] = [.owes, .substitutes, .helps, .within]
        return parts.first { part in mine.contains { $0.part == part } } ?? .waits
    }

    /// Which of some actions the person may take, as far as rights go.
    package func permitted(_ actions: [String], on issue: Issue) -> [String] {
        permitted(actions, to: person, authority, on: issue)
    }

    private func may(_ row: DutyRow, on issue: Issue) -> Bool {
        !permitted(row.actions, on: issue).isEmpty
    }

    /// Tells whether one of those who owe it can do it.
    private func isHeld(_ rows: [DutyRow], on issue: Issue) -> Bool {
        guard let row = rows.first else { return false }
        return owing(rows).contains { holder in
            holder == .enterprise
                || posts.people(of: holder).contains { other in
                    let authority = Authority(
                        of: .person(other), in: world.directory, by: world.ladders, at: instant)
                    return !row.barred.contains(other.id)
                        && !permitted(row.actions, to: other, authority, on: issue).isEmpty
                }
        }
    }

    private func permitted(
        _ actions: [String], to person: Person, _ authority: Authority, on issue: Issue
    ) -> [String] {
        guard let definition = world.definitions.workflow(issue.workflow)?.definition,
            !world.directory.bars(person, from: issue, at: instant)
        else { return [] }
        return actions.filter { name in
            definition.action(name).map { authority.standing(for: $0, on: issue) != nil } ?? false
        }
    }

    private func owing(_ rows: [DutyRow]) -> [DutyHolder] {
        rows.filter { $0.part == .owes }.compactMap { DutyHolder(key: $0.key.holder) }
    }
}
