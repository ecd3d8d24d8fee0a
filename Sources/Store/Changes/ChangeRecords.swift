package import Casework
import Postgres
package import WorkingTime

/// Finds the issues that a change of many concerns, page by page, and since when servers can know of
/// what it changes to.
package struct ChangeRecords: Sendable {
    let database: Database

    /// Lists the running issues of a version that the filter lets through, ordered by id.
    package func openIssues(
        of version: WorkflowVersionID, _ filter: RunningFilter, after last: IssueID?, limit: Int
    ) async throws -> [IssueID] {
        try await database.read(
            .openIssuesOfVersion, .int64(version.rawValue), .int64(last?.rawValue ?? 0),
            .int32s(filter.states), .texts(filter.classes), .texts(filter.categories),
            .texts(filter.divisions), .int64s(filter.units.map(\.rawValue)),
            .texts(filter.numbers), .int32(Int32(limit))
        ).map { IssueID(try $0.int64("id")) }
    }

    /// Finds the ids of states, over all versions.
    package func states(named names: [String]) throws(WorldFault) -> [Int32] {
        var found: [Int32] = []
        for name in names {
            let ids = database.catalogue.value.ids(ofStatesNamed: name)
            guard !ids.isEmpty else { throw WorldFault("no state is called \(name)") }
            found += ids
        }
        return found
    }

    /// Lists open issues with a clock on an earlier revision of the calendar, ordered by id.
    package func issues(
        before adoption: CalendarAdoption, after last: IssueID?, limit: Int
    ) async throws -> [IssueID] {
        try await database.read(
            .issuesOnEarlierRevision, .text(adoption.calendar),
            .int32(Int32(adoption.revision)), .int64(last?.rawValue ?? 0), .int32(Int32(limit))
        ).map { IssueID(try $0.int64("issue_id")) }
    }

    /// Lists what somebody handles or looks after, and is open or may be left again, ordered by id.
    package func issues(
        of person: PersonID, after last: IssueID?, limit: Int
    ) async throws -> [IssueID] {
        try await database.read(
            .issuesOfOfficer, .int64(person.rawValue), .int64(last?.rawValue ?? 0),
            .int32(Int32(limit))
        ).map { IssueID(try $0.int64("id")) }
    }

    /// Tells when a version was published.
    package func publishedAt(_ version: WorkflowVersionID) async throws -> Instant? {
        try await database.read(.versionPublishedAt, .int64(version.rawValue)).first
            .map { try $0.instant("published_at") }
    }

    /// Tells when the revision of a calendar was published.
    package func publishedAt(_ adoption: CalendarAdoption) async throws -> Instant? {
        try await database.read(
            .calendarPublishedAt, .text(adoption.calendar), .int32(Int32(adoption.revision))
        ).first.map { try $0.instant("published_at") }
    }
}

/// Narrows which running issues are listed; empty lists are any.
package struct RunningFilter: Sendable {
    package let states: [Int32]
    package let classes: [String]
    package let categories: [String]
    package let divisions: [String]
    /// That lead.
    package let units: [UnitID]
    package let numbers: [String]

    package init(
        states: [Int32], classes: [String], categories: [String], divisions: [String],
        units: [UnitID], numbers: [String]
    ) {
        self.states = states
        self.classes = classes
        self.categories = categories
        self.divisions = divisions
        self.units = units
        self.numbers = numbers
    }
}
