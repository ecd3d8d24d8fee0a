extension Issue {
    /// Takes an event into account. Knows no rules: everything that changed stands in the event.
    package mutating func apply(_ event: IssueEvent) {
        sequence = event.sequence
        state = event.to
        updatedAt = event.at
        digest = event.digest
        attributes.overlay(event.body.set)
        if let move = event.body.move { workflow = move.to }
        if let narrative = event.body.narrative { self.narrative = narrative }
        for clock in event.body.clocks {
            if let index = clocks.firstIndex(where: { $0.number == clock.number }) {
                clocks[index] = clock
            } else {
                clocks.append(clock)
            }
            clockCount = max(clockCount, clock.number)
        }
    }
}
