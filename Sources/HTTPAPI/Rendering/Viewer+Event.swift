import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    /// Shows events in their order, what a category types by the one that the issue had then.
    func events(_ events: [IssueEvent], of issue: Issue) -> [EventAnswer] {
        var category: String?
        return events.map { event in
            category = event.category ?? category
            return self.event(event, of: issue, in: category)
        }
    }

    /// - Parameter category: that which the issue had by then, where it is known.
    func event(
        _ event: IssueEvent, of issue: Issue, in category: String? = nil
    ) -> EventAnswer {
        let definition = world.definitions.workflow(issue.workflow)?.definition
        let zone = zone(of: issue)
        let fields = world.definitions.fields(ofAction: event.action, in: issue.workflow)
        let persons = Set(fields.filter { $0.form == .person }.map(\.name))
        var answer = EventAnswer(
            sequence: event.sequence, at: time(event.at, zone), action: event.action,
            actionLabel: label(world.definitions.label(ofAction: event.action, in: issue.workflow)),
            from: event.from, to: event.to, fromLabel: state(event.from, issue),
            toLabel: state(event.to, issue), by: person(event.by.person),
            role: event.by.role.rawValue, roleLabel: label(event.by.role.label),
            comment: event.body.comment,
            fields: shown(event.body.fields, persons: persons),
            changes: shown(event.body.set, zone),
            clocks: event.body.clocks.map {
                clock($0, of: definition, zone, amberPercent: 0).withoutMoving
            },
            names: unitNames(in: event, of: fields), digest: Hexadecimal.text(event.digest))
        answer.adoption = event.body.adoption.map { change in
            EventAnswer.Adoption(
                calendar: "\(change.calendar)@\(change.revision)",
                moved: change.moved.map {
                    .init(clock: $0.clock, from: time($0.from, zone), inPlaceOf: $0.inPlaceOf)
                })
        }
        answer.valueLabels = valueLabels(of: event, fields, definition)
        answer.typed = typed(event, fields, of: issue, in: category)
        answer.byUnit = unit(behind: event)
        complete(&answer, event, fields, zone)
        return answer
    }

    /// Adds whom the event named and told, and what it charged to whom.
    private func complete(
        _ answer: inout EventAnswer, _ event: IssueEvent, _ fields: [FieldDefinition],
        _ zone: ZoneTable
    ) {
        let body = event.body
        answer.onBehalfOf = person(body.onBehalfOf)
        answer.fieldLabels = fields.filter { body.fields[$0.name] != nil }
            .reduce(into: [:]) { $0[$1.name] = label($1.label) }
        answer.climb = body.climb.map { climb in
            EventAnswer.Climb(
                from: climb.from, to: climb.to, skipped: climb.skipped,
                holders: climb.holders.compactMap { holder in
                    person(holder.person).map {
                        .init(
                            person: $0, insteadOf: (holder.insteadOf ?? []).compactMap(person),
                            by: holder.by)
                    }
                })
        }
        answer.told = body.told?.compactMap { notice in
            person(notice.person).map {
                EventAnswer.Told(
                    person: $0, audience: notice.audience, insteadOf: person(notice.insteadOf))
            }
        }
        answer.charge = body.charge.flatMap { charge in
            unit(charge.unit, namedAt: event.at).map {
                EventAnswer.Charge(
                    unit: $0, since: time(charge.since, zone), until: time(charge.until, zone),
                    workingSeconds: charge.workingSeconds,
                    dispatchedBy: person(charge.dispatchedBy), wasProposed: charge.wasProposed)
            }
        }
        answer.proposal = body.proposal.map { proposal in
            EventAnswer.Proposed(
                lead: unit(proposal.lead, namedAt: event.at),
                supporting: proposal.supporting.compactMap { unit($0, namedAt: event.at) },
                explanation: text(world.definitions.explanation(of: proposal)),
                basis: proposal.basis)
        }
    }

    private func state(_ name: String, _ issue: Issue) -> LabelAnswer? {
        if name == StateDefinition.unborn { return LabelAnswer(zh: "—", en: "—") }
        return world.definitions.label(ofState: name, in: issue.workflow).map { label($0) }
    }
}

extension ClockAnswer {
    /// The clock as the event left it: no light, no remaining time.
    fileprivate var withoutMoving: ClockAnswer {
        var answer = self
        answer.signal = nil
        answer.isOverdue = nil
        answer.remainder = nil
        answer.remainingWorkingSeconds = nil
        answer.workingDaySeconds = nil
        if endedAt == nil { answer.overdueWorkingSeconds = nil }
        return answer
    }
}
