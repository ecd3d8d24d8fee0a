package import Casework
package import Engine
package import Store
import WorkingTime

/// Sends what somebody wants done with an issue down the command path.
package struct ActOnIssues: Sendable {
    /// An action as it is wanted, its values as they were given.
    package struct Intent: Sendable {
        package let action: String
        package let comment: String?
        package let fields: [String: FieldValue]

        package init(action: String, comment: String?, fields: [String: FieldValue]) {
            self.action = action
            self.comment = comment
            self.fields = fields
        }

        func with(action: String, _ fields: [String: FieldValue]) -> Intent {
            Intent(action: action, comment: comment, fields: fields)
        }
    }

    /// What makes an action count once, and what it was decided on.
    package struct Terms: Sendable {
        /// The sender's key.
        package let key: String
        package let requestDigest: [UInt8]
        package let expected: Command.ExpectedVersion

        package init(key: String, requestDigest: [UInt8], expected: Command.ExpectedVersion) {
            self.key = key
            self.requestDigest = requestDigest
            self.expected = expected
        }
    }

    /// What came of an action.
    package struct Done: Sendable {
        package let event: IssueEvent
        /// The issue as the event left it.
        package let after: Issue
        /// True where an earlier request with the same key did it.
        package let isReplay: Bool
        /// The issues that the action brought to life, as they were created.
        package let newIssues: [Issue]
    }

    let gateway: CommandGateway
    let issues: IssueRecords
    private let cases: CaseRecords
    let find: FindIssue

    package init(gateway: CommandGateway, records: Records) {
        self.gateway = gateway
        find = FindIssue(records: records)
        issues = records.issues
        cases = records.cases
    }

    /// Lists what leads on from an issue's state, and what of it the asker may do now.
    ///
    /// - Parameter word: what an action is called that is told of whatever the state.
    package func options(
        on issue: Issue, naming word: String? = nil, for asker: Asker
    ) throws -> [ActionOption] {
        try Decider(world: asker.world).options(
            on: issue, by: asker.principal, at: asker.now,
            naming: word.map { asker.world.action(meantBy: $0, on: issue) })
    }

    package func act(
        _ intent: Intent, on issue: IssueReference, by principal: Principal, _ terms: Terms
    ) async throws -> Done {
        let now = gateway.time.now
        let (intent, sentAt) = try await understood(intent, on: issue, by: principal, at: now)
        let command = Command(
            issue: issue,
            intent: .act(action: intent.action, comment: intent.comment, fields: intent.fields),
            principal: principal, expected: terms.expected,
            key: CommandKey(deriving: [principal.keySpace, "action", terms.key]),
            requestDigest: terms.requestDigest, receivedAt: now)
        do {
            let outcome = try await told(of: issue) { try await gateway.act(command) }
            return Done(
                event: outcome.event, after: outcome.after, isReplay: outcome.isReplay,
                newIssues: try await newIssues(of: outcome))
        } catch let refusal as Refusal {
            throw refusal.sent(at: sentAt)
        }
    }

    /// Adds to a refusal when the action was taken before.
    private func told(
        of issue: IssueReference, _ act: () async throws -> ActionOutcome
    ) async throws -> ActionOutcome {
        do {
            return try await act()
        } catch Refusal.notAllowedNow(let action, let state, let allowed, nil) {
            let earlier = try await EarlierTakings(issues: issues, world: gateway.world.value)
                .last(of: action, on: issue)
            throw Refusal.notAllowedNow(
                action: action, state: state, allowed: allowed, earlier: earlier)
        }
    }

    /// For a retry they are read again, as they were created.
    private func newIssues(of outcome: ActionOutcome) async throws -> [Issue] {
        guard outcome.isReplay, outcome.after.wasSplit else { return outcome.newIssues }
        let ofCase = try await issues.issues(try await cases.issueIDs(of: outcome.after.caseID))
        var created: [(place: Int, issue: Issue)] = []
        for part in ofCase where part.isPart(of: outcome.after) {
            guard let first = try await issues.events(of: part.id, upTo: 1).first,
                let place = outcome.event.key.place(ofPart: first.key),
                var issue = try await issues.unborn(part.id)
            else { continue }
            issue.apply(first)
            created.append((place, issue))
        }
        return created.sorted { $0.place < $1.place }.map(\.issue)
    }
}
