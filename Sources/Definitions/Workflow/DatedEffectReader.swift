import Workflow

/// Reads effects on clocks that say more than the clock's name: dates in the past, dates ahead,
/// and the steps of a plan.
enum DatedEffectReader {
    /// Reads `start: {clock, since, due}`, `start: {clock, plan}`, `pause: {clock, since}`,
    /// `hold: {clock, since}` and `stop: {clock, step}`.
    ///
    /// - Returns: nil where the effect takes names only; `.some(nil)` where a fault was recorded.
    static func effect(_ name: String, _ entry: Entry) -> Effect?? {
        switch name {
        case "start": .some(start(entry))
        case "pause": .some(since(entry) { .pauseSince(clock: $0, since: $1) })
        case "hold": .some(since(entry) { .holdSince(clock: $0, since: $1) })
        case "stop": .some(stop(entry))
        default: nil
        }
    }

    private static func start(_ entry: Entry) -> Effect? {
        guard let mapping = entry.mapping(of: ["clock", "since", "due", "plan"]),
            let clock = mapping.required("clock")?.text()
        else { return nil }
        if let plan = mapping["plan"] {
            return plan.text().map { .startSteps(clock: clock.value, plan: $0.value) }
        }
        guard mapping["since"] != nil || mapping["due"] != nil else {
            _ = mapping.required("since")
            return nil
        }
        return .startDated(
            clock: clock.value, since: mapping["since"]?.text()?.value,
            due: mapping["due"]?.text()?.value)
    }

    private static func since(
        _ entry: Entry, _ make: (String, String) -> Effect
    ) -> Effect? {
        guard let mapping = entry.mapping(of: ["clock", "since"]),
            let clock = mapping.required("clock")?.text(),
            let since = mapping.required("since")?.text()
        else { return nil }
        return make(clock.value, since.value)
    }

    private static func stop(_ entry: Entry) -> Effect? {
        guard let mapping = entry.mapping(of: ["clock", "step"]),
            let clock = mapping.required("clock")?.text(),
            let step = mapping.required("step")?.text()
        else { return nil }
        return .stopStep(clock: clock.value, field: step.value)
    }
}
