import Casework
import Store
import WorkingTime

/// What holds between the cells of a line.
extension RosterCells {
    mutating func checkTogether() {
        checkSpan()
        let key = table.keys.map { cells[$0] ?? "" }
        if let earlier = references.lines[key] {
            refuse("it says the same as line \(earlier)", "keep one of the two")
        }
        switch table {
        case .units: checkUnit()
        case .pairings: checkPairing()
        case .deputies: checkDeputy()
        case .absences: checkAbsence()
        case .visits:
            if let text = cells["on"], let on = date(text), on > references.today {
                refuse("a visit lies in the future", "write the day on which it was made")
            }
        case .enterprises:
            if let text = cells["creditCode"],
                UnifiedSocialCreditCode(text)?.hasValidCheckDigit == false
            {
                warn("the check character of \(text) does not fit: compare the licence")
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
        if isBackwards { refuse("it ends before it begins", "exchange the two") }
    }

    private mutating func checkUnit() {
        guard let code = cells["code"] else { return }
        if let parent = cells["parent"], references.wouldContainItself(code, below: parent) {
            refuse("`\(code)` would lie within itself", "name another unit above it")
        }
        if let names = references.names[code], names != [cells["nameZh"], cells["nameEn"]] {
            refuse(
                "`\(code)` is called \(names[0])",
                "a new name goes into unit-names.csv with its date, so that records keep the old one"
            )
        }
        if cells["successor"] != nil, cells["dissolvedOn"] == nil {
            refuse("only a dissolved unit has a successor", "fill in 撤销日期 dissolvedOn")
        }
        if cells["successor"] == code { refuse("`\(code)` succeeds itself", "name another unit") }
    }

    private mutating func checkPairing() {
        let subjects = ["creditCode", "project", "chain"].filter { cells[$0] != nil }
        guard subjects.count != 1 else { return }
        refuse(
            "a pairing has one subject, this has \(subjects.count)",
            "fill in one of creditCode, project, chain")
    }
}
