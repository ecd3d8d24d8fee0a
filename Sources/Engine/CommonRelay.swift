package import Casework
package import Logging
import ServiceLifecycle
import Synchronization
package import WorkingTime

/// Keeps which issues stand under which, and carries the events that say so.
package protocol CommonStore: Sendable {
    /// Works on the next events in a transaction that also notes how far it came; whatever the body
    /// does beside must bear to be done again.
    ///
    /// - Parameter body: gets the events that join, leave or share, and every issue that anything
    ///   happened to.
    /// - Returns: false where there was nothing left.
    func carryCommon(
        limit: Int,
        _ body: @Sendable (any CommonLedger, [OutboxItem], Set<IssueID>) async throws -> Void
    ) async throws -> Bool

    func issues(_ ids: [IssueID]) async throws -> [Issue]
}

/// Lists which issues stand under which, inside the transaction of one reader.
package protocol CommonLedger: Sendable {
    /// - Returns: the issue with the number; nil where there is none.
    func issue(number: String) async throws -> IssueID?
    func join(_ member: IssueID, to lead: IssueID, at instant: Instant) async throws
    func leave(_ member: IssueID) async throws
    func members(of lead: IssueID) async throws -> [IssueID]
    /// Notes the event by which an issue shared what came of it.
    func noteResult(_ place: EventPlace) async throws
    func noteReceived(_ member: IssueID) async throws
    /// Lists those of some issues that could not take what came of their leading one, with the
    /// event of it.
    func waiting(of issues: Set<IssueID>) async throws -> [(member: IssueID, result: OutboxItem)]
    /// Tells whether an issue stands under another, or under one that does.
    func stands(_ issue: IssueID, under other: IssueID) async throws -> Bool
    /// How many enterprises have the need, that of the leading issue included.
    func enterpriseCount(of lead: IssueID, since: Instant) async throws -> Int
}

/// Carries common issues on: what comes of one reaches all under it, and many raise it.
///
/// Every step is a command with a key derived from its cause, so it counts once however often it is
/// sent.
package struct CommonRelay: Service {
    private let desk: Desk
    private let store: any CommonStore
    private let logger: Logger
    private let pollingInterval: Duration

    package init(
        desk: Desk, store: any CommonStore, pollingInterval: Duration = .milliseconds(200),
        logger: Logger
    ) {
        self.desk = desk
        self.store = store
        self.pollingInterval = pollingInterval
        self.logger = logger
    }

    package func run() async throws {
        await Rounds(every: pollingInterval, outage: "common issues stand", logger: logger)
            .run { _ = try await drain() }
    }

    /// Carries everything that is committed and readable now.
    ///
    /// - Returns: whether anything was done to other issues by it.
    @discardableResult
    package func drain() async throws -> Bool {
        let stepCount = Mutex(0)
        while try await store.carryCommon(
            limit: 64,
            { ledger, items, issues in
                for item in items {
                    guard let step = item.event.body.common else { continue }
                    try await carry(step, of: item.event, ledger)
                }
                let waiting = try await ledger.waiting(of: issues)
                for (member, result) in waiting {
                    try await receive(result.event, on: member, ledger)
                }
                stepCount.withLock { $0 += items.count + waiting.count }
            })
        {}
        return stepCount.withLock { $0 > 0 }
    }

    private func carry(
        _ step: CommonStep, of event: IssueEvent, _ ledger: any CommonLedger
    ) async throws {
        switch step.kind {
        case .joined:
            guard let number = step.lead, let lead = try await ledger.issue(number: number),
                lead != event.issue
            else { return }
            // Each was joined to the other at once: who came second goes its own way.
            guard try await !ledger.stands(lead, under: event.issue) else {
                return try await leave(event)
            }
            try await ledger.join(event.issue, to: lead, at: event.at)
            try await raise(lead, with: step.action, ledger)
        case .left: try await ledger.leave(event.issue)
        case .called:
            for member in try await ledger.members(of: event.issue) {
                try await pass(event, on: member)
            }
        case .shared:
            try await ledger.noteResult(
                EventPlace(issue: event.issue, sequence: event.sequence))
            for member in try await ledger.members(of: event.issue) {
                try await receive(event, on: member, ledger)
            }
        }
    }

    /// What can't be taken now waits until something happens to the member.
    private func receive(
        _ event: IssueEvent, on member: IssueID, _ ledger: any CommonLedger
    ) async throws {
        if try await pass(event, on: member) { try await ledger.noteReceived(member) }
    }

    /// - Returns: false where the member can't take the step as it stands.
    @discardableResult
    private func pass(_ event: IssueEvent, on member: IssueID) async throws -> Bool {
        guard let step = event.body.common, let action = step.action else { return false }
        return try await take(
            action, on: member, with: step.values ?? [:],
            key: ["common", "\(event.issue)", "\(event.sequence)", "\(member)"])
    }

    /// Takes an issue out of its common one, by the automatic action that does that.
    private func leave(_ event: IssueEvent) async throws {
        guard let issue = try await store.issues([event.issue]).first,
            let action = desk.world.value.actionThatLeavesCommon(issue)
        else { return }
        _ = try await take(
            action, on: event.issue, with: [:],
            key: ["common", "circle", "\(event.issue)", "\(event.sequence)"])
    }

    /// Many enterprises with one need raise it, once.
    private func raise(
        _ lead: IssueID, with action: String?, _ ledger: any CommonLedger
    ) async throws {
        let likeness = desk.world.value.routing.likeness
        let since = desk.time.now.adding(seconds: -Int64(likeness.days) * 86400)
        guard let action,
            try await ledger.enterpriseCount(of: lead, since: since) >= likeness.enterprises
        else { return }
        _ = try await take(action, on: lead, with: [:], key: ["common", "many", "\(lead)"])
    }

    /// - Returns: false where the issue can't take the step as it stands.
    private func take(
        _ action: String, on issue: IssueID, with fields: [String: FieldValue], key: [String]
    ) async throws -> Bool {
        do {
            _ = try await desk.act(
                Command(
                    issue: issue, wish: .act(action: action, comment: nil, fields: fields),
                    principal: .system, expected: .any, key: CommandKey(deriving: key),
                    requestDigest: [], receivedAt: desk.time.now))
            return true
        } catch let refusal as Refusal {
            logger.info(
                "a step of a common issue was refused",
                metadata: ["issue": "\(issue)", "action": "\(action)", "why": "\(refusal)"])
            return false
        }
    }
}
