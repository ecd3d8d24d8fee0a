package import Workflow

extension Issue {
    /// The clock whose deadline queues and signals go by. Term: 办结时限.
    package func resolution(by roles: WorkflowRoles) -> Clock? {
        clocks.last { roles.contains($0.kind, as: ClockRole.resolution) && !$0.isEnded }
    }

    package func liveClocks(_ role: ClockRole, by roles: WorkflowRoles) -> [Clock] {
        clocks.filter { roles.contains($0.kind, as: role) && !$0.isEnded }
    }
}

extension Attributes {
    /// How often something was counted, whatever the workflow calls it.
    package func count(_ role: CounterRole, in roles: WorkflowRoles) -> Int {
        (roles.counters[role] ?? []).reduce(0) { $0 + count($1) }
    }

    /// Codes of units that sent the issue back, in order.
    package func sentBackBy(in roles: WorkflowRoles) -> [String] {
        (roles.counters[.sendBacks] ?? []).flatMap { parts(ofCounter: $0) }.sorted()
    }
}

/// What names mean in an issue is what the version says that it runs on, whatever others say of them.
/// An issue goes over to another only where its resolution stays the resolution.
extension PublishedDefinitions {
    /// Nil where the version is not known, which is no answer.
    package func roles(in version: WorkflowVersionID) -> WorkflowRoles? {
        workflow(version)?.definition.roles
    }

    /// Nothing is in any role where the version is not known.
    package func roles(of issue: Issue) -> WorkflowRoles {
        roles(in: issue.workflow) ?? WorkflowRoles()
    }

    /// The clock whose deadline queues and signals go by. Term: 办结时限.
    package func resolution(of issue: Issue) -> Clock? { issue.resolution(by: roles(of: issue)) }
}
