package import WorkingTime

/// What somebody wants to change of one issue. Everything that changes an issue is one of these.
package struct Command: Sendable {
    package enum Intent: Sendable {
        case act(action: String, comment: String?, fields: [String: FieldValue])
        /// Turns passed marks into events, nothing else: what the alarm sweeper sends.
        case settle
        /// Does what stands in no workflow: what an administrator sends.
        case administer(any AdministrativeAct, by: PersonID)
    }

    package enum ExpectedVersion: Sendable, Hashable {
        case any
        case exactly(Int)
        case oneOf([Int])

        func fits(_ sequence: Int) -> Bool {
            switch self {
            case .any: true
            case .exactly(let version): version == sequence
            case .oneOf(let versions): versions.contains(sequence)
            }
        }
    }

    package let issue: IssueReference
    package let intent: Intent
    package let principal: Principal
    package let expected: ExpectedVersion
    package let key: CommandKey
    /// SHA-256 over method, path and body of the request.
    package let requestDigest: [UInt8]
    package let receivedAt: Instant

    package init(
        issue: IssueReference, intent: Intent, principal: Principal, expected: ExpectedVersion,
        key: CommandKey, requestDigest: [UInt8], receivedAt: Instant
    ) {
        self.issue = issue
        self.intent = intent
        self.principal = principal
        self.expected = expected
        self.key = key
        self.requestDigest = requestDigest
        self.receivedAt = receivedAt
    }
}
