package import Workflow
package import WorkingTime

/// One fact in an issue's history. Events are the record; everything else can be rebuilt from them.
package struct IssueEvent: Hashable, Sendable {
    package let issue: IssueID
    /// Counts from 1 without a gap.
    package let sequence: Int
    package let from: String
    package let action: String
    package let to: String
    package let at: Instant
    package let by: Attribution
    package let key: CommandKey
    /// What the request asked for; empty for alarms.
    package let requestDigest: [UInt8]
    package let body: EventBody
    package let previousDigest: [UInt8]
    package var digest: [UInt8]
    /// The exact bytes of the body that the digest covers and the database stores.
    package var encodedBody: [UInt8] = []

    package init(
        issue: IssueID, sequence: Int, from: String, action: String, to: String, at: Instant,
        by: Attribution, key: CommandKey, requestDigest: [UInt8], body: EventBody,
        previousDigest: [UInt8], digest: [UInt8]
    ) {
        self.issue = issue
        self.sequence = sequence
        self.from = from
        self.action = action
        self.to = to
        self.at = at
        self.by = by
        self.key = key
        self.requestDigest = requestDigest
        self.body = body
        self.previousDigest = previousDigest
        self.digest = digest
    }
}

/// Says who did it, and in which role.
package struct Attribution: Hashable, Sendable {
    /// Nil for the system and for the enterprise's link.
    package let person: PersonID?
    package let role: Right.Role

    package init(person: PersonID?, role: Right.Role) {
        self.person = person
        self.role = role
    }
}

/// Holds what an event carried in and what it changed: enough to fold it without its rules.
package struct EventBody: Hashable, Sendable, Decodable {
    package var comment: String?
    package var fields: [String: FieldValue]
    /// What changed of what is recorded of the issue.
    package var set: RecordedValues
    /// Each clock that was started, moved or ended, as it stood afterwards.
    package var clocks: [Clock]
    /// Present where the event changed it: at creation, and when amended.
    package var narrative: Narrative?
    /// What never changes of the issue; present in the first event, but of those before it was recorded.
    package var birth: Birth?
    /// The number of the enterprise's link that the event made.
    package var link: LinkGrant?
    /// Who must be told, and why.
    package var told: [Notice]?
    /// Present where the event moved the issue to another version of its workflow.
    package var move: VersionChange?
    /// Present where the event pinned clocks to a later revision of their calendar.
    package var adoption: CalendarChange?
    /// Present where the event raised the level of attention.
    package var climb: Climb?
    /// Present where the event took the issue from a unit that should not have had it.
    package var charge: TimeCharge?
    /// What routing proposed, where the event dispatched the issue.
    package var proposal: ProposalRecord?
    /// What it means for issues of other enterprises with the same need.
    package var common: CommonStep?
    /// What it means for the issue that this one was merged into.
    package var merge: MergeStep?
    /// For whom the person acted, where it stood in for somebody absent.
    package var onBehalfOf: PersonID?

    package init(
        comment: String? = nil, fields: [String: FieldValue] = [:],
        set: RecordedValues = RecordedValues(), clocks: [Clock] = [], narrative: Narrative? = nil,
        link: LinkGrant? = nil, told: [Notice]? = nil,
        move: VersionChange? = nil, adoption: CalendarChange? = nil, climb: Climb? = nil,
        charge: TimeCharge? = nil, proposal: ProposalRecord? = nil, common: CommonStep? = nil,
        merge: MergeStep? = nil,
        onBehalfOf: PersonID? = nil, birth: Birth? = nil
    ) {
        self.comment = comment
        self.fields = fields
        self.set = set
        self.clocks = clocks
        self.narrative = narrative
        self.link = link
        self.told = told
        self.move = move
        self.adoption = adoption
        self.climb = climb
        self.charge = charge
        self.proposal = proposal
        self.common = common
        self.merge = merge
        self.onBehalfOf = onBehalfOf
        self.birth = birth
    }
}

extension EventBody {
    /// Tells whether something follows from the event outside its issue: a message, or a step of
    /// another issue.
    package var concernsOthers: Bool {
        told != nil || link != nil || common != nil || merge != nil
    }
}

/// A link for the enterprise: its token is derived from a secret key, never stored.
package struct LinkGrant: Hashable, Sendable, Codable {
    /// Counts from 1 within the issue.
    package let number: Int
    package let expiresAt: Instant
}

/// The versions of the workflow that an event led from and to.
package struct VersionChange: Hashable, Sendable, Codable {
    package let from: WorkflowVersionID
    package let to: WorkflowVersionID

    package init(from: WorkflowVersionID, to: WorkflowVersionID) {
        self.from = from
        self.to = to
    }
}

/// Names one person who must be told of an event.
package struct Notice: Hashable, Sendable, Decodable {
    package let person: PersonID
    /// The audience that the person belongs to, e.g. `unitHead`.
    package let audience: String
    /// Who is away and would be told otherwise; nil where the person is told for itself.
    package let insteadOf: PersonID?

    package init(person: PersonID, audience: String, insteadOf: PersonID? = nil) {
        self.person = person
        self.audience = audience
        self.insteadOf = insteadOf
    }
}

/// Sixteen bytes that make a command count once per issue.
package struct CommandKey: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
