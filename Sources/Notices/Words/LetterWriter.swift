import Casework
import Engine
import JSON
import Workflow
import WorkingTime

/// Writes the letters of deliveries, where their owners still may read them.
struct LetterWriter: Sendable {
    let facts: LetterFacts
    let events: EventMessage
    let publicAddress: PublicAddress
    let templates: TemplateCache

    /// - Throws: `SendingFault` where there is nothing that may be sent.
    func letter(for delivery: ClaimedDelivery) throws(SendingFault) -> Letter {
        let subscription = delivery.subscription
        guard subscription.isActive else { throw SendingFault(.subscriptionEnded, then: .dead) }
        guard subscription.preferences.pace != .none else {
            throw SendingFault(.unwanted, then: .dead)
        }
        guard let person = facts.world.directory.person(subscription.person),
            person.leftAt.map({ facts.now < $0 }) ?? true
        else { throw SendingFault(.notAllowed, then: .dead) }
        if let date = delivery.digestOn { return try digest(delivery, on: date, to: person) }
        guard let place = delivery.places.first, let item = facts.items[place],
            let now = facts.issues[place.issue], let issue = facts.past[place]
        else { throw SendingFault(.unreadable) }
        guard mayRead(place, person, subscription.preferences.scope) else {
            throw SendingFault(.noLongerVisible, then: .hidden)
        }
        let isForEnterprise = subscription.preferences.scope == .links
        let writer = writer(subscription)
        let words =
            isForEnterprise
            ? writer.forEnterprise(item, of: issue, to: now.narrative.contact)
            : writer.notice(item, of: issue, to: person)
        var event = events.cloudEvent(for: item, withLink: isForEnterprise)
        event.data.title = issue.narrative.title
        event.data.message = .init(subject: words.subject, text: words.body)
        if isForEnterprise {
            // Whom to reach is asked of now.
            event.data.contact = now.narrative.contact.map {
                .init(name: $0.name, phone: $0.phone)
            }
        }
        return Letter(words: words, body: try encoded(event), person: person)
    }

    private func digest(
        _ delivery: ClaimedDelivery, on date: CalendarDate, to person: Person
    ) throws(SendingFault) -> Letter {
        let lines = lines(of: delivery, person)
        guard !lines.isEmpty else { throw SendingFault(.noLongerVisible, then: .hidden) }
        let words = writer(delivery.subscription).digest(lines, on: date, to: person)
        let event = DigestEvent(
            id: "digest-\(delivery.id)", source: events.source, subject: person.login,
            time: facts.now.description,
            data: .init(
                date: date.description,
                message: .init(subject: words.subject, text: words.body),
                issues: lines.map(line)))
        return Letter(words: words, body: try encoded(event), person: person)
    }

    /// One for each issue: what was told of first, then what else waits at the person's level.
    private func lines(of delivery: ClaimedDelivery, _ person: Person) -> [DigestLine] {
        let items = Dictionary(grouping: delivery.places, by: \.issue)
        let waiting = Set(facts.atLevel[person.id] ?? [])
        let told = Set(items.keys).sorted()
        return (told + waiting.subtracting(told).sorted()).compactMap { id in
            let places = (items[id] ?? []).filter {
                mayRead($0, person, delivery.subscription.preferences.scope)
            }
            guard let now = facts.issues[id], !places.isEmpty || waiting.contains(id) else {
                return nil
            }
            let isSeen = sees(person, now, at: facts.now)
            guard let issue = isSeen ? now : places.last.flatMap({ facts.past[$0] }) else {
                return nil
            }
            return DigestLine(
                issue: issue, items: places.compactMap { facts.items[$0] },
                isAtLevel: waiting.contains(id))
        }
    }

    private func line(_ line: DigestLine) -> DigestEvent.Line {
        let issue = line.issue
        let dueAt = facts.world.definitions.resolution(of: issue)?.dueAt
        return DigestEvent.Line(
            issue: issue.id.description, number: issue.number, title: issue.narrative.title,
            state: issue.state, level: issue.attributes.level, dueAt: dueAt?.description,
            isOverdue: dueAt.map { $0 < facts.now && facts.world.definitions.isOpen(issue) }
                ?? false,
            isAtYourLevel: line.isAtLevel, lead: issue.attributes.leadUnit,
            events: line.items.map { events.cloudEvent(for: $0, withLink: false).data })
    }

    /// Tells whether a person may still read of an event. Whoever was told without seeing the issue,
    /// say on duty, may read that by having been told; who saw it then must see it now.
    private func mayRead(
        _ place: EventPlace, _ person: Person, _ scope: Subscription.Scope
    ) -> Bool {
        guard let now = facts.issues[place.issue] else { return false }
        switch scope {
        case .told:
            if sees(person, now, at: facts.now) { return true }
            guard let then = facts.past[place], let item = facts.items[place] else { return false }
            return !facts.world.directory.bars(person, from: now, at: facts.now)
                && !sees(person, then, at: item.event.at)
        case .seen: return sees(person, now, at: facts.now)
        case .links: return person.holds(.systemAdministrator)
        }
    }

    private func sees(_ person: Person, _ issue: Issue, at instant: Instant) -> Bool {
        facts.world.directory.scope(of: .person(person), at: instant)
            .sees(issue, in: facts.world.directory)
    }

    private func writer(_ subscription: Subscription) -> NoticeWriter {
        NoticeWriter(
            world: facts.world, events: events, publicAddress: publicAddress,
            enterprises: facts.enterprises, language: subscription.preferences.language,
            now: facts.now,
            templates: templates, paused: facts.paused[subscription.person] ?? [])
    }

    private func encoded(_ event: some Encodable) throws(SendingFault) -> [UInt8] {
        do {
            return try JSONText.encode(event)
        } catch {
            throw SendingFault(.unreadable, then: .dead)
        }
    }
}
