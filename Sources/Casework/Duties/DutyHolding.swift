import Workflow

/// Finds who owes an action on an issue: the posts by which its rights are held.
struct DutyHolding {
    let issue: Issue
    /// The unit whose clock asks; nil where it is no unit's.
    let party: String?

    /// Lists the holders by some rights, each once.
    ///
    /// Of a unit's own the head is not named beside its handlers, nor beside the one who has claimed the
    /// issue: what is theirs the head finds under the unit.
    func holders(by rights: [Right]) -> [DutyHolder] {
        var seen: Set<DutyHolder> = []
        let found = rights.flatMap(holders).filter { seen.insert($0).inserted }
        let own = found.contains { holder in
            switch holder {
            case .unit: true
            case .person(let id): id == issue.attributes.handler
            case .head, .office, .leader, .force, .divisionForce, .role, .enterprise, .paired,
                .pairedWithProject:
                false
            }
        }
        return own ? found.filter { if case .head = $0 { false } else { true } } : found
    }

    /// Tells who stands on one side: the handlers of the lead unit, its head, and the one who has claimed
    /// the issue owe what either of them may do.
    func sides(of holders: [DutyHolder]) -> Set<DutyHolder> {
        Set(
            holders.map { holder in
                switch holder {
                case .unit(let code), .head(let code): return .unit(code)
                case .person(let id):
                    guard id == issue.attributes.handler, let lead = issue.attributes.leadUnit
                    else { return holder }
                    return .unit(lead)
                case .office, .leader, .force, .divisionForce, .role, .enterprise, .paired,
                    .pairedWithProject:
                    return holder
                }
            })
    }

    private func holders(by right: Right) -> [DutyHolder] {
        let attributes = issue.attributes
        return switch right.relation {
        case .filer: issue.serviceOfficer.map { [.person($0)] } ?? paired
        case .pairedOfficer: paired
        case .leadUnit: attributes.leadUnit.map { [post(right.role, at: $0)] } ?? []
        case .supportingUnit:
            (party.map { [$0] } ?? attributes.supportingUnits).map { .unit($0) }
        case .office: attributes.office.map { [.office($0)] } ?? []
        case .category:
            [.force(category: attributes.category), .divisionForce(attributes.division)]
        case .levelHolder: attributes.levelHolders.map(DutyHolder.person)
        case .leaderInCharge:
            (attributes.leadUnit ?? attributes.office).map { [.leader($0)] } ?? []
        case .assignedHandler: attributes.handler.map { [.person($0)] } ?? []
        case .any: [right.role == .enterprise ? .enterprise : .role(right.role)]
        }
    }

    private func post(_ role: Right.Role, at unit: String) -> DutyHolder {
        if role == .unitHead { return .head(unit) }
        return issue.attributes.handler.map(DutyHolder.person) ?? .unit(unit)
    }

    /// Who is paired with what the issue is about.
    var paired: [DutyHolder] {
        if let enterprise = issue.enterprise { return [.paired(enterprise)] }
        return issue.attributes.project.map { [.pairedWithProject($0)] } ?? []
    }
}
