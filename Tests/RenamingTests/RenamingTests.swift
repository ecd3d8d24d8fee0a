import Auditing
import Casework
import Testing
import Walking
import Workflow
import WorkingTime

@Suite("Other names for every state, action, clock and counter of a campaign")
struct RenamingTests {
    static let campaigns = ["enterprise-assistance", "three-deliveries"]

    /// Walked once for all tests: few enough for a moment, enough for nearly every figure.
    private static let walked = DemoWorld.read {
        try Dictionary(
            uniqueKeysWithValues: campaigns.map { name in
                let workflow = DemoWorld.workflow(name)
                return (name, try (0..<80).map { try RenamedCourse(workflow, seed: $0) })
            })
    }

    private static func courses(_ name: String) throws -> [RenamedCourse] {
        try #require(walked[name])
    }

    @Test("leave none of them as it was", arguments: campaigns)
    func areOthers(name: String) throws {
        let own = DemoWorld.workflow(name).definition
        let other = try #require(RenamedCourse.renamed.definitions.current(name)).definition
        #expect(Set(own.states.map(\.name)).isDisjoint(with: other.states.map(\.name)))
        #expect(Set(own.clocks.map(\.kind)).isDisjoint(with: other.clocks.map(\.kind)))
        #expect(Set(own.counters.map(\.name)).isDisjoint(with: other.counters.map(\.name)))
        let kept = Set(own.actions.map(\.name)).intersection(other.actions.map(\.name))
        #expect(kept == ["file"])
        #expect(own.moves.count == other.moves.count)
    }

    @Test("change nothing that happens to an issue", arguments: campaigns)
    func sameCourse(name: String) throws {
        for course in try Self.courses(name) {
            #expect(course.own.events.count == course.other.events.count)
            for (own, other) in zip(course.own.events, course.other.events) {
                #expect(other.action == Renaming.name(own.action, .actions))
                #expect(other.to == Renaming.name(own.to, .states) && other.at == own.at)
                #expect(
                    other.body.clocks.map(\.dueAt) == own.body.clocks.map(\.dueAt)
                        && other.body.charge == own.body.charge
                        && other.body.told == own.body.told && other.body.climb == own.body.climb)
            }
            let (own, other) = (course.own.issue, course.other.issue)
            #expect(
                RenamedCourse.renamed.definitions.resolution(of: other)?.dueAt
                    == DemoWorld.walked.definitions.resolution(of: own)?.dueAt)
        }
    }

    @Test("change no figure and no flag of a month", arguments: campaigns)
    func sameMonth(name: String) throws {
        let courses = try Self.courses(name)
        for text in ["2026-10", "2026-11"] {
            let month = AuditMonth(
                month: try CalendarMonth(text), zone: DemoWorld.walked.calendars.zone)
            let own = try Figures(courses.map(\.own), month, DemoWorld.walked)
            let other = try Figures(courses.map(\.other), month, RenamedCourse.renamed)
            #expect(own == other, "\(text)")
            let isMoved = own.metrics.filter { $0.denominator > 0 }.map(\.metric)
            #expect(text != "2026-10" || Set(isMoved).count > 20, "\(Set(isMoved))")
        }
    }
}

/// What a month comes to.
private struct Figures: Equatable {
    let metrics: [MetricValue]
    let flags: [[IntegrityFlag]]

    init(_ issues: [RecordedIssue], _ month: AuditMonth, _ world: World) throws {
        var audit = MonthlyAudit(month: month, world: world)
        for issue in issues { try audit.add(issue) }
        let patterns = audit.monthPatterns()
        metrics = audit.metrics()
        flags = try issues.map {
            FlagCheck(
                record: try FoldedRecord($0, month: month, definitions: world.definitions),
                month: month, patterns: patterns, directory: world.directory,
                calendars: world.calendars
            ).flags()
        }
    }
}
