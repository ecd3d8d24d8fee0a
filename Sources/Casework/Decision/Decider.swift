import Languages
import Workflow
import WorkingTime

/// Decides commands. The one place where the rules of the workflow are applied.
package struct Decider: Sendable {
    let world: World

    package init(world: World) {
        self.world = world
    }

    /// Decides one command on one issue, in the order of checks that the API promises:
    /// existence, key, version, right, state, values, guards.
    ///
    /// - Parameter loaded: what `needs(of:)` asks for.
    package func decide(_ command: Command, on loaded: LoadedIssue) -> Verdict {
        do {
            guard let issue = loaded.issue,
                world.directory.scope(of: command.principal, at: command.receivedAt)
                    .sees(issue, in: world.directory)
            else { throw Refusal.unknownIssue }
            if let earlier = loaded.earlier { return try replay(command, earlier, of: issue.id) }
            // Only the newest link acts; a retry through an older one found its answer above.
            if case .enterprise(_, let link) = command.principal,
                link < issue.attributes.count(.links)
            {
                throw Refusal.linkSpent
            }
            guard command.expected.fits(issue.sequence) else {
                throw Refusal.stale(version: issue.sequence)
            }
            return owed(after: try verdict(command, on: issue, loaded), from: issue)
        } catch let refusal as Refusal {
            return .refused(named(refusal, for: command, on: loaded.issue))
        } catch let fault as WorldFault {
            return .failed(fault)
        } catch {
            return .failed(WorldFault("\(error)"))
        }
    }

    /// Gives the faults of an action's fields the labels that people know these by.
    private func named(
        _ refusal: Refusal, for command: Command, on issue: Issue?
    ) -> Refusal {
        guard case .invalidFields(let faults) = refusal, let issue,
            case .act(let name, _, _) = command.intent,
            let action = world.definitions.workflow(issue.workflow)?.definition.action(name)
        else { return refusal }
        return .invalidFields(faults.map { $0.named(by: action) })
    }

    /// Adds what becomes of what is owed.
    private func owed(after verdict: Verdict, from issue: Issue) -> Verdict {
        guard case .decided(var decision) = verdict else { return verdict }
        decision.duties = world.definitions.dutyChange(of: issue, by: decision.events)
        decision.birthDuties = decision.newIssues.map(world.definitions.duties)
        return .decided(decision)
    }

    private func replay(
        _ command: Command, _ earlier: EarlierUse, of issue: IssueID
    ) throws(Refusal) -> Verdict {
        guard earlier.requestDigest == command.requestDigest else { throw .keyReused }
        return .replay(issue, sequence: earlier.sequence)
    }

    private func verdict(
        _ command: Command, on issue: Issue, _ loaded: LoadedIssue
    ) throws -> Verdict {
        let at = max(command.receivedAt, issue.updatedAt)
        var (events, settled) = try settle(issue, until: at)
        switch command.intent {
        case .administer(let act, let person):
            let terms = AdministrativeTerms(
                person: person, key: command.key, requestDigest: command.requestDigest, at: at)
            guard let (event, after) = try act.change(settled, terms, by: self) else { break }
            return .decided(Decision(events: events + [event], after: after, newIssues: []))
        case .act, .settle: break
        }
        guard case .act(let name, let comment, let fields) = command.intent else {
            return events.isEmpty
                ? .nothing : .decided(Decision(events: events, after: settled, newIssues: []))
        }
        let workflow = try workflow(of: issue)
        let situation = try situation(
            command, name, fields, workflow: workflow, on: settled, naming: loaded.named, at: at)
        if let problem = comment.flatMap(TextRule.commentProblem) {
            throw Refusal.invalidComment(problem)
        }
        let transition = try transition(situation, on: settled)
        let (event, after) = try act(
            situation, transition, on: settled, comment: comment, key: command.key,
            requestDigest: command.requestDigest)
        events.append(event)
        settled = after
        let newIssues = try split(situation, transition, from: settled, command, loaded.drawnIDs)
        return .decided(Decision(events: events, after: settled, newIssues: newIssues))
    }

    /// Checks action, right, state and values; the guards come with the transition.
    private func situation(
        _ command: Command, _ name: String, _ fields: [String: FieldValue],
        workflow: PublishedWorkflow, on issue: Issue, naming named: [Issue], at: Instant
    ) throws -> Situation {
        let principal = command.principal
        let definition = workflow.definition
        guard let action = definition.action(name), !action.isAutomatic || principal == .system
        else {
            throw Refusal.unknownAction(
                name, meaning: definition.actionWords.meaning(of: name),
                known: definition.actions.filter { !$0.isAutomatic }.map(\.name))
        }
        guard
            let standing = authority(of: principal, at: at)
                .standing(for: action, on: issue)
        else {
            throw Refusal.forbidden(
                action: NamedAction(action),
                holders: definition.holders(of: action, in: issue.state))
        }
        // What is over needs no values: they would be asked for in vain.
        guard !action.transitions(from: issue.state).isEmpty else {
            throw notNow(action, definition, on: issue, by: principal, at: at)
        }
        let calendar = try currentCalendar(definition)
        var check = FieldCheck(
            definition: definition, directory: world.directory,
            issue: issue, issuesNamed: issuesNamed(by: command, name, named, on: issue), at: at,
            today: calendar.zone.date(at: at))
        return Situation(
            world: world, workflow: workflow, calendar: calendar, at: at,
            principal: principal, standing: standing, action: action,
            fields: try check.check(fields, for: action))
    }

    /// Judges the issues that fields name as they stand now; what the principal may not see does not
    /// exist for it. What follows from another issue names that one, whatever became of it.
    private func issuesNamed(
        by command: Command, _ action: String, _ named: [Issue], on issue: Issue
    ) -> [String: IssueNaming] {
        var namings = [issue.number: IssueNaming.itself]
        let scope = world.directory.scope(of: command.principal, at: command.receivedAt)
        for other in named
        where other.id != issue.id && scope.sees(other, in: world.directory) {
            namings[other.number] =
                command.principal == .system
                ? .fit : world.definitions.naming(other, for: action, on: issue)
        }
        return namings
    }

    func transition(
        _ situation: Situation, on issue: Issue
    ) throws(Refusal) -> ActionDefinition.Transition {
        let candidates = situation.action.transitions(from: issue.state)
        guard !candidates.isEmpty else {
            throw notNow(
                situation.action, situation.workflow.definition, on: issue,
                by: situation.principal, at: situation.at)
        }
        if let failure = GuardCheck(situation: situation, issue: issue).firstFailure() {
            throw .guardFailed(
                action: NamedAction(situation.action), failure: failure,
                allowed: allowedActions(on: issue, by: situation.principal, at: situation.at))
        }
        guard let chosen = candidates.first(where: { matches($0, situation.fields) }) else {
            let names = Set(candidates.flatMap(\.when.keys)).sorted()
            throw .invalidFields(
                names.map {
                    FieldFault(field: $0, zh: "必填：由它决定下一状态", en: "decides where this leads")
                })
        }
        return chosen
    }

    private func notNow(
        _ action: ActionDefinition, _ definition: WorkflowDefinition, on issue: Issue,
        by principal: Principal, at instant: Instant
    ) -> Refusal {
        .notAllowedNow(
            action: NamedAction(action),
            state: definition.state(issue.state)?.label
                ?? Label(zh: issue.state, en: issue.state),
            allowed: allowedActions(on: issue, by: principal, at: instant))
    }

    private func matches(
        _ transition: ActionDefinition.Transition, _ fields: [String: FieldValue]
    ) -> Bool {
        transition.when.allSatisfy { name, values in
            fields[name]?.text.map(values.contains) ?? false
        }
    }

    func authority(of principal: Principal, at instant: Instant) -> Authority {
        Authority(of: principal, in: world.directory, by: world.ladders, at: instant)
    }

    func workflow(of issue: Issue) throws(WorldFault) -> PublishedWorkflow {
        guard let workflow = world.definitions.workflow(issue.workflow) else {
            throw WorldFault("the workflow version \(issue.workflow) is not published")
        }
        return workflow
    }

    func currentCalendar(_ definition: WorkflowDefinition) throws(WorldFault) -> WorkingCalendar {
        guard let calendar = world.calendars.current(definition.calendar) else {
            throw WorldFault("the calendar \(definition.calendar) is not published")
        }
        return calendar
    }
}
