package import Casework
import Definitions
package import Postgres
import Workflow
import WorkingTime

/// Reads the published world out of the database.
package struct WorldLoader: Sendable {
    private let queries: QueryCatalogue
    private let answer: @Sendable (Statement) async throws -> Rows

    package init(pool: ConnectionPool, queries: QueryCatalogue) {
        self.queries = queries
        answer = { statement in try await pool.withConnection { try await $0.query(statement) } }
    }

    /// Reads within a transaction: also what is not committed yet.
    init(within connection: PostgresConnection, queries: QueryCatalogue) {
        self.queries = queries
        answer = { try await connection.query($0) }
    }

    /// Changes whenever something was published.
    package func mark() async throws -> Int64 {
        try await rows(.publicationMark).first?.int64(0) ?? 0
    }

    /// Loads everything; the catalogue knows every state that the world's workflows name.
    ///
    /// - Throws: `WorldFault` where nothing was published yet.
    package func load() async throws -> (world: World, catalogue: StateCatalogue) {
        try await converting {
            let workflows = try await self.workflows()
            guard !workflows.isEmpty else {
                throw WorldFault("no workflow is published: run zhuqid publish")
            }
            let calendars = try await calendars()
            let directory = try await DirectoryLoader(
                queries: queries, zone: calendars.first?.zone ?? .utc, answer: answer
            ).directory()
            let world = World(
                directory: directory, routing: try await routing(),
                ladders: try await ladders(), notices: try await notices(),
                workflows: workflows, calendars: calendars)
            return (world, try await catalogue())
        }
    }

    private func rows(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        try await answer(queries.statement(name, parameters))
    }

    private func workflows() async throws -> [PublishedWorkflow] {
        try await rows(.workflowVersions).map { row in
            let name = try row.text(1)
            let version = Int(try row.int32(2))
            return PublishedWorkflow(
                id: WorkflowVersionID(try row.int64(0)), version: version,
                definition: try DefinitionReader.publishedWorkflow(
                    try row.text(3), file: "\(name)@\(version)"))
        }
    }

    private func calendars() async throws -> [WorkingCalendar] {
        try await rows(.documents, .text("calendar")).map { row in
            let name = try row.text(0)
            let revision = Int(try row.int32(1))
            let definition = try DefinitionReader.calendar(
                try row.text(2), file: "\(name)@\(revision)")
            return try WorkingCalendar(definition, revision: revision)
        }
    }

    private func routing() async throws -> RoutingTable {
        guard let text = try await newest("routing") else { return RoutingTable(rules: []) }
        return try DefinitionReader.routing(text, file: "routing")
    }

    private func ladders() async throws -> Ladders {
        guard let text = try await newest("ladder") else {
            return Ladders(handling: Ladder(levels: []), service: Ladder(levels: []))
        }
        return try DefinitionReader.ladder(text, file: "ladder")
    }

    private func notices() async throws -> NoticeRules {
        guard let text = try await newest("notices") else { return .plain }
        return try DefinitionReader.notices(text, file: "notices")
    }

    private func newest(_ kind: String) async throws -> String? {
        try await rows(.newestDocument, .text(kind), .text(kind)).first?.text(1)
    }

    private func catalogue() async throws -> StateCatalogue {
        let states = try await rows(.states).map { row in
            StateCatalogue.State(
                id: try row.int32(0), workflow: try row.int64OrNil(1).map(WorkflowVersionID.init),
                name: try row.text(2), isOpen: try row.bool(3))
        }
        let actions = try await rows(.actions).map { (id: try $0.int32(0), name: try $0.text(1)) }
        return StateCatalogue(states: states, actions: actions)
    }
}
