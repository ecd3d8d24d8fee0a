import Workflow
package import WorkingTime

/// One thing that is owed on an issue, as it concerns a person.
package struct ConcerningDuty: Sendable {
    package let duty: Duty
    package let part: DutyRow.Part
    package let classRank: Int

    /// Whether it is the person's to do something for it.
    package var isOwn: Bool {
        switch part {
        case .owes, .substitutes, .helps: true
        case .within, .waits: false
        }
    }
}

extension DutyConcern {
    /// Lists what is owed on an issue as it stands, what is due first before the rest.
    package func duties(on issue: Issue) -> [ConcerningDuty] {
        guard let workflow = world.definitions.workflow(issue.workflow) else { return [] }
        let definition = workflow.definition
        let issueClass = issue.attributes.issueClass ?? definition.defaultClass
        let rank = definition.issueClass(issueClass)?.rank ?? 0
        return DutyCalculation(of: issue, in: workflow).duties().map { duty in
            ConcerningDuty(
                duty: duty, part: part(of: duty.rows(classRank: rank), on: issue), classRank: rank)
        }.sorted { one, other in
            (one.duty.dueAt ?? .distantFuture, one.duty.slot.number)
                < (other.duty.dueAt ?? .distantFuture, other.duty.slot.number)
        }
    }
}

extension Issue {
    /// The clock that asks for a duty, or by whose deadline something is owed in the state.
    package func clock(askingFor slot: Duty.Slot, dueAt: Instant?) -> Clock? {
        switch slot {
        case .clock(let number): clocks.first { $0.number == number }
        case .state: liveClocks.last { $0.dueAt == dueAt }
        case .onward: nil
        }
    }

    /// At its very instant a duty can still be done, unless the mark of that instant has rung.
    package func isOverdue(_ duty: Duty, at instant: Instant) -> Bool {
        guard let dueAt = duty.dueAt else { return false }
        let clock = clock(askingFor: duty.slot, dueAt: dueAt)
        return instant > dueAt || (clock?.isBreached ?? false)
    }
}
