package import Casework
import Synchronization

/// Knows the database's ids of published states and actions, both ways.
package struct StateCatalogue: Sendable {
    package struct State: Hashable, Sendable {
        package let id: Int32
        package let workflow: WorkflowVersionID?
        package let name: String
        package let isOpen: Bool
    }

    private struct Key: Hashable {
        let workflow: WorkflowVersionID
        let name: String
    }

    private let byID: [Int32: State]
    private let byKey: [Key: State]
    private let actionNames: [Int32: String]
    private let actionIDs: [String: Int32]

    package init(states: [State], actions: [(id: Int32, name: String)]) {
        byID = Dictionary(states.map { ($0.id, $0) }) { first, _ in first }
        byKey = states.reduce(into: [:]) { index, state in
            if let workflow = state.workflow {
                index[Key(workflow: workflow, name: state.name)] = state
            }
        }
        actionNames = Dictionary(actions.map { ($0.id, $0.name) }) { first, _ in first }
        actionIDs = Dictionary(actions.map { ($0.name, $0.id) }) { first, _ in first }
    }

    package func name(ofState id: Int32) throws(WorldFault) -> String {
        guard let state = byID[id] else { throw WorldFault("state \(id) is not known yet") }
        return state.name
    }

    /// The state with a name in a version; `unborn` is the same in all.
    package func state(_ name: String, of workflow: WorkflowVersionID) throws(WorldFault) -> State {
        if let state = byKey[Key(workflow: workflow, name: name)] { return state }
        if let unborn = byID[0], unborn.name == name { return unborn }
        throw WorldFault("version \(workflow) has no state \(name)")
    }

    /// Every id of a state name, over all versions.
    package func ids(ofStatesNamed name: String) -> [Int32] {
        byID.values.filter { $0.name == name }.map(\.id)
    }

    /// The same where the state is open in each of them; nil otherwise.
    package func ids(ofOpenStatesNamed name: String) -> [Int32]? {
        let states = byID.values.filter { $0.name == name }
        return states.allSatisfy(\.isOpen) ? states.map(\.id) : nil
    }

    package func name(ofAction id: Int32) throws(WorldFault) -> String {
        guard let name = actionNames[id] else { throw WorldFault("action \(id) is not known yet") }
        return name
    }

    package func id(ofAction name: String) throws(WorldFault) -> Int32 {
        guard let id = actionIDs[name] else { throw WorldFault("action \(name) is not published") }
        return id
    }
}

/// Holds the catalogue as it is now.
package final class CurrentCatalogue: Sendable {
    private let catalogue: Mutex<StateCatalogue>

    package init(_ catalogue: StateCatalogue) {
        self.catalogue = Mutex(catalogue)
    }

    package var value: StateCatalogue { catalogue.withLock { $0 } }

    package func replace(with new: StateCatalogue) {
        catalogue.withLock { $0 = new }
    }
}
