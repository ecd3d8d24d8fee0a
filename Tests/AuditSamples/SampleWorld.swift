package import Auditing
package import Casework
import Languages
package import Workflow
package import WorkingTime

/// A small city: one district, two departments, two campaign offices, a handful of people.
package enum SampleWorld {
    /// - Parameter next: the version that issues may go over to.
    package static func make(next: WorkflowDefinition? = nil) throws -> World {
        World(
            definitions: PublishedDefinitions(
                [PublishedWorkflow(id: Identifier(1), version: 1, definition: workflow)]
                    + [next].compactMap { $0 }.map {
                        PublishedWorkflow(id: Identifier(2), version: 2, definition: $0)
                    }),
            calendars: PublishedCalendars([try calendar()]), directory: directory,
            routing: RoutingTable(rules: []),
            ladders: Ladders(handling: Ladder(levels: []), service: Ladder(levels: [])))
    }

    package static func calendar() throws -> WorkingCalendar {
        let spans = [try OfficeSpan("09:00-12:00"), try OfficeSpan("13:30-17:30")]
        let weekdays = Weekday.allCases.prefix(5)
        return try WorkingCalendar(
            CalendarDefinition(
                name: "cn", timeZone: "Asia/Shanghai",
                week: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, spans) }),
                publishedUntil: try CalendarDate("2026-12-31"), firstYear: 2026),
            revision: 1)
    }

    package static func month(
        _ text: String = "2026-10", until: Instant? = nil
    ) throws -> AuditMonth {
        AuditMonth(month: try CalendarMonth(text), zone: try calendar().zone, until: until)
    }

    /// Reads a wall time in Zhengzhou, e.g. `2026-10-09T17:30`.
    package static func at(_ text: String) throws -> Instant {
        try Instant(rfc3339: text + (text.count == 16 ? ":00+08:00" : "+08:00"))
    }

    package static let enterprise = Enterprise(
        id: Identifier(7), creditCode: "911100001016237410", name: "示例, 企业", division: "410105",
        tags: [])

    package static let handler = PersonID(1)
    package static let officer = PersonID(2)

    private static let directory = Directory(
        units: [
            unit(1, "CITY-OFFICE", "市活动办", .campaignOffice, "410100"),
            unit(2, "JS-OFFICE", "金水区活动办", .campaignOffice, "410105"),
            unit(3, "FIN", "市金融局", .governmentDepartment, "410100"),
            unit(4, "IND", "市工信局", .governmentDepartment, "410100"),
        ],
        persons: [
            person(1, "handler.li", "13800001111"), person(2, "office.wang", "13900002222"),
        ],
        divisions: [
            Division(code: "410100", name: Label(zh: "郑州市", en: "Zhengzhou"), parent: nil),
            Division(code: "410105", name: Label(zh: "金水区", en: "Jinshui"), parent: "410100"),
        ])

    private static func unit(
        _ id: Int64, _ code: String, _ name: String, _ kind: Unit.Kind, _ division: String
    ) -> Unit {
        Unit(
            id: UnitID(id), code: code, name: Label(zh: name, en: code), kind: kind, parent: nil,
            division: division, functions: [], categories: [], aliases: [])
    }

    private static func person(_ id: Int64, _ login: String, _ phone: String) -> Person {
        Person(
            id: PersonID(id), login: login, name: login, phone: phone, grants: [],
            pairedEnterprises: [])
    }

    private static let workflow = WorkflowDefinition(
        id: "sample", label: Label(zh: "样例", en: "Sample"), calendar: "cn",
        requiresDeliveryKind: false, defaultClass: "C",
        states: [
            state("submitted", .initial, "待受理"), state("accepted", .active, "已受理"),
            state("dispatched", .active, "已交办"), state("inHandling", .active, "办理中"),
            state("sendBackReview", .active, "退单裁定"), state("rework", .active, "重办"),
            state("reportedResolved", .active, "待审核"),
            state("awaitingEvaluation", .waiting, "待评价"),
            state("closedOut", .terminal, "已销号"), state("declined", .terminal, "不予受理"),
            state("withdrawn", .terminal, "已撤单"), state("merged", .terminal, "已并单"),
            state("divided", .terminal, "已拆分"),
        ],
        classes: [],
        categories: [.init(code: "FIN", label: Label(zh: "融资、银企对接", en: "Finance"))],
        clocks: [
            ClockDefinition(
                kind: "resolve", label: Label(zh: "办结", en: "Resolution"), party: .leadUnit,
                marks: [], limit: nil)
        ], actions: [],
        roles: WorkflowRoles(
            states: [
                .closed: ["closedOut"], .handledElsewhere: ["merged", "divided"],
                .undone: ["declined", "withdrawn"],
            ],
            actions: [
                .acknowledgement: ["acknowledge"],
                .automaticAcknowledgement: ["acknowledgeAutomatically"],
                .evaluation: ["evaluate"],
            ],
            clocks: [
                .resolution: ["resolve"], .acknowledgement: ["acknowledge"],
                .firstReport: ["firstReport"],
            ],
            counters: [
                .dispatches: ["dispatches"], .sendBacks: ["sendBacks"],
                .upheldSendBacks: ["upheldSendBacks"], .extensions: ["extensions"],
                .reworks: ["reworks"], .recurrences: ["recurrences"],
            ],
            fields: [.proof: ["evidence", "reference"]],
            values: [
                .solved: ["solved"], .satisfied: ["satisfied", "basicallySatisfied"],
                .dissatisfied: ["dissatisfied"],
            ]))

    /// The workflow with other names, for whatever they are the names of.
    package static func workflow(calling names: [String: String]) -> WorkflowDefinition {
        func name(_ own: String) -> String { names[own] ?? own }
        return WorkflowDefinition(
            id: workflow.id, version: 2, label: workflow.label, calendar: workflow.calendar,
            requiresDeliveryKind: false, defaultClass: workflow.defaultClass,
            states: workflow.states.map { state(name($0.name), $0.kind, $0.label.zh) },
            classes: [], categories: workflow.categories, clocks: workflow.clocks, actions: [],
            roles: workflow.roles.mapped(name))
    }

    private static func state(
        _ name: String, _ kind: StateDefinition.Kind, _ zh: String
    ) -> StateDefinition {
        StateDefinition(name: name, kind: kind, label: Label(zh: zh, en: name))
    }
}
