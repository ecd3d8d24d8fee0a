import Workflow
import WorkingTime

/// What actions do to clocks.
extension Draft {
    /// Starts a new cycle for each party by its limit; a cycle that still runs is ended without a
    /// verdict.
    mutating func start(_ kind: String, since: Instant) throws(Refusal) {
        guard let limit = limit(of: kind) else { return try cancelAll(kind) }
        try startCycle(kind) { draft, party throws(Refusal) in
            try draft.begin(kind, limit, party: party, since: since)
        }
    }

    /// Starts the clock for units that were not concerned before; the others keep theirs.
    mutating func startForNew(_ kind: String) throws(Refusal) {
        guard let clock = situation.workflow.definition.clock(kind), let limit = limit(of: kind)
        else { return }
        let known = before.attributes.supportingUnits
        let added = parties(of: clock).filter { !known.contains($0 ?? "") }
        guard !added.isEmpty else { return }
        issue.attributes.increase(.cycles(ofClock: kind))
        for party in added { try begin(kind, limit, party: party, since: situation.at) }
    }

    /// Ends what still runs, counts a cycle, and begins it for each party.
    mutating func startCycle(
        _ kind: String, _ begin: (inout Draft, String?) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard let clock = situation.workflow.definition.clock(kind) else { return }
        let parties = parties(of: clock)
        guard !parties.isEmpty else { return }
        try cancelAll(kind)
        issue.attributes.increase(.cycles(ofClock: kind))
        for party in parties { try begin(&self, party) }
    }

    /// Lets the last cycle, which has ended, run on for those whom it concerns now; the time since
    /// its end counts as a pause.
    ///
    /// Its breach and the marks that it passed go on with it; its original deadline is the one that
    /// it gets now.
    mutating func continueLast(_ kind: String) throws(Refusal) {
        guard issue.liveClocks(kind).isEmpty else { return try releaseAll(kind) }
        guard let definition = situation.workflow.definition.clock(kind) else { return }
        let parties = parties(of: definition)
        let ended = issue.clocks.filter {
            $0.kind == kind && $0.isEnded && $0.breachLiftedAt == nil && parties.contains($0.party)
        }
        guard let last = ended.map(\.cycle).max() else {
            return try start(kind, since: situation.at)
        }
        issue.attributes.increase(.cycles(ofClock: kind))
        let cycle = issue.attributes.count(.cycles(ofClock: kind))
        for clock in ended where clock.cycle == last {
            guard let calendar = situation.world.calendars.calendar(of: clock) else { continue }
            var next = clock
            next.status = .paused
            next.pauses.append(Pause(from: clock.endedAt ?? clock.startedAt, until: nil))
            try next.resume(at: situation.at, on: calendar)
            next = Clock(
                following: next, number: issue.clockCount + 1, cycle: cycle,
                originalDueAt: next.dueAt)
            try marks(on: calendar).arm(&next)
            add(next)
        }
    }

    /// The limit of the issue's class, or that of the clock; nil where it has none.
    private func limit(of kind: String) -> TimeLimit? {
        guard let clock = situation.workflow.definition.clock(kind) else { return nil }
        return situation.issueClass(of: issue)?.limits[kind] ?? clock.limit
    }

    func parties(of clock: ClockDefinition) -> [String?] {
        switch clock.party {
        case .leadUnit: [issue.attributes.leadUnit]
        case .supportingUnits: issue.attributes.supportingUnits
        case .office: [issue.attributes.office]
        case .enterprise: [nil]
        }
    }

    mutating func begin(
        _ kind: String, _ limit: TimeLimit, party: String?, since: Instant, step: Int? = nil
    ) throws(Refusal) {
        let calendar = situation.world.directory.calendar(situation.calendar, for: party)
        let deadline = try Self.deadline(calendar, from: since, limit, pauses: [])
        var clock = Clock(
            number: issue.clockCount + 1, kind: kind,
            cycle: issue.attributes.count(.cycles(ofClock: kind)), party: party,
            issueClass: situation.issueClass(of: issue)?.name, limit: limit,
            calendar: calendar.name, calendarRevision: calendar.revision,
            startedAt: since, dueAt: deadline.at, isProvisional: deadline.isProvisional,
            step: step, hoursOf: calendar.unit)
        try marks(on: calendar).arm(&clock)
        add(clock)
    }

    mutating func endAll(_ kind: String, where isMeant: (Clock) -> Bool) throws(Refusal) {
        let at = situation.limitEndedAt ?? situation.at
        for clock in issue.liveClocks(kind) where isMeant(clock) {
            try change(clock.number) { $0.end(at: max(at, $0.startedAt)) }
        }
    }

    mutating func cancelAll(_ kind: String) throws(Refusal) {
        let at = situation.at
        for clock in issue.liveClocks(kind) { try change(clock.number) { $0.cancel(at: at) } }
    }

    /// Hands the clocks that run on to the new lead, and ends those of units that left.
    mutating func handOver() throws(Refusal) {
        let (at, lead) = (situation.at, issue.attributes.leadUnit)
        for clock in issue.liveClocks {
            switch situation.workflow.definition.clock(clock.kind)?.party {
            case .leadUnit:
                // What a decision gave to another unit stays with that one.
                let isAnothers = clock.step != nil && clock.party != before.attributes.leadUnit
                if clock.party != lead, !isAnothers { try hand(clock, to: lead) }
            case .supportingUnits:
                if !issue.attributes.supportingUnits.contains(clock.party ?? "") {
                    try change(clock.number) { $0.cancel(at: at) }
                }
            case .office, .enterprise, nil: continue
            }
        }
    }

    /// Gives a clock to another unit, on whose hours it runs from then on; one that missed its
    /// deadline stays on the hours by which it missed it.
    private mutating func hand(_ clock: Clock, to unit: String?) throws(Refusal) {
        guard
            let revision = situation.world.calendars.calendar(
                clock.calendar, revision: clock.calendarRevision),
            let old = situation.world.calendars.calendar(of: clock)
        else { return }
        let new = situation.world.directory.calendar(revision, for: unit)
        let marks = marks(on: new)
        try change(clock.number) { clock throws(Refusal) in
            clock.party = unit
            guard new.unit != old.unit, clock.breachedAt == nil else { return }
            try clock.goOver(to: new, from: old)
            try marks.arm(&clock)
        }
    }

    mutating func holdAll(_ kind: String, since: Instant) throws(Refusal) {
        for clock in issue.liveClocks(kind) where clock.status == .running {
            try change(clock.number) { clock throws(Refusal) in
                clock.status = .held
                let heldAt = max(since, clock.startedAt)
                clock.heldAt = heldAt
                if heldAt > clock.dueAt { clock.breach() }
                clock.disarm()
            }
        }
    }

    mutating func releaseAll(_ kind: String) throws(Refusal) {
        for clock in issue.liveClocks(kind) where clock.status == .held {
            try rearm(clock) { clock throws(Refusal) in
                clock.status = .running
                clock.heldAt = nil
            }
        }
    }

    mutating func pauseAll(_ kind: String, since: Instant) throws(Refusal) {
        for clock in issue.liveClocks(kind) where clock.status == .running {
            try change(clock.number) { clock throws(Refusal) in
                clock.status = .paused
                let from = max(since, clock.startedAt)
                clock.pauses.append(Pause(from: from, until: nil))
                if from > clock.dueAt { clock.breach() }
                clock.disarm()
            }
        }
    }

    mutating func resumeAll(_ kind: String) throws(Refusal) {
        for clock in issue.liveClocks(kind) where clock.status == .paused {
            guard let calendar = situation.world.calendars.calendar(of: clock) else { continue }
            let ended = situation.limitEndedAt ?? situation.at
            let at = max(ended, clock.pauses.last?.from ?? ended)
            try rearm(clock) { clock throws(Refusal) in
                try clock.resume(at: at, on: calendar)
            }
        }
    }

    mutating func extend(_ kind: String, to field: String) throws(Refusal) {
        let value = situation.given(field, on: issue)
        guard let date = value?.text.flatMap(CalendarDate.read) else { return }
        for clock in issue.liveClocks(kind) where clock.status == .running {
            guard let calendar = situation.world.calendars.calendar(of: clock) else { continue }
            let closing = try Self.closing(calendar, date)
            try rearm(clock) { clock throws(Refusal) in
                clock.dueAt = closing.at
                clock.isProvisional = closing.isProvisional
            }
        }
    }

    /// Ends whatever still runs: no clock outlives its issue.
    mutating func endWithIssue() throws(Refusal) {
        let at = situation.at
        for clock in issue.liveClocks {
            try change(clock.number) { clock throws(Refusal) in
                if clock.status == .held {
                    clock.end(at: at)
                } else {
                    clock.cancel(at: at)
                }
            }
        }
    }

    private mutating func rearm(
        _ clock: Clock, _ body: (inout Clock) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard let calendar = situation.world.calendars.calendar(of: clock) else { return }
        let marks = marks(on: calendar)
        try change(clock.number) { clock throws(Refusal) in
            try body(&clock)
            try marks.arm(&clock)
        }
    }

    static func deadline(
        _ calendar: WorkingCalendar, from start: Instant, _ limit: TimeLimit, pauses: [Pause]
    ) throws(Refusal) -> Deadline {
        do throws(WorkingTimeRefusal) {
            return try calendar.deadline(from: start, limit: limit, pauses: pauses)
        } catch {
            throw .outsideCalendar(error.words)
        }
    }

    private static func closing(
        _ calendar: WorkingCalendar, _ date: CalendarDate
    ) throws(Refusal) -> Deadline {
        do throws(WorkingTimeRefusal) {
            return try calendar.deadline(
                from: calendar.zone.midnight(of: date),
                limit: TimeLimit(value: 0, unit: .workingDays))
        } catch {
            throw .outsideCalendar(error.words)
        }
    }
}
