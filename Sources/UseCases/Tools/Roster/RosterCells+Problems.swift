import Casework
import Languages
import Store
import Workflow
import WorkingTime

/// What may be wrong with one cell.
extension RosterCells {
    typealias Fault = (problem: Label, remedy: Label)

    func problem(with text: String, _ content: RosterTable.Content) -> Fault? {
        switch content {
        case .newDivision:
            return text.count == 6 && text.allSatisfy(\.isASCIIDigit)
                ? nil
                : (
                    Label(zh: "不是六位代码", en: "is no six-digit code"),
                    Label(zh: "例如 410105", en: "write e.g. 410105")
                )
        case .newUnit, .newLogin, .newProject, .newChain:
            return text.wholeMatch(of: /[A-Za-z0-9._-]{1,60}/) != nil
                ? nil
                : (
                    Label(zh: "不能用作代码", en: "is no code"),
                    Label(
                        zh: "只用 A-Z a-z 0-9 . _ -，至多 60 个",
                        en: "write up to 60 of A-Z a-z 0-9 . _ -")
                )
        case .newCreditCode:
            return UnifiedSocialCreditCode(text) == nil
                ? (
                    Label(zh: "不是统一社会信用代码", en: "is no credit code"),
                    Label(
                        zh: "应为 18 位数字和大写字母，不含 I O S V Z",
                        en: "write 18 digits and capitals without I O S V Z")
                ) : nil
        case .division: return known(text, references.divisions, Label(zh: "属地", en: "division"))
        case .unit: return known(text, references.units, Label(zh: "单位", en: "unit"))
        case .login: return known(text, references.logins, Label(zh: "人员", en: "officer"))
        case .creditCode:
            return known(text, references.creditCodes, Label(zh: "企业", en: "enterprise"))
        case .project: return known(text, references.projects, Label(zh: "项目", en: "project"))
        case .chain: return known(text, references.chains, Label(zh: "产业链", en: "industrial chain"))
        case .chains:
            let chain = Label(zh: "产业链", en: "chain")
            return Self.words(text).lazy.compactMap { known($0, references.chains, chain) }.first
        case .text(let maximum):
            guard text.count <= maximum, !text.contains(where: { $0.isControl }) else {
                return (
                    Label(
                        zh: "太长或含有控制字符", en: "is too long or holds control characters"),
                    Label(zh: "至多 \(maximum) 字", en: "at most \(maximum) characters")
                )
            }
            return TextRule.problem(with: text, maximum: .max, required: true) == nil
                ? nil
                : (
                    Label(zh: "没有可见的字", en: "shows nothing"),
                    Label(zh: "请写看得见的内容", en: "write what can be read")
                )
        case .words:
            return Self.words(text).count <= 50
                ? nil
                : (
                    Label(zh: "词太多", en: "has too many words"),
                    Label(zh: "至多 50 个", en: "at most 50")
                )
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
                ? nil
                : (
                    Label(zh: "不是 GB/T 4754 的代码", en: "is no code of GB/T 4754"),
                    Label(zh: "例如 C3591", en: "write e.g. C3591")
                )
        case .phone:
            return Self.phone(text) == nil
                ? (
                    Label(zh: "不是电话号码", en: "is no telephone number"),
                    Label(
                        zh: "应为 7 至 15 位数字，例如 0371-6718 0000",
                        en: "write 7 to 15 digits, e.g. 0371-6718 0000")
                ) : nil
        case .email:
            return MailAddress.isOne(text)
                ? nil
                : (
                    Label(zh: "不是邮箱地址", en: "is no address of mail"),
                    Label(zh: "例如 name@example.com", en: "write e.g. name@example.com")
                )
        case .date, .localTime: return dateProblem(with: text, content)
        case .boolean:
            return Self.boolean(text) == nil
                ? (
                    Label(zh: "既不是“是”也不是“否”", en: "is neither yes nor no"),
                    Label(zh: "请填“是”或“否”", en: "是 or 否")
                ) : nil
        case .number(let range):
            return Int(text).map(range.contains) == true
                ? nil
                : (
                    Label(zh: "不是允许的数", en: "is no such number"),
                    Label(
                        zh: "应为 \(range.lowerBound) 至 \(range.upperBound)",
                        en: "\(range.lowerBound) to \(range.upperBound)")
                )
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
            return (error.words, error.remedyWords)
        }
    }

    private func known(_ text: String, _ names: Set<String>, _ what: Label) -> Fault? {
        names.contains(text)
            ? nil
            : (
                Label(zh: "：没有这个\(what.zh)", en: "names no \(what.en)"),
                Label(zh: "请先添加，或改正代码", en: "add it first, or correct the code")
            )
    }

    private func word(_ text: String, _ words: [String]) -> Fault? {
        words.contains(text)
            ? nil
            : (
                Label(zh: "不认识", en: "is unknown"),
                Label(
                    zh: "可填：\(Language.zh.list(words))", en: "one of \(Language.en.list(words))")
            )
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isControl: Bool {
        !isNewline && unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

extension WrittenDate.Fault {
    fileprivate var words: Label {
        switch self {
        case .form: Label(zh: "不是日期", en: problem)
        case .shortYear: Label(zh: "不是日期：年份应为四位并写在最前", en: problem)
        case .noSuchDay: Label(zh: "不是日期：该月没有这一天", en: problem)
        case .outsideYears: Label(zh: "不在 1990 年至 2100 年之间", en: problem)
        case .noTime: Label(zh: "不是时刻", en: problem)
        }
    }

    fileprivate var remedyWords: Label {
        switch self {
        case .form, .shortYear, .noSuchDay, .outsideYears:
            Label(zh: "请写作 2027-10-09、2027/10/9、2027.10.9 或 2027年10月9日", en: remedy)
        case .noTime: Label(zh: "请写作 2027-10-09 18:00", en: remedy)
        }
    }
}
