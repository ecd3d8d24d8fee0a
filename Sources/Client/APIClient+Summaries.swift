package import APIModel

/// Says what is counted, and by what it is grouped.
package struct SummaryQuery: Hashable, Sendable {
    package enum Period: String, CaseIterable, Sendable {
        case day, week, month
    }

    package enum Grouping: String, CaseIterable, Sendable {
        case unit, district, category, officer
    }

    package var period: Period
    package var grouping: Grouping
    /// A day that lies in the period; nil: today.
    package var from: String?

    package init(period: Period, grouping: Grouping, from: String? = nil) {
        self.period = period
        self.grouping = grouping
        self.from = from
    }

    var parameters: [(name: String, value: String?)] {
        [("period", period.rawValue), ("from", from), ("by", grouping.rawValue)]
    }
}

extension APIClient {
    /// Counts and ranks, for whoever oversees.
    package func summary(
        _ query: SummaryQuery
    ) async throws(ClientError) -> Reply<SummaryAnswer> {
        try await get(.summaries, asking: query.parameters)
    }
}
