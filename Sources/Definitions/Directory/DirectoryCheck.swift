import Casework
import Languages
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
        unique(draft.divisions.map(\.code), Label(zh: "属地", en: "division"))
        unique(draft.units.map(\.code), Label(zh: "单位", en: "unit"))
        unique(draft.persons.map(\.login), Label(zh: "账号", en: "login"))
        unique(draft.enterprises.map(\.creditCode), Label(zh: "信用代码", en: "credit code"))
    }

    private func unique(_ names: [Placed<String>], _ what: Label) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name.value).inserted {
            log.record(
                .duplicateName, at: name.place,
                Label(
                    zh: "\(what.zh)“\(name.value)”写了两次",
                    en: "the \(what.en) `\(name.value)` is listed twice"),
                Label(zh: "请只留一个", en: "keep one of the two"))
        }
    }

    private func checkReferences() {
        let divisions = draft.divisions.map(\.code.value)
        let named =
            draft.divisions.compactMap(\.parent) + draft.units.map(\.division)
            + draft.enterprises.map(\.division)
        refer(named, to: divisions, .unknownDivision, Label(zh: "属地", en: "division"))
        let units = draft.units.map(\.code.value)
        refer(
            draft.units.compactMap(\.parent), to: units, .unknownUnit, Label(zh: "单位", en: "unit"))
        refer(draft.persons.flatMap(\.units), to: units, .unknownUnit, Label(zh: "单位", en: "unit"))
        refer(
            draft.persons.flatMap(\.enterprises), to: draft.enterprises.map(\.creditCode.value),
            .unknownEnterprise, Label(zh: "企业", en: "enterprise"))
    }

    private func refer(
        _ names: [Placed<String>], to known: [String], _ kind: FaultKind, _ what: Label
    ) {
        let set = Set(known)
        for name in names where !set.contains(name.value) {
            log.recordUnknown(kind, name, what, known: known)
        }
    }

    /// Each unit and division stands after the one above it, so no chain can close upon itself.
    private func checkOrder() {
        checkOrder(draft.units.map { ($0.code, $0.parent) }, Label(zh: "单位", en: "unit"))
        checkOrder(draft.divisions.map { ($0.code, $0.parent) }, Label(zh: "属地", en: "division"))
    }

    private func checkOrder(_ items: [(Placed<String>, Placed<String>?)], _ what: Label) {
        let all = Set(items.map(\.0.value))
        var above: Set<String> = []
        for (name, parent) in items {
            if let parent, all.contains(parent.value), !above.contains(parent.value) {
                log.record(
                    .circularParent, at: parent.place,
                    Label(
                        zh: "“\(name.value)”写在上级“\(parent.value)”之前",
                        en:
                            "`\(name.value)` stands before the \(what.en) above it, `\(parent.value)`"
                    ),
                    Label(
                        zh: "请先写“\(parent.value)”；逐级向上须有终点",
                        en: "list `\(parent.value)` first; a chain must end at a root"))
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
                Label(
                    zh: "“\(enterprise.creditCode.value)”不是统一社会信用代码：\(fault.problem.zh)",
                    en: "`\(enterprise.creditCode.value)` is no valid credit code: "
                        + fault.problem.en),
                fault.remedy)
        }
    }
}
