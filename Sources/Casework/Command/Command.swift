package import WorkingTime

/// One wish to change one issue. Everything that changes an issue is one of these.
package struct Command: Sendable {
    package enum Wish: Sendable, Hashable {
        case act(action: String, comment: String?, fields: [String: FieldValue])
        /// Turns passed marks into events, nothing else: what the alarm sweeper sends.
        case settle
        /// Moves the issue to another version of its workflow: what an administrator sends.
        case move(VersionMove, by: PersonID)
        /// Pins the issue's clocks to a later revision of their calendar, likewise.
        case adopt(CalendarAdoption, by: PersonID)
        /// Gives what one officer has to another, likewise.
        case handOver(Handover, by: PersonID)
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

    package let issue: IssueID
    package let wish: Wish
    package let principal: Principal
    package let expected: ExpectedVersion
    package let key: CommandKey
    /// SHA-256 over method, path and body of the request.
    package let requestDigest: [UInt8]
    package let receivedAt: Instant
    /// Numbers in the fields that are those of issues which the principal may see, and whether they
    /// may stand there.
    package let issuesNamed: [String: IssueNaming]
    /// Issues that fields name: they are locked and loaded with its own, and judged as they stand
    /// then.
    package let beside: [IssueID]

    package init(
        issue: IssueID, wish: Wish, principal: Principal, expected: ExpectedVersion,
        key: CommandKey, requestDigest: [UInt8], receivedAt: Instant,
        issuesNamed: [String: IssueNaming] = [:], beside: [IssueID] = []
    ) {
        self.issue = issue
        self.wish = wish
        self.principal = principal
        self.expected = expected
        self.key = key
        self.requestDigest = requestDigest
        self.receivedAt = receivedAt
        self.issuesNamed = issuesNamed
        self.beside = beside.filter { $0 != issue }
    }

    /// Its own issue and those beside it: nothing else may happen to any of them while it is decided.
    package var issues: [IssueID] { [issue] + beside }

    /// How many issues the command wants born beside its own: what a split asks for.
    package var birthCount: Int {
        guard case .act(_, _, let fields) = wish else { return 0 }
        return fields.values.reduce(0) { count, value in
            guard let items = value.list, items.first?.object?["title"] != nil else { return count }
            return count + items.count
        }
    }
}
