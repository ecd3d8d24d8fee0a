import Workflow
package import WorkingTime

/// Days on which an officer is to be away, the first and the last included.
///
/// What is wrong with them is the same wherever they come from: officers, their heads, and tables.
package struct DaysAway: Hashable, Sendable {
    package let from: CalendarDate
    package let until: CalendarDate

    package init(from: CalendarDate, until: CalendarDate) {
        self.from = from
        self.until = until
    }

    /// Makes them of an absence that was noted; of one that was ended the days before that day.
    ///
    /// - Returns: nil where it was ended before it began.
    package init?(from: CalendarDate, until: CalendarDate, endedOn: CalendarDate?) {
        let last = endedOn.map { min(until, CalendarDate(dayNumber: $0.dayNumber - 1)) } ?? until
        guard from <= last else { return nil }
        self.init(from: from, until: last)
    }

    /// Why days away are not noted.
    package enum Obstacle: Hashable, Sendable {
        /// The last day lies before the first.
        case backwards
        /// They are over.
        case past
        /// Who is to be away has left by then.
        case left
        case tooLong(days: Int)
        case overlapping(DaysAway)
        /// With those before and after them they last too long: nobody stands in without an end.
        case tooLongTogether(days: Int)
        /// - post: of the absent one, where it is about that.
        case deputy(SubstitutionRule.Obstacle, post: Person.Grant?)
    }

    /// The days between the first and the last of those that follow upon each other without a gap.
    fileprivate func joined(with others: [DaysAway]) -> DaysAway {
        var (first, last) = (from, until)
        for other in others.sorted(by: { $0.until > $1.until })
        where other.from < first && other.until.dayNumber + 1 >= first.dayNumber {
            first = other.from
        }
        for other in others.sorted(by: { $0.from < $1.from })
        where other.until > last && other.from.dayNumber - 1 <= last.dayNumber {
            last = other.until
        }
        return DaysAway(from: first, until: last)
    }

    fileprivate func isLonger(than days: Int) -> Bool {
        until.dayNumber - from.dayNumber >= Int64(days)
    }
}

extension Directory {
    /// Says why days away are not noted; nil where they are.
    ///
    /// - Parameters:
    ///   - deputy: nil: the standing deputies.
    ///   - others: the other days away of the same officer; those that begin on the same day are
    ///     changed by these, and left out.
    ///   - zone: in which the days begin and end.
    package func obstacle(
        to days: DaysAway, of absent: Person, deputy: Person?, beside others: [DaysAway],
        in zone: ZoneTable, at now: Instant
    ) -> DaysAway.Obstacle? {
        guard days.from <= days.until else { return .backwards }
        guard days.until >= zone.date(at: now) else { return .past }
        let longest = substitution.longestInDays
        let begin = max(now, zone.midnight(of: days.from))
        let end = zone.midnight(of: CalendarDate(dayNumber: days.until.dayNumber + 1))
        if let leftAt = absent.leftAt, leftAt <= begin { return .left }
        if days.isLonger(than: longest) { return .tooLong(days: longest) }
        if let deputy {
            let found = hindrance(
                to: deputy, standingInFor: absent, during: Validity(from: begin, until: end))
            if let found { return .deputy(found.obstacle, post: found.post) }
        }
        if let other = others.first(where: { $0.from <= days.until && $0.until >= days.from }) {
            return .overlapping(other)
        }
        return days.joined(with: others).isLonger(than: longest)
            ? .tooLongTogether(days: longest) : nil
    }

    /// Says why somebody can't stand in for another, by the rule of the installation and by what holds
    /// in each, and for which of the other's posts; nil where it can.
    ///
    /// - Parameter span: roles that either has at some time of it count.
    package func hindrance(
        to deputy: Person, standingInFor absent: Person, during span: Validity
    ) -> (obstacle: SubstitutionRule.Obstacle, post: Person.Grant?)? {
        hindrance(
            to: deputy, standingInFor: absent, by: substitution,
            from: span.from ?? .distantPast
        ) { $0.overlaps(span) }
    }

    /// The same for one instant.
    package func obstacle(
        to deputy: Person, standingInFor absent: Person, by rule: SubstitutionRule,
        at instant: Instant
    ) -> SubstitutionRule.Obstacle? {
        hindrance(to: deputy, standingInFor: absent, by: rule, from: instant) {
            $0.holds(at: instant)
        }?.obstacle
    }

    private func hindrance(
        to deputy: Person, standingInFor absent: Person, by rule: SubstitutionRule,
        from begin: Instant, where counts: (Validity) -> Bool
    ) -> (obstacle: SubstitutionRule.Obstacle, post: Person.Grant?)? {
        if deputy.id == absent.id { return (.itself, nil) }
        if let leftAt = deputy.leftAt, leftAt <= begin { return (.left, nil) }
        if deputy.holds(.integrator) { return (.program, nil) }
        let own = SubstitutionRule.held(by: deputy, where: counts)
        let lent = SubstitutionRule.held(by: absent, where: counts)
        guard !own.isEmpty else { return (.withoutRole, nil) }
        guard SubstitutionRule.pass(Set(lent.map(\.role)), toHolderOf: Set(own.map(\.role))) else {
            return (.administration, nil)
        }
        let units = Set(own.map { existing($0.unit, at: begin) })
        for post in lent {
            let lineage = ancestors(of: existing(post.unit, at: begin))
            if let found = rule.obstacle(to: post.role, over: lineage, for: units) {
                return (found, post)
            }
        }
        return nil
    }
}
