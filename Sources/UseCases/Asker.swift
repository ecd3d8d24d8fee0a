package import Casework
package import WorkingTime

/// Somebody who asks, and the world as it was at that moment.
package struct Asker: Sendable {
    package let principal: Principal
    package let world: World
    /// By the time of the issues.
    package let now: Instant
    /// What it may see.
    package let scope: Scope

    package init(_ principal: Principal, world: World, now: Instant) {
        self.principal = principal
        self.world = world
        self.now = now
        scope = world.directory.scope(of: principal, at: now)
    }

    package func sees(_ issue: Issue) -> Bool { scope.sees(issue, in: world.directory) }
}
