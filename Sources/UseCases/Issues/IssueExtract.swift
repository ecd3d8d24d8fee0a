package import Casework

/// What is shown of one issue.
package struct IssueExtract: Sendable {
    /// How much of an answer somebody reads.
    package enum Reading: Sendable {
        case whole
        /// Whoever asks for the header reads no number.
        case header
    }

    package let issue: Issue
    package let enterprise: Enterprise?
    /// Whether the enterprise's telephone number is shown in full. Only the answer about one issue
    /// does that, and then it is noted who read it: lists and answers to actions never do.
    package let showsPhone: Bool
    /// What routing proposes to those who dispatch; nil once the issue has a lead unit.
    package let proposal: Proposal?
    /// How many issues belong to it.
    package let memberCount: Int
    /// Names a confidential issue where its own number would tell whose it is.
    package let confidentialNumber: String?
    /// What is owed on it, as it concerns the asker.
    package let duties: [ReadDuties.Item]
}

extension IssueExtract.Reading {
    func showsPhone(of issue: Issue, to asker: Asker) throws -> Bool {
        switch self {
        case .header: false
        case .whole:
            try issue.narrative.contact?.phone != nil
                && Decider(world: asker.world).needsNumber(
                    of: issue, asker.principal, at: asker.now)
        }
    }
}
