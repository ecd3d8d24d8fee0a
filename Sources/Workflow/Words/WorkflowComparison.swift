package import Languages
import WorkingTime

/// Says in words what changes from one version of a workflow to another.
package enum WorkflowComparison {
    /// Lists the differences, in the order of the definition; empty where the two mean the same.
    package static func lines(
        _ old: WorkflowDefinition, _ new: WorkflowDefinition, in language: Language
    ) -> [String] {
        var comparison = Comparison(in: language)
        comparison.note(Label(zh: "工作流", en: "workflow"), old.id, new.id)
        comparison.note(Label(zh: "标签", en: "label"), old.label.words, new.label.words)
        comparison.note(Label(zh: "工作日历", en: "calendar"), old.calendar, new.calendar)
        comparison.note(Label(zh: "默认分类", en: "default class"), old.defaultClass, new.defaultClass)
        comparison.note(
            Label(zh: "送的种类", en: "delivery kind"), needed(old.requiresDeliveryKind, in: language),
            needed(new.requiresDeliveryKind, in: language))
        comparison.note(Label(zh: "对象", en: "subject"), old.subject.rawValue, new.subject.rawValue)
        comparison.note(
            Label(zh: "状态", en: "state"), old.states, new.states, name: \.name, label: \.label
        ) {
            $0.note($0.part($1, Label(zh: "种类", en: "kind")), $2.kind.rawValue, $3.kind.rawValue)
        }
        comparison.note(
            Label(zh: "类别", en: "category"), old.categories, new.categories, name: \.code,
            label: \.label,
            compare: categories)
        comparison.note(
            Label(zh: "分类", en: "class"), old.classes, new.classes, name: \.name, label: \.label,
            compare: classes)
        comparison.note(
            Label(zh: "计数", en: "counter"), old.counters, new.counters, name: \.name, label: \.label
        ) { _, _, _, _ in }
        comparison.note(
            Label(zh: "时限", en: "clock"), old.clocks, new.clocks, name: \.kind, label: \.label,
            compare: clocks)
        comparison.note(
            Label(zh: "动作", en: "action"), old.actions, new.actions, name: \.name, label: \.label
        ) { comparison, subject, before, after in
            comparison.note(
                comparison.part(subject, Label(zh: "走向", en: "way")), ways(before, in: old),
                ways(after, in: new))
            actions(&comparison, subject, before, after)
        }
        duties(&comparison, old.duties, new.duties)
        for (before, after) in zip(old.roles.bindings, new.roles.bindings) {
            comparison.note(
                comparison.named(Label(zh: "用途", en: "role"), "\(before.role)"), before.names,
                after.names)
        }
        return comparison.lines
    }

    private static func categories(
        _ comparison: inout Comparison, _ subject: String, _ old: WorkflowDefinition.Category,
        _ new: WorkflowDefinition.Category
    ) {
        for (what, before, after) in [
            (Label(zh: "需求", en: "need"), old.needs, new.needs),
            (Label(zh: "结果", en: "result"), old.results, new.results),
        ] {
            comparison.note(
                comparison.part(subject, what), before, after, name: \.name, label: \.label
            ) { $0.note($1, $2.words, $3.words) }
        }
    }

    private static func classes(
        _ comparison: inout Comparison, _ subject: String, _ old: ClassDefinition,
        _ new: ClassDefinition
    ) {
        comparison.note(
            comparison.part(subject, Label(zh: "次序", en: "rank")), "\(old.rank)", "\(new.rank)")
        comparison.note(
            comparison.part(subject, Label(zh: "黄灯", en: "amber at")), "\(old.amberPercent) %",
            "\(new.amberPercent) %")
        comparison.note(
            comparison.part(subject, Label(zh: "延期", en: "extension")),
            old.extensions?.words ?? none,
            new.extensions?.words ?? none)
        for clock in Set(old.limits.keys).union(new.limits.keys).sorted() {
            comparison.note(
                comparison.part(subject, Label(zh: "“\(clock)”长短", en: "limit of `\(clock)`")),
                limit(old.limits[clock]), limit(new.limits[clock]))
        }
        for clock in Set(old.marks.keys).union(new.marks.keys).sorted() {
            comparison.note(
                comparison.part(subject, Label(zh: "“\(clock)”节点", en: "mark of `\(clock)`")),
                (old.marks[clock] ?? []).map(\.words),
                (new.marks[clock] ?? []).map(\.words))
        }
    }

    private static func clocks(
        _ comparison: inout Comparison, _ subject: String, _ old: ClockDefinition,
        _ new: ClockDefinition
    ) {
        comparison.note(
            comparison.part(subject, Label(zh: "谁来办", en: "party")), old.party.rawValue,
            new.party.rawValue)
        comparison.note(
            comparison.part(subject, Label(zh: "长短", en: "limit")), limit(old), limit(new))
        comparison.note(comparison.part(subject, Label(zh: "性质", en: "kind")), kind(old), kind(new))
        comparison.note(
            comparison.part(subject, Label(zh: "节点", en: "mark")), old.marks.map(\.words),
            new.marks.map(\.words))
    }

    private static func kind(_ clock: ClockDefinition) -> Label {
        clock.isRight ? Label(zh: "权利", en: "a right") : Label(zh: "应办", en: "owed")
    }

    private static func limit(_ clock: ClockDefinition) -> Label {
        if clock.isDated { return Label(zh: "依所填日期", en: "by date") }
        return clock.limit.map { Label($0.description) } ?? Label(zh: "依分类", en: "by class")
    }

    private static func limit(_ limit: TimeLimit?) -> Label {
        limit.map { Label($0.description) } ?? none
    }

    static let none = Label(zh: "无", en: "none")

    private static func needed(_ isNeeded: Bool, in language: Language) -> String {
        (isNeeded ? Label(zh: "必填", en: "required") : none).text(in: language)
    }

    private static func actions(
        _ comparison: inout Comparison, _ subject: String, _ old: ActionDefinition,
        _ new: ActionDefinition
    ) {
        comparison.note(
            comparison.part(subject, Label(zh: "谁来做", en: "taken by")), taken(old), taken(new))
        comparison.note(
            comparison.part(subject, Label(zh: "有权者", en: "right")), old.rights.map(\.words),
            new.rights.map(\.words))
        comparison.note(
            comparison.part(subject, Label(zh: "字段", en: "field")), old.fields, new.fields,
            name: \.name, label: \.label
        ) {
            $0.note($1, $2.words, $3.words)
            $0.note($0.part($1, Label(zh: "选项", en: "choice")), labels($2), labels($3))
        }
        comparison.note(
            comparison.part(subject, Label(zh: "条件", en: "guard")), old.guards.map(\.words),
            new.guards.map(\.words))
        comparison.note(
            comparison.part(subject, Label(zh: "效果", en: "effect")), old.effects.map(\.words),
            new.effects.map(\.words),
            isOrdered: true)
    }

    private static func taken(_ action: ActionDefinition) -> Label {
        if action.isAutomatic { return Label(zh: "系统", en: "the system") }
        return action.isAdoption
            ? Label(zh: "人，用于旧台账", en: "people, for old ledgers")
            : Label(zh: "人", en: "people")
    }

    /// The ways of an action; what holds for every open state is said once.
    private static func ways(
        _ action: ActionDefinition, in definition: WorkflowDefinition
    ) -> [Label] {
        let open = Set(definition.states.filter(\.isOpen).map(\.name))
        let leaving = action.transitions.filter { open.contains($0.from) }
        let every = Label(zh: "每个在办状态", en: "every open state")
        let kinds = Set(leaving.map { way($0, from: every) })
        guard Set(leaving.map(\.from)) == open, kinds.count == 1 else {
            return action.transitions.map { way($0, from: .name($0.from)) }
        }
        return kinds.sorted { $0.en < $1.en }
            + action.transitions.filter { !open.contains($0.from) }
            .map { way($0, from: .name($0.from)) }
    }

    private static func way(_ way: ActionDefinition.Transition, from: Label) -> Label {
        Label { language in
            let conditions = way.when.sorted { $0.key < $1.key }.map { field, values in
                let names = values.sorted()
                return language(
                    "，“\(field)”为 \(names.joined(separator: " 或 "))",
                    " where `\(field)` is \(names.joined(separator: " or "))")
            }
            let effects =
                way.effects.isEmpty
                ? ""
                : language("；并", "; it ")
                    + language.list(way.effects.map { $0.words.text(in: language) })
            let to =
                way.to == way.from
                ? language("自身", "itself") : Label.name(way.to).text(in: language)
            return from.text(in: language) + language(" 到 ", " to ") + to
                + conditions.joined() + effects
        }
    }

    private static func labels(_ field: FieldDefinition) -> [String] {
        field.choiceLabels.sorted { $0.key < $1.key }.map { "`\($0.key)` (\($0.value.words))" }
    }
}
