import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// Compares what is offered with what is decided.
enum Offers {
    static func check(_ story: Story, _ place: String) throws {
        let at = story.issue.updatedAt.adding(seconds: 1)
        let principals =
            RandomWalk.people.map(Principal.person) + [story.newestLink]
        for principal in principals {
            let scope = Scope(of: principal, in: DemoWorld.directory)
            let options = try Decider(world: story.world)
                .options(on: story.issue, by: principal, at: at)
            for option in options where option.obstacle == nil {
                #expect(
                    scope.sees(story.issue, in: DemoWorld.directory),
                    "\(place): \(option.action.name) offered for what can't be seen")
            }
            guard scope.sees(story.issue, in: DemoWorld.directory) else { continue }
            for option in options { check(option, principal, story, at, place) }
        }
    }

    private static func check(
        _ option: ActionOption, _ principal: Principal, _ story: Story, _ at: Instant,
        _ place: String
    ) {
        var random = SplitMix64(seed: 1)
        var fields = RandomFields.demo.values(
            for: option.action, in: story.issue, at: at, with: &random)
        for field in option.action.fields where fields[field.name] == nil {
            fields[field.name] =
                RandomFields.demo.values(
                    for: option.action, in: story.issue, at: at, with: &random)[field.name]
        }
        var attempt = story
        let verdict = attempt.send(option.action.name, fields, by: principal, at: at)
        let what: Comment = "\(place): \(option.action.name) gave \(verdict)"
        switch (option.obstacle, verdict) {
        case (nil, .decided), (nil, .refused(.invalidFields)): break
        case (nil, .refused(.guardFailed(_, let failure, _))):
            #expect(looksAtField(failure, option.action), what)
        case (.right, .refused(.forbidden)): break
        case (.guarded(let expected), .refused(.guardFailed(_, let failure, _))):
            #expect(expected == failure || looksAtField(failure, option.action), what)
        case (.guarded, .refused(.invalidFields)): break
        default: Issue.record("\(what)")
        }
    }

    private static func looksAtField(_ failure: GuardFailure, _ action: ActionDefinition) -> Bool {
        let names = [
            "planDated", "extensionAllowed", "notComplainedOf", "anotherUnit", "isSet",
            "anotherLead", "leadAbove", "reasonedOverride",
        ]
        return names.contains { failure.name.hasPrefix($0) }
    }
}
