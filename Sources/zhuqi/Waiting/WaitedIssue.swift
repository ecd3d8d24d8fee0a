import APIModel

/// One issue of those that are waited for, as far as its history was read.
struct WaitedIssue {
    enum Outcome: String, Encodable {
        case pending, reached
        /// It has ended otherwise, and what is waited for does not come any more.
        case never
    }

    /// As it was typed.
    let issue: String
    private(set) var outcome = Outcome.pending
    /// The last event that was read; nil before the first look.
    private(set) var last: EventAnswer?
    /// The event that brought what was waited for; nil where it was so at the first look.
    private(set) var event: EventAnswer?

    init(_ issue: String) { self.issue = issue }

    var version: Int { last?.sequence ?? 0 }

    /// Takes what happened since the look before.
    ///
    /// - Parameter onlyNext: whether what was so at the first look counts for nothing.
    mutating func take(_ events: [EventAnswer], for target: WaitTarget, onlyNext: Bool) {
        let isFirst = last == nil
        last = events.last ?? last
        guard !isFirst || !onlyNext else { return }
        let taken = events.last { target.actions.contains($0.action) }
        let entered = events.last { target.states.contains($0.to) }
        let isThere = last.map { target.states.contains($0.to) } ?? false
        guard taken != nil || (isFirst ? isThere : entered != nil) else { return }
        outcome = .reached
        event = taken ?? entered
    }

    /// Whether it has ended, and what is waited for has not come.
    func hasEnded(without target: WaitTarget) -> Bool {
        outcome == .pending && last.map { target.endings.contains($0.to) } ?? false
    }

    mutating func giveUp() { outcome = .never }
}

/// How the wait for one issue went, for programs.
struct WaitedIssueDocument: Encodable {
    let issue: String
    let outcome: WaitedIssue.Outcome
    let state: String?
    let stateLabel: LabelAnswer?
    let version: Int
    let at: String?

    init(_ waited: WaitedIssue) {
        issue = waited.issue
        outcome = waited.outcome
        state = waited.last?.to
        stateLabel = waited.last?.toLabel
        version = waited.version
        at = waited.event?.at
    }
}
