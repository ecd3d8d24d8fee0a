import Casework
import Workflow

/// Requires that a directory names nothing twice and refers to nothing that it does not hold.
struct DirectoryCheck {
    let draft: DirectoryDraft
    let log: FaultLog

    func check() {
        checkUnique()
        checkReferences()
        checkOrder()
        checkCreditCodes()
        DemoTokenCheck(draft: draft, log: log).check()
    }

    private func checkUnique() {
        unique(draft.divisions.map(\.code), "division")
        unique(draft.units.map(\.code), "unit")
        unique(draft.persons.map(\.login), "login")
        unique(draft.enterprises.map(\.creditCode), "credit code")
    }

    private func unique(_ names: [Placed<String>], _ what: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name.value).inserted {
            log.record(
                .duplicateName, at: name.place, "the \(what) `\(name.value)` is listed twice",
                "keep one of the two")
        }
    }

    private func checkReferences() {
        let divisions = draft.divisions.map(\.code.value)
        let named =
            draft.divisions.compactMap(\.parent) + draft.units.map(\.division)
            + draft.enterprises.map(\.division)
        refer(named, to: divisions, .unknownDivision, "division")
        let units = draft.units.map(\.code.value)
        refer(draft.units.compactMap(\.parent), to: units, .unknownUnit, "unit")
        refer(draft.persons.flatMap(\.units), to: units, .unknownUnit, "unit")
        refer(
            draft.persons.flatMap(\.enterprises), to: draft.enterprises.map(\.creditCode.value),
            .unknownEnterprise, "enterprise")
    }

    private func refer(
        _ names: [Placed<String>], to known: [String], _ kind: FaultKind, _ what: String
    ) {
        let set = Set(known)
        for name in names where !set.contains(name.value) {
            log.recordUnknown(kind, name, what, known: known)
        }
    }

    /// Each unit and division stands after the one above it, so no chain can close upon itself.
    private func checkOrder() {
        checkOrder(draft.units.map { ($0.code, $0.parent) }, "unit")
        checkOrder(draft.divisions.map { ($0.code, $0.parent) }, "division")
    }

    private func checkOrder(_ items: [(Placed<String>, Placed<String>?)], _ what: String) {
        let all = Set(items.map(\.0.value))
        var above: Set<String> = []
        for (name, parent) in items {
            if let parent, all.contains(parent.value), !above.contains(parent.value) {
                log.record(
                    .circularParent, at: parent.place,
                    "`\(name.value)` stands before the \(what) above it, `\(parent.value)`",
                    "list `\(parent.value)` first; a chain must end at a root")
            }
            above.insert(name.value)
        }
    }

    private func checkCreditCodes() {
        for enterprise in draft.enterprises {
            guard let fault = CreditCodeCheck.fault(of: enterprise.creditCode.value) else {
                continue
            }
            log.record(
                .badCreditCode, at: enterprise.creditCode.place,
                "`\(enterprise.creditCode.value)` is no valid credit code: \(fault.problem)",
                fault.remedy)
        }
    }
}
