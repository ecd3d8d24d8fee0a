import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    func event(_ event: IssueEvent, of issue: Issue) -> EventAnswer {
        let definition = world.workflow(issue.workflow)?.definition
        let zone = zone(of: issue)
        var answer = EventAnswer(
            sequence: event.sequence, at: time(event.at, zone), action: event.action,
            actionLabel: label(world.label(ofAction: event.action, in: issue.workflow)),
            from: event.from, to: event.to, fromLabel: state(event.from, issue),
            toLabel: state(event.to, issue), by: person(event.by.person),
            role: event.by.role.rawValue, comment: event.body.comment,
            fields: shown(event.body.fields, zone), changes: changes(event, zone),
            clocks: event.body.clocks.map {
                clock($0, of: definition, zone, amberPercent: 0).withoutMoving
            },
            names: names(in: event), digest: Hexadecimal.text(event.digest))
        answer.adoption = event.body.adoption.map { change in
            EventAnswer.Adoption(
                calendar: "\(change.calendar)@\(change.revision)",
                moved: change.moved.map {
                    .init(clock: $0.clock, from: time($0.from, zone), inPlaceOf: $0.inPlaceOf)
                })
        }
        return answer
    }

    private func state(_ name: String, _ issue: Issue) -> LabelAnswer? {
        if name == StateDefinition.unborn { return LabelAnswer(zh: "—", en: "—") }
        return world.label(ofState: name, in: issue.workflow).map { label($0) }
    }

    private func changes(_ event: IssueEvent, _ zone: ZoneTable) -> [String: JSONValue] {
        shown(event.body.set.filter { Self.isShown($0.key) }, zone)
    }

    /// Names the units and people that the event mentions by code or id.
    private func names(in event: IssueEvent) -> [String: String] {
        let values = Array(event.body.set) + Array(event.body.fields)
        return values.reduce(into: [:]) { names, entry in
            if Self.persons.contains(entry.key), let id = entry.value.integer {
                if let person = person(PersonID(id)) { names[person.login] = person.name }
            } else {
                for code in entry.value.list?.compactMap(\.text) ?? [entry.value.text ?? ""] {
                    if let unit = world.directory.unit(code: code) { names[code] = text(unit.name) }
                    if let division = world.directory.division(code) {
                        names[code] = text(division.name)
                    }
                }
            }
        }
    }
}

extension ClockAnswer {
    /// The clock as the event left it: no light, no remaining time.
    fileprivate var withoutMoving: ClockAnswer {
        var answer = self
        answer.signal = nil
        answer.remainingWorkingSeconds = nil
        answer.workingDaySeconds = nil
        if endedAt == nil { answer.overdueWorkingSeconds = nil }
        return answer
    }
}
