import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// What must hold whatever happens to an issue.
enum Promises {
    /// Checks one verdict.
    static func check(
        _ verdict: Verdict, from before: Casework.Issue, to after: Casework.Issue, _ place: String
    ) throws {
        switch verdict {
        case .decided(let decision):
            #expect(decision.after == after, "\(place)")
            for newIssue in decision.newIssues { check(newIssue, place) }
            checkClocks(before, after, place)
        case .refused, .nothing: #expect(before == after, "\(place)")
        case .replay, .failed: Issue.record("\(place): \(verdict)")
        }
    }

    private static func check(_ newIssue: Decision.NewIssue, _ place: String) {
        #expect(newIssue.event.from == StateDefinition.unborn, "\(place)")
        #expect(newIssue.after.sequence == 1, "\(place)")
        #expect(newIssue.after.liveClocks.map(\.kind) == ["accept"], "\(place)")
    }

    private static func checkClocks(
        _ before: Casework.Issue, _ after: Casework.Issue, _ place: String
    ) {
        let isOpen = DemoWorld.assistance.definition.state(after.state)?.isOpen ?? true
        #expect(isOpen || after.liveClocks.isEmpty, "\(place): clocks live in \(after.state)")
        for old in before.clocks {
            guard let new = after.clocks.first(where: { $0.number == old.number }) else {
                Issue.record("\(place): clock \(old.number) is gone")
                continue
            }
            #expect(new.originalDueAt == old.originalDueAt, "\(place)")
            #expect(old.breachedAt == nil || new.breachedAt == old.breachedAt, "\(place)")
            #expect(!old.isEnded || new == old, "\(place): clock \(old.number) ended twice")
        }
        for clock in after.liveClocks { checkParty(clock, after, place) }
    }

    private static func checkParty(_ clock: Clock, _ issue: Casework.Issue, _ place: String) {
        let what: Comment = "\(place): \(clock.kind) runs for \(clock.party ?? "-")"
        switch DemoWorld.assistance.definition.clock(clock.kind)?.party {
        case .leadUnit: #expect(clock.party == issue.attributes.leadUnit, what)
        case .supportingUnits:
            #expect(issue.attributes.supportingUnits.contains(clock.party ?? ""), what)
        case .office, .enterprise, nil: break
        }
        #expect(Set(clock.passedMarks).count == clock.passedMarks.count, what)
    }

    /// Checks a whole history.
    static func check(_ story: Story, from unborn: Casework.Issue, _ place: String) throws {
        var folded = unborn
        var digest: [UInt8] = []
        let moves = Set(DemoWorld.assistance.definition.moves)
        for (index, event) in story.events.enumerated() {
            let what: Comment = "\(place), event \(index + 1) \(event.action)"
            #expect(event.sequence == index + 1, what)
            #expect(event.from == folded.state, what)
            #expect(
                moves.contains(Move(from: event.from, action: event.action, to: event.to)), what)
            #expect(event.at >= folded.updatedAt, what)
            #expect(event.previousDigest == digest, what)
            #expect(event.digest == event.computedDigest(), what)
            checkTold(event, folded, what)
            digest = event.digest
            folded.apply(event)
        }
        #expect(folded == story.issue, "\(place)")
        #expect(Set(story.events.map(\.key)).count == story.events.count, "\(place)")
    }

    private static func checkTold(
        _ event: IssueEvent, _ before: Casework.Issue, _ what: Comment
    ) {
        var after = before
        after.apply(event)
        for notice in event.body.told ?? [] {
            guard let person = DemoWorld.directory.person(notice.person) else {
                Issue.record("\(what): nobody has the id \(notice.person)")
                continue
            }
            let scope = Scope(of: .person(person), in: DemoWorld.directory)
            #expect(scope.sees(after, in: DemoWorld.directory), "\(what): \(person.login) told")
        }
    }
}
