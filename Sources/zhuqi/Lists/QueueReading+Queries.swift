import Client
import Languages

/// What is asked for, page by page.
extension QueueReading {
    func dutyListing(
        _ query: DutyQuery, at session: Session
    ) throws(StaffError) -> Listing<DutyListColumn> {
        try listing(in: session.language) { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await session.client.duties(query)
        }
    }

    func issueListing(
        _ query: IssueQuery, at session: Session
    ) throws(StaffError) -> Listing<IssueListColumn> {
        try listing(in: session.language) { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await session.client.issues(query)
        }
    }

    private func listing<Column: ListColumn>(
        in language: Language, fetch: @escaping AllPages<Column.Item>.Fetch
    ) throws(StaffError) -> Listing<Column> {
        let order = try sort.map { typed throws(StaffError) in
            try ColumnNames<Column>.order(typed)
        }
        let chosen = try columns.map { typed throws(StaffError) in
            try ColumnNames<Column>.columns(typed)
        }
        return Listing(
            fetch: fetch, cursor: cursor, readsAll: readsAll, order: ListOrder(terms: order ?? []),
            most: sort == nil ? nil : limit,
            writer: ListWriter(
                form: form, fields: fields, columns: chosen ?? Column.allCases, language: language))
    }

    /// To be sorted a list is read in the largest pages.
    private var pageSize: Int? { sort == nil ? limit : Listing<DutyListColumn>.largestPage }

    func dutyQuery(at session: Session) async throws -> DutyQuery {
        var query = DutyQuery(queue: name.duties, cursor: cursor, limit: pageSize)
        let words = try await words(at: session)
        query.state = try words?.name(filter[.state], as: .state)
        query.class = try words?.name(filter[.class], as: .issueClass)
        query.category = try words?.name(filter[.category], as: .category)
        (query.unit, query.division) = (filter[.unit], filter[.division])
        (query.workflow, query.text) = (filter[.workflow], filter[.search])
        return query
    }

    func issueQuery(at session: Session) async throws -> IssueQuery {
        guard let queue = name.issues else {
            throw StaffError.usage(
                zh: "\(name.rawValue) 只列待办，不能与 --issues 同时给出",
                en: "\(name.rawValue) lists only what is owed; leave --issues out")
        }
        let words = try await words(at: session)
        return IssueQuery(
            queue: queue, unit: filter[.unit],
            state: try words?.name(filter[.state], as: .state),
            class: try words?.name(filter[.class], as: .issueClass),
            category: try words?.name(filter[.category], as: .category),
            division: filter[.division], workflow: filter[.workflow], text: filter[.search],
            cursor: cursor, limit: pageSize)
    }

    /// The server's words, asked for only where identifiers are to be made of what was typed.
    private func words(at session: Session) async throws(ClientError) -> FilterWords? {
        try await filter.words(at: session)
    }
}
