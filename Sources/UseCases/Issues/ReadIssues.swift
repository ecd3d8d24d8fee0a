package import Casework
package import Engine
package import Store
package import WorkingTime

/// Reads issues, their histories, and how their deadlines came about.
package struct ReadIssues: Sendable {
    private let issues: IssueRecords
    private let lists: IssueLists
    private let enterprises: EnterpriseRecords
    private let common: CommonRecords
    private let duties: ReadDuties

    package init(records: Records) {
        issues = records.issues
        lists = records.lists
        enterprises = records.enterprises
        common = records.common
        duties = ReadDuties(records: records)
    }

    /// A page of issues with their enterprises.
    package struct Page: Sendable {
        package let issues: [Issue]
        package let enterprises: [EnterpriseID: Enterprise]
        /// Where the next page begins; nil where none follows.
        package let next: QueuePlace?
    }

    /// Lists what the asker may see.
    package func list(
        _ question: IssueQuestion, after place: QueuePlace?, limit: Int, for asker: Asker
    ) async throws -> Page {
        let selection = try IssueSelection(question, for: asker)
        // One place more than asked for, to know whether a page follows.
        let places = try await places(selection, after: place, limit: limit + 1, asker.scope)
        let found = try await issues.issues(places.prefix(limit).map(\.issue)).filter(asker.sees)
        return Page(
            issues: found,
            enterprises: try await enterprises.enterprises(found.compactMap(\.enterprise)),
            next: places.count > limit ? places[limit - 1] : nil)
    }

    private func places(
        _ selection: IssueSelection, after place: QueuePlace?, limit: Int, _ scope: Scope
    ) async throws -> [QueuePlace] {
        if let unit = selection.singleUnit, scope.units.contains(unit) {
            return try await lists.queue(of: unit, after: place, limit: limit)
        }
        return try await lists.list(selection.filter, in: scope, after: place, limit: limit)
    }

    /// Gathers what is shown of one issue.
    package func extract(
        of issue: Issue, for asker: Asker, _ reading: IssueExtract.Reading
    ) async throws -> IssueExtract {
        let enterprise = try await enterprises.enterprise(issue.enterprise)
        return IssueExtract(
            issue: issue, enterprise: enterprise,
            showsPhone: try reading.showsPhone(of: issue, to: asker),
            proposal: issue.attributes.leadUnit == nil
                ? Decider(world: asker.world).proposal(for: issue) : nil,
            memberCount: try await common.members(ofCommon: issue.id).count,
            confidentialNumber: try await confidentialNumber(of: issue),
            duties: try await duties.duties(on: issue, of: enterprise, for: asker))
    }

    private func confidentialNumber(of issue: Issue) async throws -> String? {
        guard issue.attributes.isConfidential else { return nil }
        return ConfidentialNumber.of(try await issues.events(of: issue.id, upTo: issue.sequence))
    }

    /// Reads a page of an issue's history, ordered by sequence.
    package func events(
        of issue: Issue, after place: Int, limit: Int
    ) async throws -> ResultPage<IssueEvent> {
        ResultPage(
            try await issues.events(
                of: issue.id, after: place, upTo: Int(Int32.max), limit: limit + 1),
            limit: limit)
    }

    /// Finds what tells how the deadline of a clock came about.
    ///
    /// - Throws: `notFound`.
    package func course(
        ofClock number: Int64?, of issue: Issue, for asker: Asker
    ) throws(InputFault) -> ClockCourse {
        guard let clock = issue.clocks.first(where: { Int64($0.number) == number }),
            let calendar = asker.world.calendars.calendar(of: clock)
        else { throw .notFound }
        return ClockCourse(
            clock: clock, calendar: calendar,
            end: clock.status == .paused ? max(asker.now, clock.startedAt) : clock.dueAt)
    }
}

/// A clock, and the stretch of time over which its deadline came about.
package struct ClockCourse: Sendable {
    package let clock: Clock
    package let calendar: WorkingCalendar
    /// The deadline; now while the clock is paused and has none.
    package let end: Instant
}
