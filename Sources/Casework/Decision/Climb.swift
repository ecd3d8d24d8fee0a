import Workflow
import WorkingTime

/// Holds one step up the service line, as its event says it.
package struct Climb: Hashable, Sendable, Codable {
    package struct Holder: Hashable, Sendable, Codable {
        package let person: PersonID
        /// Who is away, first the one whose post it is; nil where the person holds it itself.
        package let insteadOf: [PersonID]?
        /// How the post was found, e.g. `pairing`.
        package let by: String
    }

    package let from: Int
    package let to: Int
    /// Levels between at which nobody was found.
    package let skipped: [Int]
    package let holders: [Holder]
}

/// How issues climb the service line. Term: 提级.
extension Draft {
    /// Raises the level by one, or past that of the office which owes the next step; names and
    /// tells who holds the new level, and gives that officer a clock of its own.
    ///
    /// Where nobody is found at a level the next is asked; above the highest, those who hold the
    /// level that was reached are told again. One level at a time, whatever number of reasons an
    /// event has.
    mutating func raiseLevel(pastOffice: Bool) throws(Refusal) {
        let level = issue.attributes.level
        guard climb == nil else { return }
        let floor = max(level, pastOffice ? officeLevel ?? level : level)
        let ladder = situation.world.ladders.service
        let search = HolderSearch(
            directory: situation.world.directory, issue: issue, at: situation.at)
        if let found = search.lowest(of: ladder, from: floor + 1) {
            name(found.holders, at: found.level.level, skipped: found.skipped)
            if let escalation { try start(escalation, since: situation.at) }
        } else if let found = search.lowest(of: ladder, from: level) {
            name(found.holders, at: found.level.level, skipped: found.skipped)
            // Nobody has acted: the cycle ends without a verdict.
            if let escalation { try cancelAll(escalation) }
        } else {
            tell([.office])
        }
    }

    /// The clock of whoever is named, where the workflow has one.
    private var escalation: String? { situation.workflow.definition.roles.escalation }

    /// Names and tells who holds a level; from then on they may read the issue.
    private mutating func name(_ holders: [LevelHolder], at level: Int, skipped: [Int]) {
        climb = Climb(
            from: issue.attributes.level, to: level, skipped: skipped,
            holders: holders.map { holder in
                let away = holder.presence.insteadOf
                return Climb.Holder(
                    person: holder.presence.person.id, insteadOf: away.isEmpty ? nil : away,
                    by: holder.way.rawValue)
            })
        issue.attributes[.level] = .integer(Int64(level))
        issue.attributes[.levelHolders] = .list(
            holders.flatMap { [$0.presence.person.id] + $0.presence.insteadOf }
                .map { .integer($0.rawValue) })
        tell([.levelHolder])
    }

    /// The level at which the office that has the issue stands.
    private var officeLevel: Int? {
        let directory = situation.world.directory
        guard let office = issue.attributes.office.flatMap(directory.unit(code:)) else {
            return nil
        }
        let isOfCity = directory.division(office.division)?.parent == nil
        return situation.world.ladders.level(
            ofOfficeRole: isOfCity ? .cityOffice : .districtOffice)
    }
}
