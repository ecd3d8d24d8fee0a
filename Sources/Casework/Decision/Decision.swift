import Workflow
import WorkingTime

/// What a command comes to: events to be stored, and the issue as they leave it.
package struct Decision: Sendable {
    /// In order; the command's own is the last, those before it are marks that had passed.
    package var events: [IssueEvent]
    package var after: Issue
    /// Issues that the command brings to life, each with its first event.
    package var newIssues: [NewIssue]
    /// What becomes of what is owed on the issue; of each of `births` in their order.
    package internal(set) var duties = DutyChange(ended: [], put: [])
    package internal(set) var birthDuties: [DutyChange] = []

    package struct NewIssue: Sendable {
        package let event: IssueEvent
        package let after: Issue
    }
}

/// What is known of an earlier use of a command's key.
package struct EarlierUse: Sendable, Hashable {
    package let sequence: Int
    package let requestDigest: [UInt8]

    package init(sequence: Int, requestDigest: [UInt8]) {
        self.sequence = sequence
        self.requestDigest = requestDigest
    }
}

/// What a filing comes to: a case that has its number only once it is stored, as numbers have no holes.
package struct FilingDecision: Sendable {
    package internal(set) var filed: FiledCase
    /// The enterprise that is added with the case.
    package let newEnterprise: Enterprise?
    package internal(set) var newIssues: [Decision.NewIssue]
    /// What is owed on each of `births`, in their order.
    package let duties: [DutyChange]
    package let key: CommandKey
    package let requestDigest: [UInt8]
    /// The year whose numbers the case has the next of.
    package let year: Int

    /// The same with the number that the case was stored under.
    package func numbered(_ number: String) -> FilingDecision {
        var numbered = self
        numbered.filed.number = number
        numbered.newIssues = newIssues.map { $0.numbered(number) }
        return numbered
    }
}

/// The answer of the domain to one filing.
package enum FilingVerdict: Sendable {
    case decided(FilingDecision)
    /// The case was filed before.
    case replay(CaseID)
    case invalid(InvalidFiling)
    case refused(Refusal)
    /// The installation is at fault; nothing was written.
    case failed(WorldFault)
}

/// The answer of the domain to one command.
package enum Verdict: Sendable {
    case decided(Decision)
    /// Nothing had to be written: a settle that found no mark.
    case nothing
    /// The command was carried out before, as the event with this sequence.
    case replay(IssueID, sequence: Int)
    case refused(Refusal)
    /// The installation is at fault; nothing was written.
    case failed(WorldFault)
}
