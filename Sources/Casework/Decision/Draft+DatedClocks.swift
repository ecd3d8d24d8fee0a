import Languages
import Workflow
import WorkingTime

/// Clocks whose start or deadline is a date that somebody gave.
extension Draft {
    /// Starts a new cycle from a date in the past, to a date, or both.
    ///
    /// - Parameters:
    ///   - since: the field with the date from whose beginning it counts; else it counts from now.
    ///   - due: the field with the date at whose closing it is due; else the limit says so.
    mutating func start(_ kind: String, since: String?, due: String?) throws(Refusal) {
        // A run of the ledger that is over already, and of whose beginning nothing is known.
        if situation.action.isAdoption, let since, date(in: since) == nil { return }
        let begun = try pastInstant(since)
        guard let due, let date = date(in: due) ?? promisedDate(due) else {
            return try naming(since) { draft throws(Refusal) in
                try draft.start(kind, since: begun ?? draft.situation.at)
            }
        }
        guard situation.action.isAdoption || date >= situation.today else {
            throw .invalidFields([
                FieldFault(field: due, .notPast)
            ])
        }
        let start = begun ?? min(situation.at, situation.calendar.zone.midnight(of: date))
        let limit = try limit(from: start, to: date, named: due)
        let isTooEarly =
            situation.calendar.zone.date(at: start).year < situation.calendar.definition.firstYear
        try naming(isTooEarly ? since : due) { draft throws(Refusal) in
            try draft.startCycle(kind) { draft, party throws(Refusal) in
                try draft.begin(kind, limit, party: party, since: start)
            }
        }
    }

    /// Refuses a date of which the calendar knows nothing by the name of its field.
    private mutating func naming(
        _ field: String?, _ body: (inout Draft) throws(Refusal) -> Void
    ) throws(Refusal) {
        do throws(Refusal) {
            try body(&self)
        } catch {
            guard let field, case .outsideCalendar(let problem) = error else { throw error }
            throw .invalidFields([FieldFault(field: field, problem)])
        }
    }

    /// Starts one run for each step of the plan in a field, or in the attribute of that name; for a decision
    /// the unit owes it that the decision names.
    mutating func startSteps(_ kind: String, of plan: String) throws(Refusal) {
        guard let steps = situation.given(plan, on: issue)?.list else { return }
        let zone = situation.calendar.zone
        try startCycle(kind) { draft, party throws(Refusal) in
            for (index, step) in steps.enumerated() {
                guard let date = step.object?["on"]?.text.flatMap(CalendarDate.read) else {
                    continue
                }
                let start = min(draft.situation.at, zone.midnight(of: date))
                let limit = try draft.limit(from: start, to: date, named: plan)
                let owing = try draft.unit(of: step, at: index, in: plan) ?? party
                try draft.begin(kind, limit, party: owing, since: start, step: index + 1)
            }
        }
    }

    /// The unit that carries a decision out; nil for a step of a plan, which the party of the clock owes.
    ///
    /// - Throws: `Refusal.invalidFields` where the unit is not one of the issue's: it would not see it.
    private func unit(
        of step: FieldValue, at place: Int, in field: String
    ) throws(Refusal) -> String? {
        guard let code = step.decidedUnit?.text else { return nil }
        let attributes = issue.attributes
        guard code != attributes.leadUnit, !attributes.supportingUnits.contains(code) else {
            return code
        }
        throw .invalidFields([
            FieldFault(
                at: [field, "\(place)", FieldValue.leadUnitKey],
                Label(
                    zh: "须为本件的主办或协办单位",
                    en: "must be the lead unit of the issue, or one of its supporting units"))
        ])
    }

    /// Refuses to take over an issue with dates that its state has no use for, or without those from
    /// which its clocks count: they would begin anew.
    func requireDates(of transition: ActionDefinition.Transition) throws(Refusal) {
        guard situation.action.isAdoption else { return }
        let label =
            situation.workflow.definition.state(transition.to)?.label
            ?? Label(zh: transition.to, en: transition.to)
        let faults = LedgerDates(of: situation.action, transition)
            .faults(in: Set(situation.fields.keys), state: label)
        guard faults.isEmpty else { throw .invalidFields(faults) }
    }

    /// The beginning of the date in a field, which must not lie ahead; nil where none is given.
    func pastInstant(_ field: String?) throws(Refusal) -> Instant? {
        guard let field, let date = date(in: field) else { return nil }
        guard date <= situation.today else {
            throw .invalidFields([
                FieldFault(field: field, .notFuture)
            ])
        }
        return situation.calendar.zone.midnight(of: date)
    }

    /// A date that was given earlier and still lies ahead, for actions that can't give one: who
    /// could and gives none means none.
    private func promisedDate(_ name: String) -> CalendarDate? {
        guard let attribute = Attribute(name: name),
            situation.action.field(setting: attribute) == nil
        else { return nil }
        return issue.attributes[attribute]?.text.flatMap(CalendarDate.read)
            .flatMap { $0 >= situation.today ? $0 : nil }
    }

    private func date(in field: String) -> CalendarDate? {
        situation.fields[field]?.text.flatMap(CalendarDate.read)
    }

    /// A date as a limit in calendar days: it ends at the closing of that date, rolled forward.
    private func limit(
        from start: Instant, to date: CalendarDate, named field: String
    ) throws(Refusal) -> TimeLimit {
        let days = date.dayNumber - situation.calendar.zone.date(at: start).dayNumber
        do throws(WorkingTimeRefusal) {
            return try TimeLimit(value: days, unit: .calendarDays)
        } catch {
            throw .invalidFields([
                FieldFault(field: field, zh: "不得早于起算日", en: "must not lie before the start")
            ])
        }
    }
}
