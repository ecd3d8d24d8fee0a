extension Effect {
    /// Says in words what is done.
    package var words: String {
        switch self {
        case .start(let clock): "starts `\(clock)`"
        case .startDated(let clock, let since, let due):
            "starts `\(clock)`" + (since.map { " from the date in `\($0)`" } ?? "")
                + (due.map { ", due on the date in `\($0)`" } ?? "")
        case .startSteps(let clock, let plan): "starts `\(clock)` for each step of `\(plan)`"
        case .startUnlessRunning(let clock): "starts `\(clock)` unless it runs"
        case .startForNew(let clock): "starts `\(clock)` for units that are new"
        case .continueLast(let clock): "lets the last `\(clock)` run on"
        case .stop(let clock): "stops `\(clock)`"
        case .stopOwn(let clock): "stops `\(clock)` of the acting unit"
        case .stopStep(let clock, let field): "stops `\(clock)` of the step in `\(field)`"
        case .cancel(let clock): "cancels `\(clock)`"
        case .hold(let clock): "holds `\(clock)` as met for now"
        case .holdSince(let clock, let since):
            "holds `\(clock)` as met on the date in `\(since)`, for now"
        case .release(let clock): "lets `\(clock)` run on as though never held"
        case .pause(let clock): "pauses `\(clock)`"
        case .pauseSince(let clock, let since): "pauses `\(clock)` from the date in `\(since)`"
        case .resume(let clock): "resumes `\(clock)`"
        case .extend(let clock, let field): "extends `\(clock)` to the date in `\(field)`"
        case .count(let counter, let perUnit): "counts `\(counter)`\(perUnit ? " per unit" : "")"
        case .raiseLevel(let counter?, let number, _):
            "raises the level once `\(counter)` reaches \(number)"
        case .raiseLevel(_, _, let pastOffice):
            pastOffice ? "raises the level past the office" : "raises the level"
        case .raiseLead: "hands the work to the counterpart above"
        case .noteRouting: "takes or keeps what routing proposes"
        case .chargeTime: "charges the time to the unit that had it"
        case .putToArbitration(let counter, let number):
            "puts it to arbitration once `\(counter)` reaches \(number)"
        case .giveCard(let card): "gives \(card.words)"
        case .set(let attribute, let source): "sets `\(attribute.name)` to \(source.words)"
        case .clear(let attribute): "clears `\(attribute.name)`"
        case .askEvaluation: "asks the enterprise to evaluate"
        case .giveLink: "gives the enterprise a link"
        case .renewLink: "gives the enterprise a link in place of the others"
        case .raiseOffice: "hands the issue to the office above"
        case .joinCommon(let action):
            "joins the common issue, which takes `\(action)` once there are enough"
        case .leaveCommon: "leaves the common issue"
        case .shareResult(let action, let otherwise):
            "lets the issues under it take `\(action)`, and those that join later"
                + (otherwise.map { "; who can't yet takes `\($0)`" } ?? "")
        case .mergeInto(let action): "lets the issue that it is merged into take `\(action)`"
        case .tell(let audiences):
            "tells " + audiences.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        }
    }
}

extension Effect.Card {
    fileprivate var words: String {
        switch self {
        case .yellow: "a yellow card"
        case .red: "a red card"
        case .field(let name): "the card in `\(name)`"
        }
    }
}

extension Effect.AttributeSource {
    fileprivate var words: String {
        switch self {
        case .value(let text): "“\(text)”"
        case .field(let name): "the value of `\(name)`"
        case .actingPerson: "whoever acts"
        case .actingUnit: "the unit that acts"
        case .leadUnit: "the lead unit"
        case .instant: "the time"
        case .counter(let name): "the number of `\(name)`"
        }
    }
}
