package import Languages

/// Names what about a record or a figure does not look right. A flag is a question, no verdict.
///
/// Source: DOMAIN §9.
package enum IntegrityFlag: String, CaseIterable, Hashable, Sendable {
    case closedWithoutEvidence, answeredWithinMinutes, repeatedReply, evaluatorIsInvolved
    case closedInBulk, closedInLastHour, deadlineChangedAfterPassing
    /// A revised calendar moved a deadline: the figures before and after it differ.
    case deadlineMovedByCalendar
    /// Merged or divided within a working day of the deadline, before or after it.
    case endedElsewhereAtDeadline
    /// About a figure, not about an issue.
    case implausibleSatisfaction

    package var label: Label { Label(zh: chinese, en: rawValue) }

    private var chinese: String {
        switch self {
        case .closedWithoutEvidence: "无佐证销号"
        case .answeredWithinMinutes: "签收后十分钟内答复"
        case .repeatedReply: "答复内容雷同"
        case .evaluatorIsInvolved: "评价人与经办人员相同或同号"
        case .closedInBulk: "集中批量销号"
        case .closedInLastHour: "月末最后一小时销号"
        case .deadlineChangedAfterPassing: "逾期后变更时限"
        case .deadlineMovedByCalendar: "工作日历修订致时限变动"
        case .endedElsewhereAtDeadline: "临期并单、拆分终止"
        case .implausibleSatisfaction: "满意率异常高而参评率低"
        }
    }
}

/// Says when a satisfaction rate is too good for the few who were asked.
enum Implausibility {
    /// At least 99.5 % satisfied while less than 50 % evaluated.
    static func holds(satisfaction: Fraction, evaluation: Fraction) -> Bool {
        satisfaction.denominator > 0
            && satisfaction.numerator * 1000 >= satisfaction.denominator * 995
            && evaluation.numerator * 2 < evaluation.denominator
    }
}
