import Casework
import Postgres
import Workflow
import WorkingTime

/// Judges the cells of one line and turns them into the parameters of its statement.
struct RosterCells {
    let table: RosterTable
    let line: RosterFile.Line
    let references: RosterReferences
    private(set) var faults: [RosterFault] = []
    private(set) var warnings: [String] = []
    private(set) var parameters: [Parameter] = []
    /// Empty cells left out.
    private(set) var cells: [String: String] = [:]

    init(table: RosterTable, line: RosterFile.Line, references: RosterReferences) {
        self.table = table
        self.line = line
        self.references = references
        cells = line.cells.filter { !$0.value.isEmpty }
        for column in table.columns {
            cells[column.name] = cells[column.name].map(column.content.normalised)
        }
        for column in table.columns { read(column) }
        checkTogether()
    }

    mutating func refuse(_ problem: String, _ remedy: String) {
        faults.append(
            RosterFault(table: table, line: line.number, problem: problem, remedy: remedy))
    }

    private mutating func read(_ column: RosterTable.Column) {
        guard let text = cells[column.name] else {
            if column.isRequired { refuse("“\(column.heading)” is empty", "fill it in") }
            parameters.append(Self.empty(column.content))
            return
        }
        if let (problem, remedy) = problem(with: text, column.content) {
            refuse("“\(column.heading)”: `\(text.prefix(60))` \(problem)", remedy)
            parameters.append(Self.empty(column.content))
        } else {
            parameters.append(parameter(text, column.content))
        }
    }

    private static func empty(_ content: RosterTable.Content) -> Parameter {
        switch content {
        case .chains, .words: .texts([String]())
        case .date: .date(daysSince1970: nil)
        case .localTime: .timestamp(microseconds: nil)
        case .boolean: .bool(nil)
        case .number: .int16(nil)
        case .newDivision, .newUnit, .newLogin, .newCreditCode, .newProject, .newChain, .division,
            .unit, .login, .creditCode, .project, .chain, .text, .kind, .role, .size, .industry,
            .phone, .email:
            .text(nil)
        }
    }

    private func parameter(_ text: String, _ content: RosterTable.Content) -> Parameter {
        switch content {
        case .chains, .words: .texts(Self.words(text))
        case .date: .date(daysSince1970: date(text).map { Int32($0.dayNumber) })
        case .localTime: .timestamp(microseconds: localTime(text)?.microseconds)
        case .boolean: .bool(Self.boolean(text))
        case .number: .int16(Int16(text))
        case .phone: .text(Self.phone(text)?.digits)
        case .newDivision, .newUnit, .newLogin, .newCreditCode, .newProject, .newChain, .division,
            .unit, .login, .creditCode, .project, .chain, .text, .kind, .role, .size, .industry,
            .email:
            .text(text)
        }
    }

    /// Separated as people write lists; codes stand beside Chinese names here.
    private static func words(_ text: String) -> [String] {
        text.split { "、;；".contains($0) }.map { $0.trimmingPrefix(while: \.isWhitespace) }
            .filter { !$0.isEmpty }.map { word in
                let plain = HalfWidth.text(word)
                return plain.wholeMatch(of: /[A-Za-z0-9._-]+/) == nil ? String(word) : plain
            }
    }

    /// Of an officer the number alone is kept: no extension.
    private static func phone(_ text: String) -> TelephoneNumber? {
        TelephoneNumber(text).flatMap { $0.hasExtension ? nil : $0 }
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1", "是": true
        case "false", "no", "0", "否": false
        default: nil
        }
    }

    private func date(_ text: String) -> CalendarDate? { WrittenDate.known(text) }

    /// `2026-10-01 18:00`, by the clocks of the city.
    private func localTime(_ text: String) -> Instant? {
        do throws(WrittenDate.Fault) {
            return try WrittenDate.instant(text, in: references.zone)
        } catch {
            return nil
        }
    }

    typealias Fault = (problem: String, remedy: String)

    private func problem(with text: String, _ content: RosterTable.Content) -> Fault? {
        switch content {
        case .newDivision:
            return text.count == 6 && text.allSatisfy(\.isASCIIDigit)
                ? nil : ("is no six-digit code", "write e.g. 410105")
        case .newUnit, .newLogin, .newProject, .newChain:
            return text.wholeMatch(of: /[A-Za-z0-9._-]{1,60}/) != nil
                ? nil : ("is no code", "write up to 60 of A-Z a-z 0-9 . _ -")
        case .newCreditCode:
            return UnifiedSocialCreditCode(text) == nil
                ? ("is no credit code", "write 18 digits and capitals without I O S V Z") : nil
        case .division: return known(text, references.divisions, "division")
        case .unit: return known(text, references.units, "unit")
        case .login: return known(text, references.logins, "officer")
        case .creditCode: return known(text, references.creditCodes, "enterprise")
        case .project: return known(text, references.projects, "project")
        case .chain: return known(text, references.chains, "industrial chain")
        case .chains:
            return Self.words(text).lazy.compactMap { known($0, references.chains, "chain") }.first
        case .text(let maximum):
            guard text.count <= maximum, !text.contains(where: { $0.isControl }) else {
                return (
                    "is too long or holds control characters", "at most \(maximum) characters"
                )
            }
            return TextRule.problem(with: text, maximum: .max, required: true) == nil
                ? nil : ("shows nothing", "write what can be read")
        case .words:
            return Self.words(text).count <= 50 ? nil : ("has too many words", "at most 50")
        case .kind:
            return word(text, Unit.Kind.allCases.map(\.rawValue))
        case .role:
            return word(
                text,
                Right.Role.allCases.filter { ![.system, .enterprise].contains($0) }
                    .map(\.rawValue))
        case .size: return word(text, ["large", "medium", "small", "micro"])
        case .industry:
            return text.wholeMatch(of: /[A-T][0-9]{0,4}/) != nil
                ? nil : ("is no code of GB/T 4754", "write e.g. C3591")
        case .phone:
            return Self.phone(text) == nil
                ? ("is no telephone number", "write 7 to 15 digits, e.g. 0371-6718 0000") : nil
        case .email:
            return MailAddress.isOne(text)
                ? nil : ("is no address of mail", "write e.g. name@example.com")
        case .date, .localTime: return dateProblem(with: text, content)
        case .boolean: return Self.boolean(text) == nil ? ("is neither yes nor no", "是 or 否") : nil
        case .number(let range):
            return Int(text).map(range.contains) == true
                ? nil : ("is no such number", "\(range.lowerBound) to \(range.upperBound)")
        }
    }

    private func dateProblem(with text: String, _ content: RosterTable.Content) -> Fault? {
        do throws(WrittenDate.Fault) {
            if content == .date {
                _ = try WrittenDate.date(text)
            } else {
                _ = try WrittenDate.instant(text, in: references.zone)
            }
            return nil
        } catch {
            return (error.problem, error.remedy)
        }
    }

    private func known(_ text: String, _ names: Set<String>, _ what: String) -> Fault? {
        names.contains(text) ? nil : ("names no \(what)", "add it first, or correct the code")
    }

    private func word(_ text: String, _ words: [String]) -> Fault? {
        words.contains(text) ? nil : ("is unknown", "one of \(words.joined(separator: ", "))")
    }
}

/// What holds between the cells of a line.
extension RosterCells {
    fileprivate mutating func checkTogether() {
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
                warnings.append("the check character of \(text) does not fit: compare the licence")
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

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isControl: Bool {
        !isNewline && unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
