package import Casework
import Workflow
package import WorkingTime

/// Keeps which issues belong to which, and carries the events that say so.
package protocol CommonStore: Sendable {
    /// Works on the next events in a transaction that also notes how far it came; whatever the body
    /// does beside must be harmless when done again.
    ///
    /// - Parameter body: gets the events that join, leave or share, and every issue that anything
    ///   happened to.
    /// - Returns: false where there was nothing left.
    func carryCommon(
        reader: String, limit: Int,
        _ body: @Sendable (any CommonLedger, [OutboxItem], Set<IssueID>) async throws -> Void
    ) async throws -> Bool

    func issues(_ ids: [IssueID]) async throws -> [Issue]
}

/// Lists which issues belong to which, inside the transaction of one reader.
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
    /// Tells whether an issue belongs to another, itself or through one that does.
    func stands(_ issue: IssueID, under other: IssueID) async throws -> Bool
    /// How many enterprises have the need, that of the leading issue included.
    func enterpriseCount(of lead: IssueID, since: Instant) async throws -> Int
}

/// Carries on what one issue means for others: what comes of a common one reaches all under it, many
/// raise it, and an issue learns of those that were merged into it.
///
/// Every step is a command with a key derived from its cause, so it counts once however often it is
/// sent.
package struct CommonRelay: OutboxConsumer {
    private let gateway: CommandGateway
    private let store: any CommonStore
    private let observer: any Observer

    package init(gateway: CommandGateway, store: any CommonStore, observer: any Observer) {
        self.gateway = gateway
        self.store = store
        self.observer = observer
    }

    package let reader = "common"

    package var work: RecurringWork { .commonIssues }

    /// Carries on what is committed, page by page.
    ///
    /// - Throws: what the store does; what was carried stays so.
    package func drain() async throws {
        while try await store.carryCommon(
            reader: reader, limit: 64,
            { ledger, items, issues in
                observer.note(.outboxCarried(reader: reader, items, at: gateway.time.now))
                for item in items {
                    if let merge = item.event.body.merge { try await tell(merge, of: item, ledger) }
                    guard let step = item.event.body.common else { continue }
                    try await carry(step, of: item, ledger)
                }
                for (member, result) in try await ledger.waiting(of: issues) {
                    try await receive(result, on: member, ledger)
                }
            })
        {}
    }

    private func carry(
        _ step: CommonStep, of item: OutboxItem, _ ledger: any CommonLedger
    ) async throws {
        let event = item.event
        switch step.kind {
        case .joined:
            guard let number = step.lead, let lead = try await ledger.issue(number: number),
                lead != event.issue
            else { return }
            // Each was joined to the other at once: who came second goes its own way.
            guard try await !ledger.stands(lead, under: event.issue) else {
                return try await leave(event, from: number)
            }
            try await ledger.join(event.issue, to: lead, at: event.at)
            try await raise(lead, with: step.action, ledger)
        case .left: try await ledger.leave(event.issue)
        case .shared:
            try await ledger.noteResult(item.place)
            for member in try await ledger.members(of: event.issue) {
                try await receive(item, on: member, ledger)
            }
        }
    }

    /// Lets the issue that goes on know of the one that was merged into it; where it was merged itself
    /// since, the one that goes on for both.
    private func tell(
        _ merge: MergeStep, of item: OutboxItem, _ ledger: any CommonLedger
    ) async throws {
        var number = merge.into
        for _ in 0..<10 {
            guard let id = try await ledger.issue(number: number), id != item.event.issue,
                let issue = try await store.issues([id]).first
            else { return }
            if !gateway.world.value.definitions.isOpen(issue),
                let next = issue.attributes.mergedInto
            {
                number = next
                continue
            }
            guard let action = gateway.world.value.definitions.actionThatTakesMerged(issue) else {
                return
            }
            _ = try await take(
                action.name, on: id, with: merge.values.filter { action.field($0.key) != nil },
                key: ["merge", "\(item.event.issue)", "\(item.event.sequence)"])
            return
        }
    }

    /// What can't be taken now waits until something happens to the member. Who has left since, and
    /// maybe joined another, has its event on the way and takes nothing.
    private func receive(
        _ item: OutboxItem, on member: IssueID, _ ledger: any CommonLedger
    ) async throws {
        let event = item.event
        guard let step = event.body.common, let action = step.action,
            try await standing(member, under: item.number) != nil
        else { return }
        let isTaken = try await take(
            action, on: member, with: step.values ?? [:],
            key: ["common", "\(event.issue)", "\(event.sequence)", "\(member)"])
        if isTaken { return try await ledger.noteReceived(member) }
        guard let otherwise = step.otherwise else { return }
        _ = try await take(
            otherwise, on: member, with: [:],
            key: ["common", "otherwise", "\(event.issue)", "\(event.sequence)", "\(member)"])
    }

    /// Takes an issue out of its common one, by the automatic action that does that.
    private func leave(_ event: IssueEvent, from lead: String) async throws {
        guard let issue = try await standing(event.issue, under: lead),
            let action = gateway.world.value.definitions.actionThatLeavesCommon(issue)
        else { return }
        _ = try await take(
            action, on: event.issue, with: [:],
            key: ["common", "circle", "\(event.issue)", "\(event.sequence)"])
    }

    /// - Returns: the issue, if it belongs to the one of that number now.
    private func standing(_ issue: IssueID, under lead: String) async throws -> Issue? {
        try await store.issues([issue]).first {
            $0.attributes.commonIssue == lead
        }
    }

    /// Many enterprises with one need raise it, once.
    private func raise(
        _ lead: IssueID, with action: String?, _ ledger: any CommonLedger
    ) async throws {
        let similarity = gateway.world.value.routing.similarity
        let since = gateway.time.now.adding(seconds: -Int64(similarity.days) * 86400)
        guard let action,
            try await ledger.enterpriseCount(of: lead, since: since) >= similarity.enterprises
        else { return }
        _ = try await take(action, on: lead, with: [:], key: ["common", "many", "\(lead)"])
    }

    /// - Returns: false where the issue can't take the step as it stands.
    private func take(
        _ action: String, on issue: IssueID, with fields: [String: FieldValue], key: [String]
    ) async throws -> Bool {
        do {
            _ = try await gateway.act(
                Command(
                    issue: .id(issue), intent: .act(action: action, comment: nil, fields: fields),
                    principal: .system, expected: .any, key: CommandKey(deriving: key),
                    requestDigest: [], receivedAt: gateway.time.now))
            return true
        } catch let refusal as Refusal {
            observer.note(
                .followingStepRefused(issue: issue, action: action, reason: "\(refusal)"))
            return false
        }
    }
}
