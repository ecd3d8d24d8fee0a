import APIModel
import Client
import Languages

/// Reads a queue as the command line asks for it.
struct QueueReading {
    let name: QueueName
    let listsIssues: Bool
    let filter: ListFilter
    /// The name of the kept filter that is used; nil for none.
    let context: String?
    /// As they were typed.
    let columns: String?
    let sort: String?
    let limit: Int?
    let cursor: String?
    let readsAll: Bool
    let form: ListForm
    let fields: JSONFields?

    /// For people, with what stands above the list.
    func lines(at session: Session) async throws -> [String] {
        let principal = try await session.client.whoami().value
        let greeting =
            session.console.canvas.width == nil
            ? context.map { [QueueGreeting.line(of: $0, session.language)] } ?? []
            : try await QueueGreeting.lines(at: session, context: context)
        let away = TimesAway(principal: principal, language: session.language).lines
        let list =
            listsIssues
            ? try await issueLines(at: session, now: principal.now)
            : try await dutyLines(at: session, now: principal.now)
        return greeting + away + list
    }

    /// For programs.
    func write(to session: Session) async throws {
        if listsIssues {
            let query = try await issueQuery(at: session)
            try await issueListing(query, at: session).write(to: session)
        } else {
            let query = try await dutyQuery(at: session)
            try await dutyListing(query, at: session).write(to: session)
        }
    }

    private func dutyLines(at session: Session, now: String?) async throws -> [String] {
        let chosen: [DutyListColumn]? = try columns.map { try ColumnNames.columns($0) }
        let query = try await dutyQuery(at: session)
        return try await dutyListing(query, at: session).lines(at: session) { duties, next in
            DutyTable(
                duties: duties, query: query, next: next, now: now, language: session.language,
                columns: chosen
            ).lines(on: session.console.canvas)
        }
    }

    private func issueLines(at session: Session, now: String?) async throws -> [String] {
        let chosen: [IssueListColumn]? = try columns.map { try ColumnNames.columns($0) }
        let query = try await issueQuery(at: session)
        return try await issueListing(query, at: session).lines(at: session) { issues, next in
            QueueTable(
                issues: issues, query: query, next: next, language: session.language, now: now,
                columns: chosen
            ).lines(on: session.console.canvas)
        }
    }
}
