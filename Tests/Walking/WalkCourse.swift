package import Casework
import Workflow
package import WorkingTime

/// What was asked for in a walk, in order, so that all of it can be asked for again.
package struct WalkCourse: Sendable {
    package enum Step: Sendable {
        /// What the clocks passed by then becomes events.
        case settle(Instant)
        case ask(Command)
    }

    package let filing: Filing
    package internal(set) var steps: [Step] = []
}

extension Walk {
    /// Asks for all of it under a world, and returns what comes of it.
    ///
    /// - Parameters:
    ///   - filing: that of the course, in the words of that world.
    ///   - words: puts a command into the words of that world.
    package static func events(
        of course: WalkCourse, in world: World, filed filing: Filing,
        asking words: (Command) -> Command
    ) throws -> (events: [IssueEvent], after: Issue) {
        let newIssue = try DemoFiling.newIssue(
            of: filing, for: try enterprise(in: world), in: world)
        let decider = Decider(world: world)
        var (events, issue) = ([newIssue.event], newIssue.after)
        for step in course.steps {
            switch step {
            case .settle(let instant):
                let (marks, after) = try decider.settle(issue, until: instant)
                events += marks
                issue = after
            case .ask(let asked):
                let command = words(asked)
                let given = try loaded(issue, for: command, in: world)
                guard case .decided(let decision) = decider.decide(command, on: given) else {
                    continue
                }
                events += decision.events
                issue = decision.after
            }
        }
        return (events, issue)
    }

    static func loaded(
        _ issue: Issue, for command: Command, in world: World
    ) throws -> LoadedIssue {
        guard case .act(let name, _, _) = command.intent,
            let action = world.definitions.workflow(issue.workflow)?.definition.action(name)
        else { throw Fault("nothing of the kind can be asked for") }
        let drawn = (0..<Decider(world: world).needs(of: command).newIssueCount).map {
            IssueID(Int64(100 + $0))
        }
        return LoadedIssue(
            issue: issue, drawnIDs: drawn, named: [companion(of: issue, for: action)])
    }

    static func enterprise(in world: World) throws -> EnterpriseID {
        guard
            let enterprise = world.directory.person(login: "officer1")?.pairedEnterprises.min()
        else { throw Fault("the demonstration has changed") }
        return enterprise
    }
}
