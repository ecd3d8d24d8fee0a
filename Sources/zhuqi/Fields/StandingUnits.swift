import APIModel

/// Puts the units that were typed as an addition beside those that are proposed or there already; whoever
/// names the lead alone keeps them likewise.
struct StandingUnits {
    let assignments: [FieldAssignment]

    /// Tells whether what is sent may differ from issue to issue.
    var mayConcern: Bool {
        assignments.contains { $0.name == Shorthand.lead.field || $0.joining == .adding }
    }

    func joined(for item: ActionsAnswer.Item?) -> [FieldAssignment] {
        let lead = assignments.first { $0.name == Shorthand.lead.field }?.text
        var joined = assignments
        for field in item?.fields ?? [] {
            guard let standing = field.standing?.filter({ $0 != lead }) else { continue }
            let own = assignments.filter { $0.name == field.name }
            let isLeadAlone = own.isEmpty && lead != nil
            guard isLeadAlone || own.contains(where: { $0.joining == .adding }) else { continue }
            let added = own.flatMap { FieldForm.codes($0.text) }.filter { !standing.contains($0) }
            let units = standing + added
            joined.removeAll { $0.name == field.name }
            joined.append(
                FieldAssignment(name: field.name, text: units.joined(separator: ",")))
        }
        return joined
    }
}
