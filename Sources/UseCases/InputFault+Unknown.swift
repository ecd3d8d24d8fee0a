package import Casework
import Languages
import Workflow

/// Refuses filters by what nobody knows: they would find nothing, and say nothing of it.
extension InputFault {
    package static func unknownUnit(_ code: String) -> InputFault {
        let code = code.prefix(40)
        return .badParameter(
            "unit", zh: "没有代码为“\(code)”的单位。", en: "there is no unit with the code “\(code)”")
    }

    package static func unknownOfficer(_ login: String) -> InputFault {
        let login = login.prefix(40)
        return .badParameter(
            "officer", zh: "没有账号为“\(login)”的人员。",
            en: "nobody has the login “\(login)”")
    }

    /// An address that ends in a unit's code which no unit has.
    package static func noUnit(_ code: String, in directory: Directory) -> InputFault {
        let like = directory.units.filter { unit in
            unit.code.hasPrefix(code) || unit.name.zh.contains(code) || unit.aliases.contains(code)
        }.prefix(mostNamed).map { "\($0.name.zh)（\($0.code)）" }
        return .nothingNamed(
            zh: "没有代码为“\(code.prefix(40))”的单位"
                + (like.isEmpty ? "，请给出单位代码。" : "；相近的有：\(like.joined(separator: "、"))。"),
            en: "there is no unit with the code “\(code.prefix(40))”"
                + (like.isEmpty ? "" : "; like it: \(like.joined(separator: ", "))"))
    }

    /// An address that ends in a login which nobody has.
    package static func nobody(_ login: String, in directory: Directory) -> InputFault {
        let like = directory.persons.filter { person in
            person.login.hasPrefix(login) || person.name == login
        }.prefix(mostNamed).map { "\($0.name)（\($0.login)）" }
        return .nothingNamed(
            zh: "没有账号为“\(login.prefix(40))”的人员"
                + (like.isEmpty ? "，请给出人员账号。" : "；相近的有：\(like.joined(separator: "、"))。"),
            en: "nobody has the login “\(login.prefix(40))”"
                + (like.isEmpty ? "" : "; like it: \(like.joined(separator: ", "))"))
    }

    private static let mostNamed = 5

    package static func unknownEnterprise(_ code: String) -> InputFault {
        let code = code.prefix(40)
        return .badParameter(
            "enterprise", zh: "名录中没有统一社会信用代码为“\(code)”的企业。",
            en: "the directory has no enterprise with the credit code “\(code)”")
    }

    /// - Parameter number: in the form of a number, or in no form at all.
    package static func unknownIssue(_ number: String) -> InputFault {
        guard IssueNumber.isOne(number) else {
            return .badParameter(
                "issue", zh: "不是问题编号；编号形如 \(IssueNumber.example)。",
                en: "is no number of an issue; they look like \(IssueNumber.example)")
        }
        return .badParameter(
            "issue", zh: "未找到编号为 \(number) 的问题；不在您范围内的问题不可见。",
            en: "there is no issue \(number); issues outside your scope are not visible")
    }

    /// - Parameter known: all that may be given.
    package static func unknownName(
        _ name: String, parameter: String, known: [String]
    ) -> InputFault {
        let name = name.prefix(40)
        return .badParameter(
            parameter, zh: "没有“\(name)”；可用：\(known.joined(separator: "、"))。",
            en: "there is no “\(name)”; known: \(known.joined(separator: ", "))")
    }
}
