package import Casework
import Synchronization

/// Holds the published world as it is now; readers take it whole, so a decision sees one state of it.
package final class CurrentWorld: Sendable {
    private let world: Mutex<World>

    package init(_ world: World) {
        self.world = Mutex(world)
    }

    package var value: World { world.withLock { $0 } }

    package func replace(with new: World) {
        world.withLock { $0 = new }
    }
}
