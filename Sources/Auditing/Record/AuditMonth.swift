package import WorkingTime

/// The month that is audited, in the zone of the administration.
///
/// Term: 月度审计. Invariant: nothing at or after `range.upperBound` influences a figure.
package struct AuditMonth: Hashable, Sendable {
    package let month: CalendarMonth
    package let zone: ZoneTable
    /// From the first midnight to the next month's, or to `until` where that comes first.
    package let range: Range<Instant>
    /// The next month's first midnight, also where the month is not over.
    package let closesAt: Instant

    /// - Parameter until: the time at which a month that is not over is looked at; nil for a
    ///   month as a whole.
    package init(month: CalendarMonth, zone: ZoneTable, until: Instant? = nil) {
        self.month = month
        self.zone = zone
        let whole = month.range(in: zone)
        let end = min(until ?? whole.upperBound, whole.upperBound)
        range = whole.lowerBound..<max(end, whole.lowerBound)
        closesAt = whole.upperBound
    }

    /// False where deadlines of the month still lie ahead: its figures will move.
    package var isComplete: Bool { range.upperBound == closesAt }

    package func contains(_ instant: Instant) -> Bool { range.contains(instant) }
}
