import Casework
import Engine
import Languages
import Store
import Workflow
import WorkingTime

/// Who is away and who stands in, as a line of a table says: judged by the rule that officers
/// themselves are held to. What stands in the directory already is not judged again.
extension RosterCells {
    mutating func checkAbsence() {
        guard let absent = officer("login"),
            let from = cells["from"].flatMap(WrittenDate.known),
            let until = cells["until"].flatMap(WrittenDate.known), from <= until
        else { return }
        let days = DaysAway(from: from, until: until)
        guard !references.isNoted(days, of: absent, deputy: cells["deputy"]) else { return }
        let obstacle = references.directory.obstacle(
            to: days, of: absent, deputy: officer("deputy"),
            beside: references.others(than: days, of: absent), in: references.zone,
            at: references.now)
        guard let obstacle else { return }
        let (problem, remedy) = words(for: obstacle, from)
        refuse(problem, remedy)
    }

    mutating func checkDeputy() {
        guard let login = cells["login"], let deputy = cells["deputy"] else { return }
        let rank = cells["rank"].flatMap { Int($0) } ?? 0
        guard references.deputies[login]?[rank] != deputy else { return }
        if let absent = officer("login"), let other = officer("deputy"), absent.id != other.id,
            let found = references.directory.hindrance(
                to: other, standingInFor: absent, during: Validity(from: references.now))
        {
            let (problem, remedy) = words(for: found, references.today)
            refuse(problem, remedy)
        }
        guard let circle = references.circle(of: login, rank: rank, with: deputy) else { return }
        refuse(
            "the deputies close a circle: \(circle.joined(separator: " → "))",
            "let the last one have no deputy of this circle")
    }

    private func officer(_ column: String) -> Person? {
        cells[column].flatMap(references.directory.person(login:))
    }

    private func words(for obstacle: DaysAway.Obstacle, _ day: CalendarDate) -> Fault {
        let handOver = "shorten it, or hand over: directory handover"
        switch obstacle {
        case .backwards: return ("it ends before it begins", "exchange the two")
        case .past: return ("it lies in the past", "leave out what was not noted in its time")
        case .left:
            return ("`\(cells["login"] ?? "")` has left by then", "let it end with the office")
        case .tooLong(let days): return ("it lasts longer than \(days) days", handOver)
        case .tooLongTogether(let days):
            return ("with those next to it it lasts longer than \(days) days", handOver)
        case .overlapping(let other):
            return (
                "it overlaps the absence from \(other.from) until \(other.until)",
                "let one begin after the other has ended"
            )
        case .deputy(let obstacle, let post): return words(for: (obstacle, post), day)
        }
    }

    private func words(
        for found: (obstacle: SubstitutionRule.Obstacle, post: Person.Grant?), _ day: CalendarDate
    ) -> Fault {
        let (login, deputy) = (cells["login"] ?? "", cells["deputy"] ?? "")
        let unit = found.post.map { references.lineage(of: $0.unit, on: day) } ?? []
        let whose = found.post.map { ", who is `\($0.role.rawValue)` at `\(unit.first ?? "")`" }
        let (why, remedy) = words(for: found.obstacle, near: unit)
        return ("`\(deputy)` can't stand in for `\(login)`\(whose ?? ""): \(why)", remedy)
    }

    private func words(
        for obstacle: SubstitutionRule.Obstacle, near lineage: [String]
    ) -> Fault {
        switch obstacle {
        case .elsewhere(_, let places):
            let units = zip(SubstitutionRule.Place.allCases, lineage)
                .filter { places.contains($0.0) }.map { "`\($0.1)`" }
            return (
                "the deputy must work \(SubstitutionRule.words(for: places).en)",
                "name somebody with a role at \(units.joined(separator: " or "))"
            )
        case .kept: return ("that role passes to nobody", "leave the deputy out, or hand over")
        case .itself: return ("nobody stands in for itself", "name somebody else")
        case .left: return ("the deputy has left by then", "name somebody else")
        case .withoutRole: return ("the deputy has no role", "name somebody else")
        case .program: return ("a program stands in for nobody", "name somebody else")
        case .administration:
            return (
                "the administrators of system, security and audit stay apart", "name somebody else"
            )
        }
    }
}

extension RosterReferences {
    /// Tells whether an absence stands in the directory as it is.
    fileprivate func isNoted(_ days: DaysAway, of absent: Person, deputy: String?) -> Bool {
        absences[absent.login]?[days.from].map { noted in
            noted.until == days.until
                && noted.deputy.flatMap(directory.person)?.login == deputy
        } ?? false
    }

    /// The other absences of somebody, those of the lines before included.
    fileprivate func others(than days: DaysAway, of absent: Person) -> [DaysAway] {
        (absences[absent.login] ?? [:]).filter { $0.key != days.from }.values
            .compactMap { $0.days(in: zone) }
    }

    /// Lists a unit, or what took over from it, and the one above.
    fileprivate func lineage(of unit: UnitID, on day: CalendarDate) -> [String] {
        directory.ancestors(of: directory.existing(unit, at: max(now, zone.midnight(of: day))))
            .prefix(2).compactMap { directory.unit($0)?.code }
    }
}
