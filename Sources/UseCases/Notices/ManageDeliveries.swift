package import Casework
package import Engine
import Languages
package import Notices
package import Store
import Workflow
import WorkingTime

/// Lets people see what was to go out to them and what became of it, and send it again.
package struct ManageDeliveries: Sendable {
    private let gateway: CommandGateway
    private let deliveries: DeliveryRecords
    private let subscriptions: SubscriptionRecords
    private let issues: IssueRecords
    private let notices: NoticeAccess

    package init(gateway: CommandGateway, records: Records, notices: NoticeAccess) {
        self.gateway = gateway
        deliveries = records.deliveries
        subscriptions = records.subscriptions
        issues = records.issues
        self.notices = notices
    }

    /// What a list of deliveries is narrowed to; nil: to nothing.
    package struct Filter: Sendable {
        package var before: DeliveryID?
        package var state: Delivery.State?
        package var subscription: Int64?
        /// A number of an issue, as it was sent.
        package var issue: String?

        package init() {}
    }

    /// Lists somebody's, for a system administrator everybody's, the newest first.
    package func list(
        _ wanted: Filter, of person: Person, limit: Int
    ) async throws -> ResultPage<Delivery> {
        var filter = DeliveryFilter()
        filter.person = receiver(person)
        filter.before = wanted.before
        filter.state = wanted.state
        filter.subscription = try await subscription(wanted.subscription, of: filter.person)
        filter.issueNumber = try await issue(wanted.issue, of: person)
        return ResultPage(try await deliveries.list(filter, limit: limit + 1), limit: limit)
    }

    /// Finds one that somebody may see, with its tries; others' do not exist.
    package func delivery(_ id: Int64?, of person: Person) async throws -> TriedDelivery {
        guard let id,
            let found = try await deliveries.tried(DeliveryID(id), to: receiver(person))
        else { throw InputFault.notFound }
        return found
    }

    /// Sends one again.
    ///
    /// - Parameter key: read last: what is wrong otherwise comes first.
    /// - Returns: the delivery as it stands now.
    package func replay(
        _ delivery: Delivery, by person: Person, under key: () throws -> RequestKey?
    ) async throws -> (delivery: Delivery, isReplay: Bool) {
        try await requireVisibility(of: delivery)
        let replayed = try await deliveries.replay(delivery.id, under: try key())
        guard let replayed else {
            throw delivery.state == .pending
                ? InputFault.deliveryWaits : InputFault.subscriptionEnded
        }
        await notices.wakeUp.signal()
        let after = try await self.delivery(delivery.id.rawValue, of: person).delivery
        return (after, replayed.isReplay)
    }
}

extension ManageDeliveries {
    /// Whose deliveries somebody may see; nil: everybody's.
    private func receiver(_ person: Person) -> PersonID? {
        person.holds(.systemAdministrator) ? nil : person.id
    }

    /// The subscription that the list is narrowed to; others' do not exist.
    private func subscription(
        _ id: Int64?, of person: PersonID?
    ) async throws -> SubscriptionID? {
        guard let id else { return nil }
        guard let found = try await subscriptions.subscription(SubscriptionID(id)),
            person == nil || person == found.person
        else {
            throw InputFault.badParameter(
                "subscription", zh: "您没有编号为 \(id) 的订阅。", en: "you have no subscription \(id)")
        }
        return found.id
    }

    /// The issue that the list is narrowed to: one that the caller may see, or was told of before.
    private func issue(_ number: String?, of person: Person) async throws -> String? {
        guard let number else { return nil }
        guard IssueNumber.isOne(number), let id = try await issues.issueID(number: number),
            let issue = try await issues.issues([id]).first
        else { throw InputFault.unknownIssue(number) }
        let world = gateway.world.value
        let scope = world.directory.scope(of: .person(person), at: gateway.time.now)
        if scope.sees(issue, in: world.directory) { return number }
        var told = DeliveryFilter()
        (told.person, told.issueNumber) = (receiver(person), number)
        let wasTold = try await !deliveries.list(told, limit: 1).isEmpty
        guard wasTold else { throw InputFault.unknownIssue(number) }
        return number
    }

    /// What one has received is sent again only while one may read the issue: it tells how that
    /// stands today.
    private func requireVisibility(of delivery: Delivery) async throws {
        guard [.delivered, .noLongerVisible].contains(delivery.state), let id = delivery.issue
        else { return }
        let world = gateway.world.value
        guard let issue = try await issues.issues([id]).first,
            let subscription = try await subscriptions.subscription(delivery.subscription),
            let owner = world.directory.person(subscription.person),
            world.directory.scope(of: .person(owner), at: gateway.time.now).sees(
                issue, in: world.directory)
        else {
            throw InputFault.forbidden(
                zh: "收件人已无权查看该问题，不能重发。",
                en: "Whom it went to may not read the issue any more.")
        }
    }
}
