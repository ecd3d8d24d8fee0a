package import Engine
import Postgres

/// Tells how the store's connections are used.
package struct StoreMeter: PoolMeter {
    private let observer: any Observer

    package init(_ observer: any Observer) { self.observer = observer }

    package func waited(_ wait: Duration) { observer.note(.storeAwaited(wait)) }

    package func tripped() { observer.note(.storeTrip) }
}
