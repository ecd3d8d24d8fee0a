import Casework
import Workflow
import WorkingTime

/// Who may stand in for whom, as a line of a table says.
extension RosterCells {
    /// Neither a program stands in for anybody, nor one administrator for another, nor anybody where
    /// the ladder does not let it.
    ///
    /// - Parameter until: the last day; nil: for good.
    mutating func checkSubstitution(from: CalendarDate, until: CalendarDate?) {
        guard let login = cells["login"], let deputy = cells["deputy"], login != deputy else {
            return
        }
        guard !references.areApart(login, deputy) else {
            return refuse(
                "`\(deputy)` can't stand in for `\(login)`: a program for nobody, and the "
                    + "administrators of system, security and audit stay apart",
                "name somebody else")
        }
        guard
            let found = references.obstacle(
                to: deputy, standingInFor: login, from: from, until: until)
        else { return }
        let (why, remedy) = words(for: found.obstacle, on: from, at: found.post.unit)
        refuse(
            "`\(deputy)` can't stand in for `\(login)`, who is `\(found.post.role.rawValue)` at "
                + "`\(found.post.unit)`: \(why)", remedy)
    }

    private func words(
        for obstacle: SubstitutionRule.Obstacle, on day: CalendarDate, at unit: String
    ) -> Fault {
        switch obstacle {
        case .elsewhere(_, let places):
            let lineage = references.lineage(of: unit, on: day)
            let units = zip(SubstitutionRule.Place.allCases, lineage)
                .filter { places.contains($0.0) }.map { "`\($0.1)`" }
            return (
                "the deputy must work \(SubstitutionRule.words(for: places))",
                "name somebody with a role at \(units.joined(separator: " or "))"
            )
        case .kept, .left, .withoutRole, .program, .administration:
            return ("that role passes to nobody", "leave the deputy out, or hand over")
        }
    }

    mutating func checkDeputy() {
        checkSubstitution(from: references.today, until: nil)
        guard let login = cells["login"], let deputy = cells["deputy"] else { return }
        guard
            let circle = references.circle(
                of: login, rank: cells["rank"].flatMap { Int($0) } ?? 0, with: deputy)
        else { return }
        refuse(
            "the deputies close a circle: \(circle.joined(separator: " → "))",
            "let the last one have no deputy of this circle")
    }
}
