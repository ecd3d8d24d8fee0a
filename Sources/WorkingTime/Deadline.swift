/// Says when a time limit is used up.
///
/// Term: 截止时间.
package struct Deadline: Hashable, Sendable {
    package let at: Instant
    /// Is true past the last published day, where only weekdays and yearly rest days are known.
    package let isProvisional: Bool

    package init(at: Instant, isProvisional: Bool) {
        self.at = at
        self.isProvisional = isProvisional
    }
}

extension WorkingCalendar {
    /// Finds the earliest instant at which a limit that began at `from` is used up.
    ///
    /// Throws: `outsideCalendar` for a start before the first year; `beyondHorizon` past the last
    /// computed day; `overflow` past the year 9999; `stillPaused` when an open pause comes first;
    /// `pauseEndsBeforeItBegins`.
    /// Source: 民法典 §§201–203.
    package func deadline(
        from: Instant, limit: TimeLimit, pauses: [Pause] = []
    ) throws(WorkingTimeRefusal) -> Deadline {
        guard from.microseconds >= tables.start else { throw .outsideCalendar(from) }
        for pause in pauses { try pause.refuseBackwards() }
        let due = try dueInstant(from: from, limit: limit, PausedStretches(pauses))
        return Deadline(at: due, isProvisional: isProvisional(due))
    }

    /// Tells whether an instant lies past the last published day.
    package func isProvisional(_ at: Instant) -> Bool { at > horizon }

    private func dueInstant(
        from: Instant, limit: TimeLimit, _ stretches: PausedStretches
    ) throws(WorkingTimeRefusal) -> Instant {
        switch (limit.unit, limit.ending) {
        case (.workingSeconds, _):
            try workingTimeDue(from: from, seconds: limit.value, stretches)
        case (.workingDays, .closeOfBusiness):
            try closingDue(from: from, count: limit.value, stretches)
        case (.workingDays, .sameTime):
            try sameTimeDue(from: from, count: limit.value, stretches)
        case (.clockSeconds, _):
            try clockTimeDue(from: from, seconds: limit.value, stretches)
        case (.calendarDays, _):
            try calendarDue(
                from: from, on: zone.date(at: from).adding(days: limit.value), stretches)
        case (.calendarMonths, _):
            try calendarDue(
                from: from, on: zone.date(at: from).adding(months: limit.value), stretches)
        }
    }
}

extension Pause {
    /// Throws: `pauseEndsBeforeItBegins`.
    package func refuseBackwards() throws(WorkingTimeRefusal) {
        guard let until, until < from else { return }
        throw .pauseEndsBeforeItBegins(from)
    }
}
