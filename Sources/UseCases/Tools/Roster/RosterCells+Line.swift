import Casework
import Languages
import Store
import WorkingTime

/// What holds between the cells of a line.
extension RosterCells {
    mutating func checkTogether() {
        checkSpan()
        let key = table.keys.map { cells[$0] ?? "" }
        if let earlier = references.lines[key] {
            refuse(
                Label(zh: "与第 \(earlier) 行重复", en: "it says the same as line \(earlier)"),
                Label(zh: "请只留一行", en: "keep one of the two"))
        }
        switch table {
        case .units: checkUnit()
        case .pairings: checkPairing()
        case .deputies: checkDeputy()
        case .absences: checkAbsence()
        case .visits:
            if let text = cells["on"], let on = date(text), on > references.today {
                refuse(
                    Label(zh: "走访日期晚于今天", en: "a visit lies in the future"),
                    Label(zh: "请填实际走访的日期", en: "write the day on which it was made"))
            }
        case .enterprises:
            if let text = cells["creditCode"],
                UnifiedSocialCreditCode(text)?.hasValidCheckDigit == false
            {
                warn(
                    Label(
                        zh: "\(text) 的校验码不符：请与营业执照核对",
                        en: "the check character of \(text) does not fit: compare the licence"))
            }
        case .divisions, .unitNames, .chains, .projects, .officers, .grants, .duties: return
        }
    }

    private mutating func checkSpan() {
        guard let from = cells["from"], let until = cells["until"] else { return }
        let isBackwards =
            switch (date(from), date(until), localTime(from), localTime(until)) {
            case (let from?, let until?, _, _): until < from
            case (_, _, let from?, let until?): until <= from
            default: false
            }
        if isBackwards {
            refuse(
                Label(zh: "止早于起", en: "it ends before it begins"),
                Label(zh: "请对调", en: "exchange the two"))
        }
    }

    private mutating func checkUnit() {
        guard let code = cells["code"] else { return }
        if let parent = cells["parent"], references.wouldContainItself(code, below: parent) {
            refuse(
                Label(zh: "“\(code)”会成为自己的下级", en: "`\(code)` would lie within itself"),
                Label(zh: "请另填上级单位", en: "name another unit above it"))
        }
        if let names = references.names[code], names != [cells["nameZh"], cells["nameEn"]] {
            refuse(
                Label(zh: "“\(code)”现名\(names[0])", en: "`\(code)` is called \(names[0])"),
                Label(
                    zh: "新名称连同启用日期填入 unit-names.csv，以前的记录仍用旧名",
                    en: "a new name goes into unit-names.csv with its date, so that records keep "
                        + "the old one")
            )
        }
        if cells["successor"] != nil, cells["dissolvedOn"] == nil {
            refuse(
                Label(zh: "只有撤销的单位才有承接单位", en: "only a dissolved unit has a successor"),
                Label(zh: "请填“撤销日期 dissolvedOn”", en: "fill in 撤销日期 dissolvedOn"))
        }
        if cells["successor"] == code {
            refuse(
                Label(zh: "“\(code)”不能承接自己", en: "`\(code)` succeeds itself"),
                Label(zh: "请另填单位", en: "name another unit"))
        }
    }

    private mutating func checkPairing() {
        let subjects = ["creditCode", "project", "chain"].filter { cells[$0] != nil }
        guard subjects.count != 1 else { return }
        refuse(
            Label(
                zh: "包联只能有一个对象，这里有 \(subjects.count) 个",
                en: "a pairing has one subject, this has \(subjects.count)"),
            Label(
                zh: "creditCode、project、chain 请只填一个",
                en: "fill in one of creditCode, project, chain"))
    }
}
