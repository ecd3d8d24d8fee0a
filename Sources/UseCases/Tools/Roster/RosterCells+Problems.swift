import Casework
import Store
import Workflow
import WorkingTime

/// What may be wrong with one cell.
extension RosterCells {
    typealias Fault = (problem: String, remedy: String)

    func problem(with text: String, _ content: RosterTable.Content) -> Fault? {
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

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isControl: Bool {
        !isNewline && unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
