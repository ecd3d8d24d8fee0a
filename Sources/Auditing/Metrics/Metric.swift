package import Languages

/// Names the figures of the monthly audit, in the order in which they are printed.
///
/// Source: DOMAIN §9.
package enum Metric: String, CaseIterable, Hashable, Sendable {
    case responseRate, acknowledgedOnTimeRate, completionRate, onTimeRate, onTimeRateEffective
    case solvedRate, satisfactionRate, evaluationRate, sendBackRate, misdispatchRate
    case averageDispatches, extensionRate, overdueRate, averageOverdueWorkingDays
    case reworkRate, recurrenceRate, escalationRate
    case escalationRateLevel1, escalationRateLevel2, escalationRateLevel3
    case escalationRateLevel4, escalationRateLevel5, escalationRateLevel6
    case yellowCards, redCards, score

    /// Says what the quotient of a figure is.
    package enum Measure: Hashable, Sendable {
        case percent
        /// The quotient itself.
        case average
        /// The numerator itself.
        case count
        case points
    }

    package var measure: Measure {
        switch self {
        case .averageDispatches, .averageOverdueWorkingDays: .average
        case .yellowCards, .redCards: .count
        case .score: .points
        case .responseRate, .acknowledgedOnTimeRate, .completionRate, .onTimeRate,
            .onTimeRateEffective, .solvedRate, .satisfactionRate, .evaluationRate, .sendBackRate,
            .misdispatchRate, .extensionRate, .overdueRate, .reworkRate, .recurrenceRate,
            .escalationRate, .escalationRateLevel1, .escalationRateLevel2, .escalationRateLevel3,
            .escalationRateLevel4, .escalationRateLevel5, .escalationRateLevel6:
            .percent
        }
    }

    package var unit: Label {
        switch self {
        case .averageDispatches: Label(zh: "次", en: "dispatches")
        case .averageOverdueWorkingDays: Label(zh: "工作日", en: "working days")
        case .yellowCards, .redCards: Label(zh: "张", en: "cards")
        case .score: Label(zh: "分", en: "points")
        case .responseRate, .acknowledgedOnTimeRate, .completionRate, .onTimeRate,
            .onTimeRateEffective, .solvedRate, .satisfactionRate, .evaluationRate, .sendBackRate,
            .misdispatchRate, .extensionRate, .overdueRate, .reworkRate, .recurrenceRate,
            .escalationRate, .escalationRateLevel1, .escalationRateLevel2, .escalationRateLevel3,
            .escalationRateLevel4, .escalationRateLevel5, .escalationRateLevel6:
            Label(zh: "%", en: "%")
        }
    }

    package var label: Label { Label(zh: chinese, en: rawValue) }

    private var chinese: String {
        switch self {
        case .responseRate: "响应率"
        case .acknowledgedOnTimeRate: "签收及时率"
        case .completionRate: "办结率"
        case .onTimeRate: "按时办结率"
        case .onTimeRateEffective: "按时办结率（有效时限）"
        case .solvedRate: "解决率"
        case .satisfactionRate: "满意率"
        case .evaluationRate: "参评率"
        case .sendBackRate: "退单率"
        case .misdispatchRate: "误派率"
        case .averageDispatches: "平均流转次数"
        case .extensionRate: "延期率"
        case .overdueRate: "超期率"
        case .averageOverdueWorkingDays: "平均超期"
        case .reworkRate: "重办率"
        case .recurrenceRate: "复发率"
        case .escalationRate: "提级率"
        case .escalationRateLevel1: "提级率（1级以上）"
        case .escalationRateLevel2: "提级率（2级以上）"
        case .escalationRateLevel3: "提级率（3级以上）"
        case .escalationRateLevel4: "提级率（4级以上）"
        case .escalationRateLevel5: "提级率（5级以上）"
        case .escalationRateLevel6: "提级率（6级）"
        case .yellowCards: "黄牌"
        case .redCards: "红牌"
        case .score: "得分"
        }
    }

    /// The figure of those that reached a level. Term: 提级率.
    static func escalationRate(level: Int) -> Metric? {
        Metric(rawValue: "escalationRateLevel\(level)")
    }
}
