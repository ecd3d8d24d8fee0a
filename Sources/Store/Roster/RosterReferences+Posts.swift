import Casework
import Workflow
import WorkingTime

extension RosterReferences {
    /// A role that an officer has at a unit, by its code; both days included.
    struct Post: Hashable {
        let role: Right.Role
        let unit: String
        let from: CalendarDate?
        let until: CalendarDate?
    }

    /// The day from which a unit is no more, and who took over from it.
    struct UnitEnd: Hashable {
        let day: CalendarDate
        let successor: String?
    }

    /// Tells whether an officer was ever given a role that can't pass to another one, whoever that
    /// is: a program's, or an administrator's who must stay apart.
    func areApart(_ login: String, _ deputy: String) -> Bool {
        !SubstitutionRule.pass(roles(of: login), toHolderOf: roles(of: deputy))
    }

    private func roles(of login: String) -> Set<Right.Role> {
        Set((posts[login] ?? []).map(\.role))
    }

    /// Finds a post of an officer for which another one can't stand in, and why.
    ///
    /// - Parameter until: the last day; nil: for good.
    func obstacle(
        to deputy: String, standingInFor login: String, from: CalendarDate, until: CalendarDate?
    ) -> (post: Post, obstacle: SubstitutionRule.Obstacle)? {
        func held(by login: String) -> [Post] {
            (posts[login] ?? []).filter { $0.holds(from: from, until: until) }
        }
        let units = Set(held(by: deputy).map { existing($0.unit, on: from) })
        return held(by: login).lazy.compactMap { post in
            substitution.obstacle(
                to: post.role, over: lineage(of: post.unit, on: from), for: units
            ).map { (post, $0) }
        }.first
    }

    /// Lists a unit, or what took over from it, and the one above.
    func lineage(of unit: String, on day: CalendarDate) -> [String] {
        let unit = existing(unit, on: day)
        return [unit] + [parents[unit]].compactMap { $0 }
    }

    private func existing(_ unit: String, on day: CalendarDate) -> String {
        var current = unit
        var seen: Set<String> = [unit]
        while let end = ends[current], end.day <= day, let next = end.successor,
            seen.insert(next).inserted
        {
            current = next
        }
        return current
    }
}

extension RosterReferences.Post {
    /// As the directory has it; nil where the unit is unknown.
    init?(_ grant: Person.Grant, in directory: Directory, _ zone: ZoneTable) {
        guard let unit = directory.unit(grant.unit) else { return nil }
        self.init(
            role: grant.role, unit: unit.code, from: grant.validity.from.map(zone.date),
            until: grant.validity.until.map { zone.date(at: $0.adding(seconds: -1)) })
    }

    /// As a sound line has it.
    init?(_ cells: [String: String]) {
        guard let role = cells["role"].flatMap(Right.Role.init(rawValue:)),
            let unit = cells["unit"]
        else { return nil }
        self.init(
            role: role, unit: unit, from: cells["from"].flatMap(WrittenDate.known),
            until: cells["until"].flatMap(WrittenDate.known))
    }

    /// Tells whether it holds on some day of a stretch.
    fileprivate func holds(from first: CalendarDate, until last: CalendarDate?) -> Bool {
        (until.map { first <= $0 } ?? true)
            && (from.flatMap { from in last.map { from <= $0 } } ?? true)
    }
}

extension RosterReferences.UnitEnd {
    init?(_ unit: Unit, in directory: Directory, _ zone: ZoneTable) {
        guard let end = unit.dissolvedAt else { return nil }
        self.init(
            day: zone.date(at: end), successor: unit.successor.flatMap(directory.unit)?.code)
    }

    init?(_ cells: [String: String]) {
        guard let day = cells["dissolvedOn"].flatMap(WrittenDate.known) else { return nil }
        self.init(day: day, successor: cells["successor"])
    }
}

extension WrittenDate {
    /// The date of a cell that was judged already; nil where it is none.
    static func known(_ text: String) -> CalendarDate? {
        do throws(Fault) {
            return try date(text)
        } catch {
            return nil
        }
    }
}
