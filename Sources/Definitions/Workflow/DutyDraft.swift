import Workflow

/// Holds `duties` as they were read, every name with its place.
struct DutyDraft {
    /// An action that is asked for, and by which people it is owed.
    struct Asked {
        let action: Placed<String>
        let owedBy: [Placed<Right>]?

        var definition: AskedAction {
            AskedAction(action: action.value, owedBy: owedBy?.map(\.value))
        }
    }

    struct OfClock {
        let clock: Placed<String>
        let asked: [Asked]
    }

    struct OfState {
        let state: Placed<String>
        let asked: [Asked]
        let before: Placed<String>?
    }

    var clocks: [OfClock] = []
    var states: [OfState] = []

    var asked: [Asked] { clocks.flatMap(\.asked) + states.flatMap(\.asked) }

    /// Every clock that is named.
    var clockNames: [Placed<String>] { clocks.map(\.clock) + states.compactMap(\.before) }

    var table: DutyTable {
        DutyTable(
            clocks: clocks.reduce(into: [:]) { $0[$1.clock.value] = $1.asked.map(\.definition) },
            states: states.reduce(into: [:]) { table, ask in
                table[ask.state.value, default: []].append(
                    StateAsk(
                        actions: ask.asked.map(\.definition), before: ask.before?.value))
            })
    }
}
