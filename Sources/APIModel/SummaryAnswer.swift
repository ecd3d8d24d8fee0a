/// `GET /v1/summaries`: how much was done in a period, and how much is left now, group by group.
package struct SummaryAnswer: Codable, Hashable, Sendable {
    package struct Counts: Codable, Hashable, Sendable {
        /// In the period.
        package let filed: Int
        /// In the period; an issue that was closed twice counts once.
        package let closed: Int
        /// Of those closed: whose resolution was met or missed.
        package let judged: Int
        /// Of those judged: met. The share closed in time is `inTime` of `judged`.
        package let inTime: Int
        /// Now.
        package let open: Int
        /// Of those open: past the deadline of their resolution.
        package let overdue: Int
        /// Of those open: whose level was raised.
        package let raised: Int

        package init(
            filed: Int, closed: Int, judged: Int, inTime: Int, open: Int, overdue: Int, raised: Int
        ) {
            self.filed = filed
            self.closed = closed
            self.judged = judged
            self.inTime = inTime
            self.open = open
            self.overdue = overdue
            self.raised = raised
        }
    }

    package struct Group: Codable, Hashable, Sendable {
        /// Of the unit, the district or the category; the login of the officer; absent for none.
        package let code: String?
        package let label: LabelAnswer
        /// From 1, by the share closed in time, equal shares alike; absent where nothing was judged.
        package let place: Int?
        /// Whether so few were judged that the share says little.
        package let isSmall: Bool
        package let counts: Counts

        package init(
            code: String?, label: LabelAnswer, place: Int?, isSmall: Bool, counts: Counts
        ) {
            self.code = code
            self.label = label
            self.place = place
            self.isSmall = isSmall
            self.counts = counts
        }
    }

    /// What time it is for the issues.
    package let now: String
    /// `day`, `week` or `month`.
    package let period: String
    package let by: String
    package let groupLabel: LabelAnswer
    /// The first day.
    package let from: String
    /// The last day.
    package let until: String
    /// False where the period goes on.
    package let isOver: Bool
    package let total: Counts
    /// By place.
    package let groups: [Group]

    package init(
        now: String, period: String, by: String, groupLabel: LabelAnswer, from: String,
        until: String, isOver: Bool, total: Counts, groups: [Group]
    ) {
        self.now = now
        self.period = period
        self.by = by
        self.groupLabel = groupLabel
        self.from = from
        self.until = until
        self.isOver = isOver
        self.total = total
        self.groups = groups
    }
}
