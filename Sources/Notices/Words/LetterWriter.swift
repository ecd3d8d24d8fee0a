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
            : writer.notice(item, of: issue, to: person, duties(on: now, of: person))
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

    /// What is owed on an issue as the letter is written; of what the person does not see, only its own.
    private func duties(on issue: Issue, of person: Person) -> NoticeWriter.Duties {
        let all = facts.concerns[person.id]?.duties(on: issue) ?? []
        let isSeen = sees(person, issue, at: facts.now)
        return NoticeWriter.Duties(
            issue: issue, own: all.filter(\.isOwn),
            others: isSeen ? all.filter { !$0.isOwn } : [])
    }

    /// Tells whether a person may still read of an event. Whoever was told without seeing the issue,
    /// say on duty, may read that by having been told; who saw it then must see it now.
    func mayRead(
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

    func sees(_ person: Person, _ issue: Issue, at instant: Instant) -> Bool {
        facts.world.directory.scope(of: .person(person), at: instant)
            .sees(issue, in: facts.world.directory)
    }

    func writer(_ subscription: Subscription) -> NoticeWriter {
        NoticeWriter(
            world: facts.world, events: events, publicAddress: publicAddress,
            enterprises: facts.enterprises, language: subscription.preferences.language,
            now: facts.now, concern: facts.concerns[subscription.person],
            templates: templates, paused: facts.paused[subscription.person] ?? [])
    }

    func encoded(_ event: some Encodable) throws(SendingFault) -> [UInt8] {
        do {
            return try JSONText.encode(event)
        } catch {
            throw SendingFault(.unreadable, then: .dead)
        }
    }
}
