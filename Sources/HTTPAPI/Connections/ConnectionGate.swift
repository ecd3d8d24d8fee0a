import Engine
import HummingbirdCore
import Synchronization

/// Counts connections: admits so many, lets some more hear why not, and leaves the rest in the
/// kernel's line, so that descriptors never run out.
final class ConnectionGate: AvailableConnectionsDelegate {
    private struct State {
        var openCount = 0
        var admittedCount = 0
    }

    private let limits: ConnectionLimits
    private let observer: any Observer
    private let state = Mutex(State())

    init(limits: ConnectionLimits, observer: any Observer) {
        self.limits = limits
        self.observer = observer
    }

    func connectionOpened() { state.withLock { $0.openCount += 1 } }

    func connectionClosed() { state.withLock { $0.openCount -= 1 } }

    /// One that is open will end, and asks again then; without any, nobody would. Where the table of
    /// descriptors is full, whoever accepts fails, and would be woken for the same one at once.
    func isAcceptingNewConnections() -> Bool {
        let openCount = state.withLock { $0.openCount }
        guard openCount < limits.most + limits.refused else { return false }
        guard openCount > 0, !DescriptorRoom.isLeft else { return true }
        observer.note(.descriptorsFull)
        return false
    }

    /// - Returns: false where it is one too many; else it is counted until `leave`.
    func admit() -> Bool {
        let isAdmitted = state.withLock { state in
            guard state.admittedCount < limits.most else { return false }
            state.admittedCount += 1
            return true
        }
        if !isAdmitted { observer.note(.connectionsFull(most: limits.most)) }
        return isAdmitted
    }

    func leave() { state.withLock { $0.admittedCount -= 1 } }
}
