/// Names what is counted of an issue: by its workflow, or by the engine.
package struct CounterName: Hashable, Sendable {
    /// The name, and behind a dot what it is counted for.
    let text: String

    /// - Parameter part: what it is counted for one by one: the code of a unit, the kind of a clock.
    package init(_ name: String, of part: String? = nil) {
        text = part.map { "\(name).\($0)" } ?? name
    }

    /// Links that were made for the enterprise.
    package static let links = CounterName("links")
    package static let yellowCards = CounterName("yellowCards")
    package static let redCards = CounterName("redCards")

    /// How often a clock began.
    static func cycles(ofClock kind: String) -> CounterName { CounterName(cycle, of: kind) }
    private static let cycle = "cycle"

    /// Tells whether it counts for the rules alone.
    package var isHidden: Bool { text.hasPrefix("\(Self.cycle).") }

    /// What it is counted for, where it is a part of a counter.
    func part(of counter: String) -> String? {
        let prefix = "\(counter)."
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }
}
