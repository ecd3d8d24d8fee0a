import Casework
import Languages

extension InputFault {
    static let absenceOfOthers = InputFault.forbidden(
        zh: "只能由本人、代理人或单位负责人办理。",
        en: "For the officer itself, its deputy, or the head of the unit.")

    static func absence(_ obstacle: DaysAway.Obstacle) -> InputFault {
        .invalid(obstacle.pointer, obstacle.detail)
    }
}

extension DaysAway.Obstacle {
    fileprivate var pointer: String {
        switch self {
        case .overlapping, .left: "/from"
        case .backwards, .past, .tooLong, .tooLongTogether: "/until"
        case .deputy: "/deputy"
        }
    }

    fileprivate var detail: Label {
        switch self {
        case .backwards: Label(zh: "早于起始日", en: "lies before from")
        case .past: Label(zh: "早于今日", en: "lies in the past")
        case .left: Label(zh: "晚于离任之日", en: "lies after the end of the office")
        case .tooLong(let days): Label(zh: "至多\(days)天", en: "at most \(days) days")
        case .overlapping(let other):
            Label(
                zh: "与 \(other.from) 至 \(other.until) 的外出重叠",
                en: "overlaps the absence from \(other.from) until \(other.until)")
        case .tooLongTogether(let days):
            Label(
                zh: "连同相邻的外出至多\(days)天", en: "with those next to it at most \(days) days")
        case .deputy(let obstacle, _): obstacle.detail
        }
    }
}

extension SubstitutionRule.Obstacle {
    fileprivate var detail: Label {
        switch self {
        case .itself: Label(zh: "须为他人的账号", en: "must be the login of somebody else")
        case .left: Label(zh: "届时已离任", en: "has left by then")
        case .withoutRole: Label(zh: "没有任何职务", en: "has no role")
        case .program: Label(zh: "是程序而非人员", en: "is a program")
        case .administration:
            Label(
                zh: "不得代理另一类管理员：系统、安全、审计三员分立",
                en: "may not hold the role of another administrator: system, security and audit "
                    + "stay apart")
        case .kept:
            Label(
                zh: "不能指定：外出者的职务都不得代理",
                en: "can't be named: nobody stands in for a role of whoever is away")
        case .elsewhere(_, let places):
            Label(
                zh: "须在\(SubstitutionRule.words(for: places).zh)任职",
                en: "must work \(SubstitutionRule.words(for: places).en)")
        }
    }
}
