package import Languages

extension Right {
    /// Says in words who has the right.
    package var words: Label {
        Label { language in
            let others = notSamePersonAs.map { Label.name($0).text(in: language) }
            let places = states.map { Label.name($0).text(in: language) }
            let (taken, within) = (language.list(others), language.list(places))
            return who.text(in: language)
                + (places.isEmpty ? "" : language("，在\(within)", ", in \(within)"))
                + (others.isEmpty
                    ? ""
                    : language("，但不是最后\(taken)的人", ", but not whoever took \(taken) last"))
        }
    }

    private var who: Label {
        let (zh, en) = (role.label.zh, role.label.en)
        return switch relation {
        case .filer: Label(zh: "登记此问题的\(zh)", en: "\(en) who filed the issue")
        case .pairedOfficer: Label(zh: "包联该企业的\(zh)", en: "\(en) paired with the enterprise")
        case .leadUnit: Label(zh: "主办单位的\(zh)", en: "\(en) of the lead unit")
        case .supportingUnit: Label(zh: "协办单位的\(zh)", en: "\(en) of a supporting unit")
        case .office: Label(zh: "受理此问题的\(zh)", en: "\(en) that has the issue")
        case .category: Label(zh: "对口类别或属地的\(zh)", en: "\(en) of the category or division")
        case .levelHolder: Label(zh: "所提级别的\(zh)", en: "\(en) named at the level of attention")
        case .leaderInCharge: Label(zh: "分管的\(zh)", en: "\(en) in charge")
        case .assignedHandler: Label(zh: "指定的\(zh)", en: "\(en) who was named")
        case .any: role.label
        }
    }
}
