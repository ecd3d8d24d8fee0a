/// Names the part of the month's issues that a figure is about.
package enum MetricGroup: Hashable, Sendable {
    /// Says which kind of office dispatched. Term: 交办层级.
    package enum Level: String, CaseIterable, Sendable {
        case city, district
    }

    case whole
    /// The code of the unit that answers for the figure. Term: 责任单位.
    case unit(String)
    /// The code of a division. Term: 属地.
    case division(String)
    case level(Level)

    package var kind: String {
        switch self {
        case .whole: "whole"
        case .unit: "unit"
        case .division: "division"
        case .level: "level"
        }
    }

    /// Empty for the whole.
    package var code: String {
        switch self {
        case .whole: ""
        case .unit(let code), .division(let code): code
        case .level(let level): level.rawValue
        }
    }

    private var rank: Int {
        switch self {
        case .whole: 0
        case .unit: 1
        case .division: 2
        case .level: 3
        }
    }
}

extension MetricGroup: Comparable {
    package static func < (one: MetricGroup, other: MetricGroup) -> Bool {
        (one.rank, one.code) < (other.rank, other.code)
    }
}
