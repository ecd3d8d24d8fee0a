package import Casework
package import Workflow
package import WorkingTime

/// Makes up values for the fields of an action: nearly always ones that may be stored.
package struct RandomFields {
    package static let otherIssue = "ZQ2026-999999-1"
    /// The one issue that fields of the form `issue` name.
    private static let units = [
        "industry", "commerce", "humanResources", "developmentReform", "division.410103",
    ]
    package static let evidence = FieldValue.list([
        .object(["kind": .text("photo"), "text": .text("示例材料")])
    ])

    private let world: World
    private let definition: WorkflowDefinition
    /// One field in so many is left out though it is required; 0 for none.
    private let omits: UInt64

    package init(world: World, definition: WorkflowDefinition, omits: UInt64 = 0) {
        self.world = world
        self.definition = definition
        self.omits = omits
    }

    package func values(
        for action: ActionDefinition, in issue: Issue, at: Instant,
        with random: inout SplitMix64
    ) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in action.fields {
            guard field.isRequired || random.next() % 2 == 0 else { continue }
            if omits > 0, random.next() % omits == 0 { continue }
            let category = values["category"]?.text ?? issue.attributes.category
            values[field.name] =
                typed(field.form, in: category) ?? again(field, action, issue, &random)
                ?? value(of: field, issue, at, &random)
        }
        return values
    }

    /// The unit that sent the issue back, now and then: it may do so but once.
    private func again(
        _ field: FieldDefinition, _ action: ActionDefinition, _ issue: Issue,
        _ random: inout SplitMix64
    ) -> FieldValue? {
        guard ["dispatch", "redispatch"].contains(action.name), field.form == .unit,
            let last = issue.attributes.sentBackBy(in: definition.roles).first
                ?? issue.attributes.leadUnit,
            random.next() % 3 == 0
        else { return nil }
        return .text(last)
    }

    private func value(
        of field: FieldDefinition, _ issue: Issue, _ at: Instant, _ random: inout SplitMix64
    ) -> FieldValue? {
        switch field.form {
        case .text: .text("示例\(random.next() % 100)")
        case .issue: .text(Self.otherIssue)
        case .choice(let choices): choices.randomElement(using: &random).map(FieldValue.text)
        case .count: step(issue, &random)
        case .boolean: .boolean(random.next() % 2 == 0)
        // Now and then further off than any deadline may be put.
        case .date: date(issue, at, Int64(random.next() % 8 == 0 ? 90 : 1 + random.next() % 9))
        case .unit: Self.units.randomElement(using: &random).map(FieldValue.text)
        case .units: .list(Self.units.shuffled(using: &random).prefix(2).map(FieldValue.text))
        case .person:
            handlers.randomElement(using: &random).map(FieldValue.text)
        case .issueClass:
            .text(["U", "D", "C", "C", "B", "A", "A"].randomElement(using: &random) ?? "")
        case .category: .text(["LAB", "MKT", "ARR"].randomElement(using: &random) ?? "")
        case .division: .text(["410102", "410103"].randomElement(using: &random) ?? "")
        default: structured(field.form, issue, at, &random)
        }
    }

    private var handlers: [String] {
        ["industry.handler", "commerce.handler", DemoWorld.manyHats, DemoWorld.manyHats]
            .filter { world.directory.person(login: $0) != nil }
    }

    private func structured(
        _ form: FieldDefinition.Form, _ issue: Issue, _ at: Instant, _ random: inout SplitMix64
    ) -> FieldValue? {
        switch form {
        case .evidence: Self.evidence
        case .plan: plan(issue, at, &random)
        case .newIssues:
            .list([
                .object([
                    "category": .text("LAB"), "title": .text("示例"),
                    "description": .text("示例内容"),
                ])
            ])
        case .state:
            definition.states.filter(\.isOpen).randomElement(using: &random)
                .map { .text($0.name) }
        default: nil
        }
    }

    /// Two steps ahead; now and then one that lies behind.
    private func plan(
        _ issue: Issue, _ at: Instant, _ random: inout SplitMix64
    ) -> FieldValue {
        let first = date(issue, at, random.next() % 10 == 0 ? -90 : 2)
        return .list([
            .object(["on": first, "what": .text("示例步骤")]),
            .object(["on": date(issue, at, 9), "what": .text("示例步骤")]),
        ])
    }

    /// Mostly a step that is open.
    private func step(_ issue: Issue, _ random: inout SplitMix64) -> FieldValue {
        let open = issue.liveClocks.compactMap(\.step)
        guard random.next() % 8 > 0, let step = open.randomElement(using: &random) else {
            return .integer(Int64(random.next() % 9))
        }
        return .integer(Int64(step))
    }

    /// Makes up what a category types; nil for fields of other forms.
    func typed(_ form: FieldDefinition.Form, in category: String?) -> FieldValue? {
        guard let types = definition.values(of: form, in: category) else { return nil }
        let values = types.map { type -> (String, FieldValue) in
            switch type.kind {
            case .quantity: (type.name, .integer(12))
            case .date: (type.name, .text("2026-12-01"))
            case .text: (type.name, .text("示例"))
            }
        }
        return .object(Dictionary(uniqueKeysWithValues: values))
    }

    /// Some days after the deadline, so that extensions are granted now and then.
    private func date(_ issue: Issue, _ at: Instant, _ days: Int64) -> FieldValue {
        let from = max(issue.resolution(by: definition.roles)?.dueAt ?? at, at)
        let zone = world.calendars.current(definition.calendar)?.zone ?? .utc
        return .text(zone.date(at: from.adding(seconds: days * 86400)).description)
    }
}
