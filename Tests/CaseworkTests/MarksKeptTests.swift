import Casework
import Definitions
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `Marks of issues that go over to another version or calendar` {
    @Test(arguments: Course.allCases, [Passage.newLabel, .renamedMarks, .newCalendar])
    func `ring once, at the time that they would have had`(
        course: Course, passage: Passage
    ) throws {
        for name in ["C", "A"] {
            let undisturbed = try course.story(class: name) { _, _ in }
            let moved = try course.story(class: name) { story, at in
                try story.go(passage, at: at)
            }
            let rings = undisturbed.rings
            #expect(rings.contains { $0.hasPrefix("warn ") }, "class \(name)")
            #expect(rings.contains { $0.hasPrefix("breach ") }, "class \(name)")
            #expect(moved.rings == rings, "class \(name)")
            #expect(moved.events.count == undisturbed.events.count + 1)
        }
    }

    @Test func `rang by another name before ring no more, and new ones only ahead`() throws {
        var story = try Story.inHandling()
        try story.wait(until: "10-21 10:00")
        try story.go(.newMarks, at: "10-21 10:00")
        try story.wait(until: "10-30 10:00")
        #expect(
            story.rings.filter { !$0.hasPrefix("climb") }.suffix(4) == [
                "remindOverdue 10-20 17:30", "escalate 10-22 17:30", "remindOverdue 10-23 17:30",
                "giveRedCard 10-26 17:30",
            ])
    }
}

/// What happens to an issue before and after it goes over.
enum Course: CaseIterable {
    case running, extended, held, late, suspended, suspendedToTheEnd, suspendedLate

    func story(
        class name: String, goesOver: (inout Story, String) throws -> Void
    ) throws -> Story {
        var story = try Story.inHandling(class: name)
        let isLong = name == "A"
        let late = isLong ? ["11-10", "11-11", "11-12"] : ["10-20", "10-21", "10-22"]
        switch self {
        case .running: try goesOver(&story, "10-13 10:00")
        case .extended:
            try story.extend(until: isLong ? "2026-11-20" : "2026-10-28", at: "10-13 10:00")
            try goesOver(&story, "10-14 10:00")
        case .held:
            try story.reportResolved(at: "10-13 10:00", signedAt: "10-13 10:30")
            try goesOver(&story, "\(late[1]) 09:00")
            try story.take(
                "rejectResolution", by: "office.410102", at: "\(late[1]) 10:00", ["unmet": "示例"])
        case .late: try goesOver(&story, "\(late[1]) 10:00")
        case .suspended:
            try story.suspend(at: "10-12 14:00")
            try goesOver(&story, "10-14 10:00")
            try story.take("resume", by: "enterprise", at: "10-15 10:00")
        case .suspendedToTheEnd:
            try story.suspend(at: "10-15 09:00")
            try goesOver(&story, "10-21 10:00")
        case .suspendedLate:
            try story.suspend(at: "\(late[0]) 09:00")
            try goesOver(&story, "\(late[1]) 10:00")
            try story.take("resume", by: "enterprise", at: "\(late[2]) 15:00")
        }
        try story.wait(until: "12-31 18:00")
        return story
    }
}

/// How an issue goes over.
enum Passage {
    /// To a version that differs in a label only.
    case newLabel
    /// To one that calls the marks by other names.
    case renamedMarks
    /// To one that has a mark more.
    case newMarks
    /// To a revision of the calendar that moves nothing.
    case newCalendar
}

extension Passage {
    static let version = WorkflowVersionID(77)

    /// The world with the version and the revision that the issue goes over to.
    func world() throws -> World {
        let demo = DemoWorld.world
        let published = PublishedWorkflow(
            id: Self.version, version: 3,
            definition: try DefinitionReader.workflow(text(), file: "next.yaml"))
        return World(
            definitions: PublishedDefinitions([DemoWorld.assistance, published]),
            calendars: PublishedCalendars([
                DemoWorld.calendar,
                try WorkingCalendar(DemoWorld.calendar.definition, revision: 2),
            ]), directory: demo.directory, routing: demo.routing, ladders: demo.ladders)
    }

    private func text() throws -> String {
        let text = try DemoWorld.whole("enterprise-assistance.yaml").source
        let next: String
        switch self {
        case .newLabel, .newCalendar:
            next = text.replacing("{zh: 挂起, en: Suspend}", with: "{zh: 暂停办理, en: Suspend}")
        case .renamedMarks:
            next = text.replacing("      amber: {at: amber", with: "      early: {at: amber")
                .replacing("      sevenBefore: {", with: "      aheadOfIt: {")
                .replacing(
                    "      due: {at: due, action: breach}",
                    with: "      end: {at: due, action: breach}"
                )
                .replacing("      plus3: {", with: "      threeDaysOver: {")
        case .newMarks:
            next = text.replacing(
                "\n      plus3: {at: +3wd, action: escalate}\n",
                with: "\n      plus2: {at: +1wd, action: remindOverdue}\n"
                    + "      plus3: {at: +3wd, action: escalate}\n"
                    + "      plus4: {at: +4wd, action: remindOverdue}\n")
        }
        try #require(next != text)
        return next
    }
}

extension Story {
    /// The actions of resolution's marks, with their times.
    var rings: [String] {
        let marks = [
            "warn", "climbAhead", "breach", "remindOverdue", "escalate", "giveRedCard", "climb",
        ]
        return history.filter {
            marks.contains($0.split(separator: " ").first.map(String.init) ?? "")
        }
    }

    mutating func go(_ passage: Passage, at: String) throws {
        world = try passage.world()
        let by = try person("administrator.system", in: world)
        let intent: Command.Intent =
            switch passage {
            case .newCalendar:
                .administer(CalendarAdoption(calendar: "cn", revision: 2), by: by.id)
            case .newLabel, .renamedMarks, .newMarks:
                .administer(VersionMove(from: issue.workflow, to: Passage.version), by: by.id)
            }
        try administer(intent, at: at)
    }

    mutating func suspend(at: String) throws {
        try take("suspend", by: "industry.head", at: at, ["reason": "示例"])
    }

    mutating func extend(until: String, at: String) throws {
        let plan = FieldValue.list([.object(["on": "2026-10-30", "what": "示例"])])
        try take(
            "requestExtension", by: "industry.head", at: at,
            ["until": .text(until), "reason": "示例", "plan": plan])
        try take(
            "grantExtension", by: "office.410102", at: at,
            ["until": .text(until), "explanation": "示例"])
    }
}
