package import Casework
package import WorkingTime

/// Everything that happens to requests, batches, alarms and deliveries that somebody may want to know of:
/// a closed list. The log and the metrics each decide what of it to show.
package enum Observation: Sendable {
    case answered(AnsweredRequest)
    /// The world broke under a request, of which the id is given.
    case requestFailed(id: String, code: String, status: Int, error: String)
    /// Somebody read an enterprise's telephone number in full, by the request with the id.
    case phoneRead(id: String, issue: String, by: String)
    /// New connections are refused, as so many are open.
    case connectionsFull(most: Int)
    /// New connections wait, as the process can't open more files.
    case descriptorsFull

    case batchCarriedOut(CarriedBatch)
    /// Statements are sent together.
    case storeTrip
    /// A connection of the store was waited for.
    case storeAwaited(Duration)
    /// Its outcome was unknown, or another transaction was in the way.
    case batchSentAgain(reason: String)
    /// One item of it violates something: it is cut in two.
    case batchDivided(reason: String)
    case batchFailed(reason: String)
    /// The database answers, and can't do it now.
    case storeStrained(reason: String)
    /// So many items were refused, as another transaction holds what they need.
    case heldElsewhere(what: String, refused: Int)
    /// What a decision needs is not as it must be.
    case installationAtFault(reason: String)

    /// Marks became events, the latest so many seconds after its instant.
    case alarmsRang(count: Int, secondsLate: Int64)
    case issueUnsettled(IssueID, error: String)

    /// A reader of the outbox went on, past events of which the oldest is so old.
    case outboxCarried(reader: String, events: Int, secondsOld: Int64)
    /// A step that follows from another issue was refused.
    case followingStepRefused(issue: IssueID, action: String, reason: String)

    case deliveryTried(DeliveryTry)
    case deliveryBroke(error: String)
    case deliveriesUnsettled(error: String)
    /// A webhook failed for too long.
    case webhookPaused(subscription: String)
    /// A folder with a letter could not be removed.
    case letterLeft(folder: String, reason: String)

    /// Work that is done again and again fails, and did not before.
    case outage(of: RecurringWork, error: String)
    case tokenUsesLost(error: String)
    case publicationLoaded
}

extension Observation {
    /// - Parameter now: what time it is for the issues.
    package static func outboxCarried(
        reader: String, _ items: [OutboxItem], at now: Instant
    ) -> Observation {
        let oldest = items.map(\.event.at).min() ?? now
        return .outboxCarried(
            reader: reader, events: items.count, secondsOld: max(0, now.seconds - oldest.seconds))
    }
}

/// A request that got an answer; neither names, nor tokens, nor what was asked for.
package struct AnsweredRequest: Sendable {
    package let id: String
    package var method: String?
    /// The pattern of the route: paths hold tokens and numbers.
    package var route: String?
    package let status: Int
    package var duration: Duration?
    package var person: PersonID?
    /// The code of the problem, where the answer is one.
    package var code: String?
    /// Why a token let nobody in, and the number by which operators name it.
    package var tokenRefusal: String?
    package var token: Int64?

    package init(id: String, status: Int) {
        self.id = id
        self.status = status
    }
}

/// A batch of which every item has its answer, or waits for what others hold.
package struct CarriedBatch: Sendable {
    package let items: Int
    /// How long the item that came first had waited for its batch.
    package let wait: Duration
    /// From there to the commit.
    package let duration: Duration

    package init(items: Int, wait: Duration, duration: Duration) {
        self.items = items
        self.wait = wait
        self.duration = duration
    }
}

/// One try to deliver something.
package struct DeliveryTry: Sendable {
    /// `webhook` or `mail`.
    package let channel: String
    package let isDelivered: Bool
    package let duration: Duration

    package init(channel: String, isDelivered: Bool, duration: Duration) {
        self.channel = channel
        self.isDelivered = isDelivered
        self.duration = duration
    }
}

/// Work that a process does again and again.
package enum RecurringWork: String, Sendable, CaseIterable {
    case alarms, outbox, outboxFile, notices, deliveries, pruning, commonIssues, tokenUses
    case publications, simulatedTime
}

/// Shows what happens, or counts it.
package protocol Observer: Sendable {
    func note(_ observation: Observation)
}

/// Tells several of what happens.
package struct Observers: Observer {
    private let all: [any Observer]

    package init(_ all: any Observer...) { self.all = all }

    package func note(_ observation: Observation) {
        for observer in all { observer.note(observation) }
    }
}
