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

extension Right {
    /// What people call all those together who stand to an issue as this right says, where others of the
    /// rights beside it leave none of them out: both roles of the lead unit are the unit.
    package func wholeLabel(among rights: [Right]) -> Label? {
        let roles = Set(rights.filter { $0.relation == relation }.map(\.role))
        let whole: (roles: Set<Role>, label: Label)? =
            switch relation {
            case .leadUnit: ([.handler, .unitHead], Label(zh: "主办单位", en: "the lead unit"))
            case .supportingUnit:
                ([.handler, .unitHead], Label(zh: "协办单位", en: "a supporting unit"))
            case .office:
                (
                    [.districtOffice, .cityOffice],
                    Label(zh: "负责该问题的活动办", en: "the office that has the issue")
                )
            case .levelHolder:
                (
                    [
                        .serviceOfficer, .unitHead, .districtOffice, .cityOffice, .taskForce,
                        .leader,
                    ],
                    Label(zh: "提级责任人", en: "the officer named at the issue's level")
                )
            case .filer, .pairedOfficer, .category, .leaderInCharge, .assignedHandler, .any: nil
            }
        return whole.flatMap { $0.roles.isSubset(of: roles) ? $0.label : nil }
    }
}

extension ActionDefinition {
    /// Who may take the action in a state, each once, in the order of its rights and in as few words as say
    /// it; whoever may not be the same person as somebody else is told so.
    package func holders(
        in state: String, calling label: (_ action: String) -> Label?
    ) -> [Label] {
        let held = rights.filter { $0.states.isEmpty || $0.states.contains(state) }
        let asked = held.isEmpty ? rights : held
        var seen: Set<Label> = []
        return asked.map { right in
            let alike = asked.filter { $0.notSamePersonAs == right.notSamePersonAs }
            let holders = right.wholeLabel(among: alike) ?? right.label
            let others = right.notSamePersonAs.compactMap(label)
            guard !others.isEmpty else { return holders }
            let (zh, en) = (others.map(\.zh), others.map(\.en))
            return Label(
                zh: "\(holders.zh)（不得是办理“\(zh.joined(separator: "”“"))”的本人）",
                en: "\(holders.en) (not whoever took “\(en.joined(separator: "”, “"))”)")
        }.filter { seen.insert($0).inserted }
    }
}

extension WorkflowDefinition {
    /// Who may take an action in a state.
    package func holders(of action: ActionDefinition, in state: String) -> [Label] {
        action.holders(in: state) { self.action($0)?.label }
    }
}
