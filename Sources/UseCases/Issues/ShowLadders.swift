package import Casework
package import Store
import Workflow
import WorkingTime

/// Tells who holds each level of the ladders now, from when, and why.
package struct ShowLadders: Sendable {
    private let issues: IssueRecords

    package init(records: Records) {
        issues = records.issues
    }

    /// One level, and who holds it now.
    package struct Level: Sendable {
        package let level: Ladder.Level
        package let holders: [LevelHolder]
        /// The event by which the issue reached it; nil where it did not.
        package var reached: IssueEvent?
        /// What runs before the next level, where the issue is on this one now.
        package var clock: Clock?
    }

    /// Both ladders of an issue.
    package struct OfIssue: Sendable {
        package let handling: [Level]
        package let service: [Level]
    }

    package func ladders(of issue: Issue, for asker: Asker) async throws -> OfIssue {
        let climbs = try await issues.climbs(of: issue.id)
        let search = HolderSearch(
            directory: asker.world.directory, issue: issue, at: asker.now)
        let ladders = asker.world.ladders
        let roles = asker.world.definitions.roles(of: issue)
        return OfIssue(
            handling: ladders.handling.levels.map { Self.level($0, search) },
            service: ladders.service.levels.map {
                Self.level($0, search, reachedBy: issue, in: climbs, roles: roles)
            })
    }

    /// - Throws: `nothingNamed`.
    package func levels(aboveUnit code: String, for asker: Asker) throws(InputFault) -> [Level] {
        let directory = asker.world.directory
        guard let unit = directory.unit(code: code) else { throw .noUnit(code, in: directory) }
        return levels(asker.world.ladders.unit, of: .unit(unit), for: asker)
    }

    /// - Throws: `nothingNamed`.
    package func levels(
        aboveOfficer login: String, for asker: Asker
    ) throws(InputFault) -> [Level] {
        let directory = asker.world.directory
        guard let person = directory.person(login: login) else {
            throw .nobody(login, in: directory)
        }
        return levels(asker.world.ladders.officer, of: .officer(person), for: asker)
    }

    private func levels(
        _ ladder: Ladder, of subject: LadderSubject, for asker: Asker
    ) -> [Level] {
        let search = HolderSearch(
            directory: asker.world.directory, subject: subject, about: nil, at: asker.now)
        return ladder.levels.map { Self.level($0, search) }
    }

    private static func level(_ level: Ladder.Level, _ search: HolderSearch) -> Level {
        Level(level: level, holders: search.holders(at: level))
    }

    /// A level that the issue may have reached, as its events tell.
    private static func level(
        _ level: Ladder.Level, _ search: HolderSearch, reachedBy issue: Issue,
        in climbs: [IssueEvent], roles: WorkflowRoles
    ) -> Level {
        var found = self.level(level, search)
        found.reached = climbs.first { event in
            event.body.climb.map { $0.from < level.level && $0.to == level.level } ?? false
        }
        let isCurrent = level.level == issue.attributes.level
        found.clock = isCurrent ? issue.liveClocks(.escalation, by: roles).last : nil
        return found
    }
}
