package import Workflow

extension Attributes {
    /// How often something was counted, whatever the workflow calls it.
    package func count(_ role: CounterRole, in roles: WorkflowRoles) -> Int {
        (roles.counters[role] ?? []).reduce(0) { $0 + count($1) }
    }
}
