import WorkingTime

/// Says in words what changes from one version of a workflow to another.
package enum WorkflowComparison {
    /// Lists the differences, in the order of the definition; empty where the two mean the same.
    package static func lines(_ old: WorkflowDefinition, _ new: WorkflowDefinition) -> [String] {
        var comparison = Comparison()
        comparison.note("workflow", old.id, new.id)
        comparison.note("label", old.label.words, new.label.words)
        comparison.note("calendar", old.calendar, new.calendar)
        comparison.note("default class", old.defaultClass, new.defaultClass)
        comparison.note(
            "delivery kind", old.requiresDeliveryKind ? "required" : "none",
            new.requiresDeliveryKind ? "required" : "none")
        comparison.note("subject", old.subject.rawValue, new.subject.rawValue)
        comparison.note("state", old.states, new.states, name: \.name, label: \.label) {
            $0.note("\($1): kind", $2.kind.rawValue, $3.kind.rawValue)
        }
        comparison.note(
            "category", old.categories, new.categories, name: \.code, label: \.label,
            compare: categories)
        comparison.note(
            "class", old.classes, new.classes, name: \.name, label: \.label, compare: classes)
        comparison.note(
            "counter", old.counters, new.counters, name: \.name, label: \.label
        ) { _, _, _, _ in }
        comparison.note(
            "clock", old.clocks, new.clocks, name: \.kind, label: \.label, compare: clocks)
        comparison.note(
            "action", old.actions, new.actions, name: \.name, label: \.label
        ) { comparison, subject, before, after in
            comparison.note("\(subject): way", ways(before, in: old), ways(after, in: new))
            actions(&comparison, subject, before, after)
        }
        duties(&comparison, old.duties, new.duties)
        for (before, after) in zip(old.roles.bindings, new.roles.bindings) {
            comparison.note("role `\(before.role)`", before.names, after.names)
        }
        return comparison.lines
    }

    private static func categories(
        _ comparison: inout Comparison, _ subject: String, _ old: WorkflowDefinition.Category,
        _ new: WorkflowDefinition.Category
    ) {
        for (what, before, after) in [
            ("need", old.needs, new.needs), ("result", old.results, new.results),
        ] {
            comparison.note(
                "\(subject): \(what)", before, after, name: \.name, label: \.label
            ) { $0.note($1, $2.words, $3.words) }
        }
    }

    private static func classes(
        _ comparison: inout Comparison, _ subject: String, _ old: ClassDefinition,
        _ new: ClassDefinition
    ) {
        comparison.note("\(subject): rank", "\(old.rank)", "\(new.rank)")
        comparison.note("\(subject): amber at", "\(old.amberPercent) %", "\(new.amberPercent) %")
        comparison.note(
            "\(subject): extension", old.extensions?.words ?? "none",
            new.extensions?.words ?? "none")
        for clock in Set(old.limits.keys).union(new.limits.keys).sorted() {
            comparison.note(
                "\(subject): limit of `\(clock)`", old.limits[clock]?.description ?? "none",
                new.limits[clock]?.description ?? "none")
        }
        for clock in Set(old.marks.keys).union(new.marks.keys).sorted() {
            comparison.note(
                "\(subject): mark of `\(clock)`", (old.marks[clock] ?? []).map(\.words),
                (new.marks[clock] ?? []).map(\.words))
        }
    }

    private static func clocks(
        _ comparison: inout Comparison, _ subject: String, _ old: ClockDefinition,
        _ new: ClockDefinition
    ) {
        comparison.note("\(subject): party", old.party.rawValue, new.party.rawValue)
        comparison.note("\(subject): limit", limit(old), limit(new))
        comparison.note("\(subject): kind", kind(old), kind(new))
        comparison.note("\(subject): mark", old.marks.map(\.words), new.marks.map(\.words))
    }

    private static func kind(_ clock: ClockDefinition) -> String {
        clock.isRight ? "a right" : "owed"
    }

    private static func limit(_ clock: ClockDefinition) -> String {
        clock.isDated ? "by date" : clock.limit?.description ?? "by class"
    }

    private static func actions(
        _ comparison: inout Comparison, _ subject: String, _ old: ActionDefinition,
        _ new: ActionDefinition
    ) {
        comparison.note("\(subject): taken by", taken(old), taken(new))
        comparison.note("\(subject): right", old.rights.map(\.words), new.rights.map(\.words))
        comparison.note("\(subject): field", old.fields, new.fields, name: \.name, label: \.label) {
            $0.note($1, $2.words, $3.words)
            $0.note("\($1): choice", labels($2), labels($3))
        }
        comparison.note("\(subject): guard", old.guards.map(\.words), new.guards.map(\.words))
        comparison.note(
            "\(subject): effect", old.effects.map(\.words), new.effects.map(\.words),
            isOrdered: true)
    }

    private static func taken(_ action: ActionDefinition) -> String {
        action.isAutomatic ? "the system" : action.isAdoption ? "people, for old ledgers" : "people"
    }

    /// The ways of an action; what holds for every open state is said once.
    private static func ways(
        _ action: ActionDefinition, in definition: WorkflowDefinition
    ) -> [String] {
        let open = Set(definition.states.filter(\.isOpen).map(\.name))
        let leaving = action.transitions.filter { open.contains($0.from) }
        let kinds = Set(leaving.map { way($0, from: "every open state") })
        guard Set(leaving.map(\.from)) == open, kinds.count == 1 else {
            return action.transitions.map { way($0, from: "`\($0.from)`") }
        }
        return kinds.sorted()
            + action.transitions.filter { !open.contains($0.from) }
            .map { way($0, from: "`\($0.from)`") }
    }

    private static func way(_ way: ActionDefinition.Transition, from: String) -> String {
        let conditions = way.when.sorted { $0.key < $1.key }.map { field, values in
            " where `\(field)` is " + values.sorted().joined(separator: " or ")
        }
        let effects =
            way.effects.isEmpty
            ? "" : "; it " + way.effects.map(\.words).joined(separator: ", ")
        let to = way.to == way.from ? "itself" : "`\(way.to)`"
        return "\(from) to \(to)" + conditions.joined() + effects
    }

    private static func labels(_ field: FieldDefinition) -> [String] {
        field.choiceLabels.sorted { $0.key < $1.key }.map { "`\($0.key)` (\($0.value.words))" }
    }
}
