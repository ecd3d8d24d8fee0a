package import Casework

/// A command or a filing that a batch carries out.
package enum BatchItem: Sendable {
    case command(Command)
    case filing(Filing)
}

/// What came of one item of a batch.
package enum BatchOutcome: Sendable {
    case command(Verdict)
    case filing(FilingVerdict)
    /// Nothing was done: another transaction holds what the item needs, and was not waited for.
    case held
    /// Nothing was done: an item before it in the batch has one of its issues, which it names in another
    /// way.
    case conflicting
}

/// Says what deciding needs, and decides. `Decider`, but where a test decides otherwise.
package protocol BatchDecider: Sendable {
    func needs(of command: Command) -> CommandNeeds
    func needs(of filing: Filing) -> FilingNeeds
    func decide(_ command: Command, on loaded: LoadedIssue) -> Verdict
    func decide(_ filing: Filing, on loaded: LoadedFiling) -> FilingVerdict
}

extension Decider: BatchDecider {}

extension BatchItem {
    /// Something that no two items have that are carried out at once.
    enum Claim: Hashable, CustomStringConvertible {
        case issue(IssueReference)
        case filing(CommandKey)
        case externalReference(source: String, String)

        /// For operators.
        var description: String {
            switch self {
            case .issue(.id(let id)): "issue \(id)"
            case .issue(.number(let number)): "issue \(number)"
            case .filing, .externalReference: "the numbers of cases, or an enterprise"
            }
        }
    }

    var isFiling: Bool {
        switch self {
        case .filing: true
        case .command: false
        }
    }

    /// How many issues it brings to life as a filing.
    var newIssueCount: Int {
        switch self {
        case .command: 0
        case .filing(let filing): filing.issues.count
        }
    }

    /// The first is what the item is on.
    func claims(_ decider: Decider) -> [Claim] {
        switch self {
        case .command(let command):
            let needs = decider.needs(of: command)
            return [.issue(needs.issue)] + needs.named.map { .issue(.number($0)) }
        case .filing(let filing):
            let reference = filing.externalReference.map {
                Claim.externalReference(source: filing.source, $0)
            }
            return [.filing(filing.key)] + (reference.map { [$0] } ?? [])
        }
    }
}
