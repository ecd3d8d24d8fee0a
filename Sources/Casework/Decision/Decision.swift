import Workflow
import WorkingTime

/// What a command comes to: events to be stored, and the issue as they leave it.
package struct Decision: Sendable {
    /// In order; the command's own is the last, those before it are marks that had passed.
    package var events: [IssueEvent]
    package var after: Issue
    /// Issues that the command brings to life, each with its first event.
    package var births: [Birth]

    package struct Birth: Sendable {
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

/// The answer of the domain to one command.
package enum Verdict: Sendable {
    case decided(Decision)
    /// Nothing had to be written: a settle that found no mark.
    case nothing
    /// The command was carried out before, as the event with this sequence.
    case replay(sequence: Int)
    case refused(Refusal)
    /// The installation is at fault; nothing was written.
    case failed(WorldFault)
}
