package import Languages

extension Right {
    /// What people call those who have the right, without the conditions of single persons.
    package var label: Label {
        let role = role.label
        return switch relation {
        case .filer: Label(zh: "登记该问题的\(role.zh)", en: "the \(role.en) who filed the issue")
        case .pairedOfficer:
            Label(zh: "包联该企业的\(role.zh)", en: "the \(role.en) paired with the enterprise")
        case .leadUnit: Label(zh: "主办单位的\(role.zh)", en: "the \(role.en) of the lead unit")
        case .supportingUnit:
            Label(zh: "协办单位的\(role.zh)", en: "the \(role.en) of a supporting unit")
        case .office: Label(zh: "负责该问题的\(role.zh)", en: "the \(role.en) that has the issue")
        case .category:
            Label(zh: "对口的\(role.zh)", en: "the \(role.en) of the category or division")
        case .levelHolder:
            Label(zh: "提级责任人中的\(role.zh)", en: "the \(role.en) named at the issue's level")
        case .leaderInCharge: Label(zh: "分管的\(role.zh)", en: "the \(role.en) in charge")
        case .assignedHandler: Label(zh: "指定的\(role.zh)", en: "the \(role.en) who was named")
        case .any: Label(zh: role.zh, en: "a \(role.en)")
        }
    }
}

extension ActionDefinition {
    /// Who may take the action in a state, each once, in the order of its rights; whoever may not
    /// be the same person as somebody else is told so.
    package func holders(
        in state: String, calling label: (_ action: String) -> Label?
    ) -> [Label] {
        let held = rights.filter { $0.states.isEmpty || $0.states.contains(state) }
        var seen: Set<Label> = []
        return (held.isEmpty ? rights : held).map { right in
            let others = right.notSamePersonAs.compactMap(label)
            guard !others.isEmpty else { return right.label }
            let (zh, en) = (others.map(\.zh), others.map(\.en))
            return Label(
                zh: "\(right.label.zh)（不得是办理“\(zh.joined(separator: "”“"))”的本人）",
                en: "\(right.label.en) (not whoever took “\(en.joined(separator: "”, “"))”)")
        }.filter { seen.insert($0).inserted }
    }
}

extension WorkflowDefinition {
    /// Who may take an action in a state.
    package func holders(of action: ActionDefinition, in state: String) -> [Label] {
        action.holders(in: state) { self.action($0)?.label }
    }
}
