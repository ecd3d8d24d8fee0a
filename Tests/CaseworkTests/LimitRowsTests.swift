import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// The table of time limits, written from the domain (§6) and not from the files.
enum LimitRows {
    static let classes = ["U", "D", "C", "B", "A"]

    /// A clock, then its limit in each class, `-` for none.
    static let rows: [(clock: String, limits: [String])] = [
        ("accept", ["1ch", "4h", "1wd", "1wd", "1wd"]),
        ("acknowledge", ["2ch", "4h", "4h", "4h", "4h"]),
        ("arrange", ["4ch", "-", "1wd", "1wd", "1wd"]),
        ("objection", ["1ch", "-", "1wd", "1wd", "1wd"]),
        ("ruling", ["1ch", "-", "0wd", "0wd", "0wd"]),
        ("firstReport", ["24ch", "-", "3wd", "3wd", "3wd"]),
        ("support", ["4ch", "-", "3wd", "3wd", "3wd"]),
        ("resolve", ["1wd", "1wd", "7wd", "15wd", "1mo"]),
        ("nextReport", ["1wd", "-", "-", "7wd", "7wd"]),
        ("review", ["1wd", "1wd", "1wd", "2wd", "2wd"]),
        ("callBack", ["1wd", "-", "1wd", "1wd", "1wd"]),
        ("evaluate", ["5wd", "5wd", "5wd", "5wd", "5wd"]),
    ]
    static let amber = [50, 75, 70, 70, 70]

    /// What differs in 三送一强: five days for the ordinary class, and send-backs are not ruled on.
    static func limit(_ clock: String, _ name: String, in workflow: String) -> String? {
        guard workflow == "three-deliveries" else { return ours(clock, name) }
        if clock == "ruling" { return nil }
        return clock == "resolve" && name == "C" ? "5wd" : ours(clock, name)
    }

    private static func ours(_ clock: String, _ name: String) -> String? {
        guard let row = rows.first(where: { $0.clock == clock }),
            let column = classes.firstIndex(of: name)
        else { return nil }
        return row.limits[column] == "-" ? nil : row.limits[column]
    }
}

@Suite struct `The time limits of both campaigns` {
    @Test(arguments: `Random paths`.workflows)
    func `are those of the domain`(name: String) throws {
        let definition = DemoWorld.workflow(name).definition
        for (column, className) in LimitRows.classes.enumerated() {
            let issueClass = try #require(definition.issueClass(className))
            for (clock, _) in LimitRows.rows {
                #expect(
                    issueClass.limits[clock]?.description
                        == LimitRows.limit(clock, className, in: name), "\(className) \(clock)")
            }
            #expect(issueClass.amberPercent == LimitRows.amber[column])
        }
    }

    @Test(arguments: LimitRows.classes)
    func `run on an issue that is dispatched`(className: String) throws {
        let story = try Story.dispatched(class: className, supporting: ["commerce"])
        let calendar = DemoWorld.calendar
        for clock in [
            "acknowledge", "arrange", "objection", "firstReport", "support", "resolve",
            "nextReport",
        ] {
            let running = story.clock(clock)
            let limit = LimitRows.limit(clock, className, in: "enterprise-assistance")
            #expect(running?.limit.description == limit, "\(clock)")
            guard let running else { continue }
            let due = try calendar.deadline(from: running.startedAt, limit: running.limit).at
            #expect(running.dueAt == due && running.originalDueAt == due)
        }
    }

    @Test(arguments: LimitRows.classes)
    func `allow the extensions of the domain`(className: String) throws {
        let allowed = DemoWorld.assistance.definition.issueClass(className)?.extensions
        switch className {
        case "C": #expect(allowed == .init(atMostTimes: 1, totalWorkingDays: 7))
        case "B": #expect(allowed?.totalWorkingDays == 30)
        case "A": #expect(allowed == .init(atMostTimes: 2, totalWorkingDays: nil))
        default: #expect(allowed == nil)
        }
    }

    @Test(arguments: `Random paths`.workflows)
    func `ring as the domain says when nothing happens`(name: String) throws {
        let definition = DemoWorld.workflow(name).definition
        let resolve = try #require(definition.clock("resolve"))
        let marks = resolve.marks.map { "\($0.moment.words) \($0.action)" }
        #expect(
            marks == [
                "amber warn", "due breach", "+1wd remindOverdue", "+3wd escalate",
                "+5wd giveRedCard",
            ])
        let urgent = try #require(definition.issueClass("U")?.marks["resolve"])
        #expect(
            urgent.map { "\($0.moment.words) \($0.action)" }
                == ["amber warn", "due breach", "+4ch escalate", "+1wd giveRedCard"])
        let major = try #require(definition.issueClass("A")?.marks["resolve"])
        #expect(major.contains { $0.moment.words == "-7wd" && $0.action == "climbAhead" })
        let escalate = try #require(definition.action("escalate"))
        #expect(escalate.effects.contains(.giveCard(.yellow)))
        #expect(escalate.effects.contains(.raiseLevel(whenCounter: nil, reaches: 0)))
        #expect(definition.clock("ladder")?.limit?.description == "2wd")
    }

    @Test func `send what is open for three days to coordination in 三送一强`() {
        let definition = DemoWorld.deliveries.definition
        let clock = definition.clock("coordination")
        #expect(clock?.limit?.description == "3wd")
        #expect(clock?.marks.map(\.action) == ["conveneAutomatically"])
    }
}
