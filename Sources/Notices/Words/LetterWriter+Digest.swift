import Casework
import Engine
import Workflow
import WorkingTime

/// Writes the one letter of a day: what its receiver owes as it goes out, and what it was told of.
extension LetterWriter {
    func digest(
        _ delivery: ClaimedDelivery, on date: CalendarDate, to person: Person
    ) throws(SendingFault) -> Letter {
        let lines = lines(of: delivery, person)
        let owed = facts.owed[person.id] ?? .nothing
        guard !lines.isEmpty || !owed.items.isEmpty else {
            throw SendingFault(.noLongerVisible, then: .hidden)
        }
        let writer = writer(delivery.subscription)
        let words = writer.digest(lines, owed, on: date, to: person)
        let event = DigestEvent(
            id: "digest-\(delivery.id)", source: events.source, subject: person.login,
            time: facts.now.description,
            data: .init(
                date: date.description,
                message: .init(subject: words.subject, text: words.body),
                duties: owed.items.map { duty($0, to: person) }, waiting: owed.waiting.count,
                issues: lines.map { line($0, to: person) }))
        return Letter(words: words, body: try encoded(event), person: person)
    }

    /// One for each issue of which the person was told.
    private func lines(of delivery: ClaimedDelivery, _ person: Person) -> [DigestLine] {
        let items = Dictionary(grouping: delivery.places, by: \.issue)
        return items.keys.sorted().compactMap { id in
            let places = (items[id] ?? []).filter {
                mayRead($0, person, delivery.subscription.preferences.scope)
            }
            guard let now = facts.issues[id], let last = places.last else { return nil }
            let isSeen = sees(person, now, at: facts.now)
            guard let issue = isSeen ? now : facts.past[last] else { return nil }
            return DigestLine(issue: issue, items: places.compactMap { facts.items[$0] })
        }
    }

    private func duty(_ item: OwedList.Item, to person: Person) -> DigestEvent.Duty {
        let (issue, owed) = (item.issue, item.owed)
        return DigestEvent.Duty(
            issue: issue.id.description, number: issue.number, title: issue.narrative.title,
            part: owed.part.rawValue,
            actions: facts.concerns[person.id]?.permitted(owed.duty.actions, on: issue) ?? [],
            dueAt: owed.duty.dueAt?.description,
            isOverdue: issue.isOverdue(owed.duty, at: facts.now),
            isPaused: owed.duty.isPaused, isBlocked: owed.duty.isBlocked)
    }

    private func line(_ line: DigestLine, to person: Person) -> DigestEvent.Line {
        let issue = line.issue
        let dueAt = facts.world.definitions.resolution(of: issue)?.dueAt
        return DigestEvent.Line(
            issue: issue.id.description, number: issue.number, title: issue.narrative.title,
            state: issue.state, level: issue.attributes.level, dueAt: dueAt?.description,
            isOverdue: dueAt.map { $0 < facts.now && facts.world.definitions.isOpen(issue) }
                ?? false,
            isAtYourLevel: facts.world.definitions.isOpen(issue)
                && issue.attributes.levelHolders.contains(person.id),
            lead: issue.attributes.leadUnit,
            events: line.items.map { events.cloudEvent(for: $0, withLink: false).data })
    }
}
