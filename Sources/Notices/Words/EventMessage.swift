package import Casework
package import Engine
import Workflow
package import WorkingTime

/// Puts an event into words for those who must be told.
package struct EventMessage: Sendable {
    private let world: CurrentWorld
    private let linkKey: LinkKey
    /// The installation's id, a UUID.
    package let installation: String

    package init(world: CurrentWorld, linkKey: LinkKey, installation: String) {
        self.world = world
        self.linkKey = linkKey
        self.installation = installation
    }

    /// The deadline that the event is about: that of the resolution, else of the first clock that it
    /// left running. One that ended by itself is what its event is about; what somebody ended, or
    /// another run took the place of, has no deadline any more. Where the version of the issue is not
    /// known, nobody can say which clock it is.
    package func dueAt(_ item: OutboxItem) -> Instant? {
        guard let roles = world.value.definitions.roles(in: item.workflow) else { return nil }
        let event = item.event
        let clocks = event.body.clocks.filter { $0.breachLiftedAt == nil }
        let running = clocks.filter { !$0.isEnded }
        let lapsed = event.by.role == .system ? clocks.first : nil
        let resolution = running.first { roles.contains($0.kind, as: ClockRole.resolution) }
        return (resolution ?? running.first ?? lapsed)?.dueAt
    }

    /// The enterprise's personal link, where the event made one.
    package func link(of event: IssueEvent, at address: PublicAddress) -> String? {
        event.body.link.map {
            address.enterpriseLink(linkKey.token(issue: event.issue, number: $0.number))
        }
    }

    /// Where events come from: beside it their ids are unique among all installations.
    package var source: String { "urn:uuid:\(installation)" }

    /// - Parameter withLink: false where the receiver is not the one who passes links on.
    package func cloudEvent(for item: OutboxItem, withLink: Bool) -> CloudEvent {
        let event = item.event
        let world = world.value
        let told = (event.body.told ?? []).compactMap { notice in
            world.directory.person(notice.person).map {
                CloudEvent.Content.Recipient(
                    login: $0.login, name: $0.name, audience: notice.audience)
            }
        }
        let link = withLink ? self.link(of: event, at: .paths) : nil
        return CloudEvent(
            id: "\(event.issue)-\(event.sequence)", source: source,
            type: "zhuqi.issue.\(event.action)",
            subject: item.number, time: event.at.description,
            data: CloudEvent.Content(
                issue: event.issue.description, number: item.number, title: item.title,
                sequence: event.sequence, action: event.action, from: event.from, to: event.to,
                level: event.body.set.attributes[.level]?.integer,
                card: event.body.set.attributes[.card]?.text,
                dueAt: dueAt(item)?.description, told: told, link: link))
    }
}
