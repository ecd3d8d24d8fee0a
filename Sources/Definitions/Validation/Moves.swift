/// Follows the moves of a workflow from state to state.
struct Moves {
    private let next: [String: Set<String>]

    init(_ pairs: some Sequence<(from: String, to: String)>) {
        next = pairs.reduce(into: [:]) { $0[$1.from, default: []].insert($1.to) }
    }

    /// Lists every state that can be reached from these, themselves included.
    func reached(from start: some Sequence<String>) -> Set<String> {
        var reached = Set(start)
        var waiting = Array(reached)
        while let state = waiting.popLast() {
            for other in next[state, default: []] where reached.insert(other).inserted {
                waiting.append(other)
            }
        }
        return reached
    }
}
