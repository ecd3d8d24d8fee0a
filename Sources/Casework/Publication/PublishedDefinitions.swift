import Workflow

/// Holds every published version of every workflow.
package struct PublishedDefinitions: Sendable {
    private let workflows: [WorkflowVersionID: PublishedWorkflow]
    private let actionNeeds: [String: ActionNeeds]
    /// The versions that know an action, the newest first.
    private let knowing: [String: [WorkflowDefinition]]
    /// Whether an alarm that is settled before a command may let clocks run on that have ended.
    let alarmsContinue: Bool

    package init(_ workflows: [PublishedWorkflow]) {
        self.workflows = Dictionary(workflows.map { ($0.id, $0) }) { first, _ in first }
        let actions = workflows.flatMap(\.definition.actions)
        actionNeeds = actions.reduce(into: [:]) {
            $0[$1.name, default: ActionNeeds()].add($1)
        }
        let newestFirst = workflows.sorted { $0.version > $1.version }.map(\.definition)
        knowing = newestFirst.reduce(into: [:]) { known, definition in
            for action in definition.actions { known[action.name, default: []].append(definition) }
        }
        alarmsContinue = actions.contains { $0.isAutomatic && $0.continuesClocks }
    }

    /// All versions, in no order.
    var all: some Collection<PublishedWorkflow> { workflows.values }

    package var names: [String] { Set(all.map(\.definition.id)).sorted() }

    package func workflow(_ id: WorkflowVersionID) -> PublishedWorkflow? { workflows[id] }

    package func workflow(_ name: String, version: Int) -> PublishedWorkflow? {
        all.first { $0.definition.id == name && $0.version == version }
    }

    /// The newest version of a workflow: what new cases run on.
    package func current(_ name: String) -> PublishedWorkflow? {
        all.filter { $0.definition.id == name }.max { $0.version < $1.version }
    }

    /// Lists the published versions of a workflow, the oldest first.
    package func versions(of name: String) -> [PublishedWorkflow] {
        all.filter { $0.definition.id == name }.sorted { $0.version < $1.version }
    }

    func versions(knowing action: String) -> [WorkflowDefinition] { knowing[action] ?? [] }

    func knows(action: String) -> Bool { knowing[action] != nil }

    /// What the actions of a name take, in any version of any workflow.
    func needs(ofAction name: String) -> ActionNeeds { actionNeeds[name] ?? ActionNeeds() }

    package func isOpen(_ issue: Issue) -> Bool {
        workflow(issue.workflow)?.definition.state(issue.state)?.isOpen ?? false
    }
}
