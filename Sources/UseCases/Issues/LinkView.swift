package import Casework
package import Workflow
package import WorkingTime

/// What an enterprise sees through its link.
package struct LinkView: Sendable {
    /// The enterprise, and the world as it was when it looked.
    package let asker: Asker
    package let issue: Issue
    /// What it may do now.
    package let offers: [Offer]
    package let steps: [LinkStep]
    /// The issue that goes on for both, where this one was merged.
    package let successor: Issue?
    /// What was split off.
    package let parts: [Issue]

    /// One thing that the enterprise may do now, and the action that it is in the workflow.
    package struct Offer: Sendable {
        package let deed: LinkRole
        package let option: ActionOption
    }
}

extension WorkflowRoles {
    /// What an enterprise can do through a link in the workflow, in the order of the roles.
    var deeds: [LinkRole] { LinkRole.allCases.filter { link[$0]?.isEmpty == false } }

    func deed(ofAction name: String) -> LinkRole? {
        deeds.first { link[$0]?.contains(name) == true }
    }
}

/// What the enterprise is told of an event: moves from state to state, and what was written for it.
/// Nothing else leaves the administration.
package struct LinkStep: Sendable {
    package let at: Instant
    package let action: String
    /// Where the issue stands since.
    package let state: String
    package let text: String?

    init?(_ event: IssueEvent) {
        let fields = event.body.fields
        let text =
            fields["visibility"]?.text == "enterprise"
            ? fields["text"]?.text : fields["explanation"]?.text
        guard event.from != event.to || text != nil else { return nil }
        at = event.at
        action = event.action
        state = event.to
        self.text = text
    }
}

extension PublishedDefinitions {
    /// The reply as far as it is the administration's word: the enterprise is asked about it, or the
    /// issue has ended. Before that it is a draft.
    package func reply(to issue: Issue) -> String? {
        isAnswered(issue) ? issue.attributes.text(.reply) : nil
    }

    private func isAnswered(_ issue: Issue) -> Bool {
        guard let definition = workflow(issue.workflow)?.definition else { return false }
        if definition.state(issue.state)?.isOpen == false { return true }
        return issue.attributes[.evaluation] != nil
            || [LinkRole.evaluate, .confirm].flatMap { definition.roles.link[$0] ?? [] }
                .contains { name in
                    definition.action(name)?.transitions(from: issue.state).isEmpty == false
                }
    }
}
