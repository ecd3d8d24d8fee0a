import Languages

extension Right {
    /// Says in words who has the right.
    package var words: String {
        let others = notSamePersonAs.map { "`\($0)`" }.joined(separator: ", ")
        let places = states.map { "`\($0)`" }.joined(separator: ", ")
        return "\(role.label.en)\(relationWords)"
            + (places.isEmpty ? "" : ", in \(places)")
            + (others.isEmpty ? "" : ", but not whoever took \(others) last")
    }

    private var relationWords: String {
        switch relation {
        case .filer: " who filed the issue"
        case .pairedOfficer: " paired with the enterprise"
        case .leadUnit: " of the lead unit"
        case .supportingUnit: " of a supporting unit"
        case .office: " that has the issue"
        case .category: " of the category or division"
        case .levelHolder: " named at the level of attention"
        case .leaderInCharge: " in charge"
        case .assignedHandler: " who was named"
        case .any: ""
        }
    }
}
