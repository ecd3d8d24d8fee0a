import Casework

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

    fileprivate var detail: String {
        switch self {
        case .backwards: "lies before from"
        case .past: "lies in the past"
        case .left: "lies after the end of the office"
        case .tooLong(let days): "at most \(days) days"
        case .overlapping(let other):
            "overlaps the absence from \(other.from) until \(other.until)"
        case .tooLongTogether(let days): "with those next to it at most \(days) days"
        case .deputy(let obstacle, _): obstacle.detail
        }
    }
}

extension SubstitutionRule.Obstacle {
    fileprivate var detail: String {
        switch self {
        case .itself: "must be the login of somebody else"
        case .left: "has left by then"
        case .withoutRole: "has no role"
        case .program: "is a program"
        case .administration:
            "may not hold the role of another administrator: system, security and audit stay apart"
        case .kept: "can't be named: nobody stands in for a role of whoever is away"
        case .elsewhere(_, let places): "must work \(SubstitutionRule.words(for: places))"
        }
    }
}
