import Auditing
import Casework
import Definitions
import Walking
import Workflow
import WorkingTime

/// One walk under the campaign's own names, and again under others.
struct RenamedCourse {
    static let renamed = DemoWorld.read {
        try DemoWorld.world(with: DemoWorld.walked.directory, changed: Renaming.text)
    }

    let own: RecordedIssue
    let other: RecordedIssue

    init(_ workflow: PublishedWorkflow, seed: UInt64) throws {
        var walk = Walk(workflow, in: DemoWorld.walked, seed: seed)
        try walk.run()
        guard let course = walk.course, let issue = walk.issue else {
            throw WorldFault("the walk came to nothing")
        }
        let again = try Walk.events(
            of: course, in: Self.renamed, filed: Self.words(of: course.filing),
            asking: Self.words)
        own = Self.recorded(walk.events, issue)
        other = Self.recorded(again.events, again.after)
    }

    private static func recorded(_ events: [IssueEvent], _ issue: Issue) -> RecordedIssue {
        RecordedIssue(
            issue: issue, events: events, enterprise: nil, caseSource: "walk",
            externalReference: nil)
    }

    private static func words(of filing: Filing) -> Filing {
        Filing(
            workflow: filing.workflow, action: filing.action.map { Renaming.name($0, .actions) },
            enterprise: filing.enterprise, source: filing.source,
            externalReference: filing.externalReference, note: filing.note,
            creditCodeOverride: filing.creditCodeOverride,
            issues: filing.issues.map { issue in
                var fields = issue.fields
                if let state = fields["state"]?.text {
                    fields["state"] = .text(Renaming.name(state, .states))
                }
                return .init(fields: fields, contact: issue.contact, isAdopted: issue.isAdopted)
            }, principal: filing.principal, key: filing.key, requestDigest: filing.requestDigest,
            receivedAt: filing.receivedAt)
    }

    private static func words(_ command: Command) -> Command {
        guard case .act(let action, let comment, let fields) = command.intent else {
            return command
        }
        return Command(
            issue: command.issue,
            intent: .act(
                action: Renaming.name(action, .actions), comment: comment, fields: fields),
            principal: command.principal, expected: command.expected, key: command.key,
            requestDigest: command.requestDigest, receivedAt: command.receivedAt)
    }
}
