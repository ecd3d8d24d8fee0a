import ArgumentParser
import Client

/// What is typed for the period and the groups of a summary, in Chinese or as identifiers.
extension SummaryQuery.Period: ExpressibleByArgument {
    package init?(argument: String) {
        guard
            let found = Self.allCases.first(where: { $0.rawValue == argument || $0.zh == argument })
        else { return nil }
        self = found
    }

    package static var allValueStrings: [String] { allCases.flatMap { [$0.zh, $0.rawValue] } }

    var zh: String {
        switch self {
        case .day: "日"
        case .week: "周"
        case .month: "月"
        }
    }
}

extension SummaryQuery.Grouping: ExpressibleByArgument {
    package init?(argument: String) {
        guard
            let found = Self.allCases.first(where: { $0.rawValue == argument || $0.zh == argument })
        else { return nil }
        self = found
    }

    package static var allValueStrings: [String] { allCases.flatMap { [$0.zh, $0.rawValue] } }

    var zh: String {
        switch self {
        case .unit: "单位"
        case .district: "县区"
        case .category: "类别"
        case .officer: "人员"
        }
    }
}
