import Casework
package import Engine
import Languages
package import Store
import Workflow
import WorkingTime

/// Counts for whoever oversees: filed, closed and closed in time in a period, open, overdue and raised now.
package struct SummariseIssues: Sendable {
    package struct Summary: Sendable {
        package let period: SummaryPeriod
        package let grouping: SummaryGrouping
        package let total: SummaryCounts
        package let groups: [SummaryGroup]
    }

    private let records: SummaryRecords

    package init(records: Records) {
        self.records = records.summaries
    }

    /// Complaints about a unit count wherever the asker may read them; none is named.
    ///
    /// - Throws: `badParameter` for what is no date, `forbidden` for whoever oversees nothing.
    package func summary(
        over length: SummaryPeriod.Length, from day: String?, by grouping: SummaryGrouping,
        for asker: Asker
    ) async throws -> Summary {
        guard asker.oversees else {
            throw InputFault.forbidden(
                zh: "统计供领导、活动办、专班、单位负责人和审计人员使用；要您办的见 GET /v1/duties。",
                en: "summaries are for leaders, campaign offices, task forces, heads of units and "
                    + "auditors; GET /v1/duties lists what is yours to do")
        }
        let zone = asker.world.calendars.zone
        let date = try FilterName(asker).day(day, "from") ?? zone.date(at: asker.now)
        let period = try SummaryPeriod(length, containing: date)
        let counts = try await records.counts(
            by: grouping, in: asker.scope, over: period.span(in: zone), at: asker.now,
            closing: asker.world.definitions.closingNames)
        let members = SummaryMembers(grouping: grouping, world: asker.world, now: asker.now)
        return Summary(
            period: period, grouping: grouping,
            total: counts.values.reduce(into: SummaryCounts(), +=),
            groups: SummaryRanking.ranked(members.groups(of: counts)))
    }
}

extension Asker {
    /// Whether it has a post that oversees what others do, by itself or for somebody absent.
    var oversees: Bool {
        guard case .person(let person) = principal else { return scope.seesAll }
        return world.directory.acting(person, at: now).grants.contains { $0.role.oversees }
    }
}

extension Right.Role {
    fileprivate var oversees: Bool {
        switch self {
        case .unitHead, .taskForce, .districtOffice, .cityOffice, .leader, .auditor: true
        case .serviceOfficer, .handler, .caller, .integrator, .systemAdministrator,
            .securityAdministrator, .auditAdministrator, .system, .enterprise:
            false
        }
    }
}

extension PublishedDefinitions {
    /// What each version calls closed and the resolution, as the audit has it.
    var closingNames: [ClosingNames] {
        names.flatMap(versions).map { workflow in
            let roles = workflow.definition.roles
            return ClosingNames(
                version: workflow.id, closed: roles.states[.closed] ?? [],
                resolutions: roles.clocks[.resolution] ?? [])
        }
    }
}
