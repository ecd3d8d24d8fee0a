package import Casework
import Definitions
package import Postgres
import Workflow
import WorkingTime

/// Reads the published world out of the database.
package struct WorldLoader: Sendable {
    private let pool: ConnectionPool
    private let queries: QueryCatalogue

    package init(pool: ConnectionPool, queries: QueryCatalogue) {
        self.pool = pool
        self.queries = queries
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
            let world = World(
                directory: try await directory(), routing: try await routing(),
                ladder: try await ladder(), workflows: workflows,
                calendars: try await calendars())
            return (world, try await catalogue())
        }
    }

    private func rows(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        let statement = queries.statement(name, parameters)
        return try await pool.withConnection { try await $0.query(statement) }
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

    private func ladder() async throws -> Ladder {
        guard let text = try await newest("ladder") else { return Ladder(levels: []) }
        return try DefinitionReader.ladder(text, file: "ladder")
    }

    private func newest(_ kind: String) async throws -> String? {
        try await rows(.newestDocument, .text(kind), .text(kind)).first?.text(1)
    }

    private func directory() async throws -> Directory {
        let divisions = try await rows(.divisions).map { row in
            Division(
                code: try row.text(0), name: Label(zh: try row.text(1), en: try row.text(2)),
                parent: try row.textOrNil(3))
        }
        return Directory(
            units: try await units(), persons: try await persons(), divisions: divisions)
    }

    private func units() async throws -> [Unit] {
        try await rows(.units).map { row in
            let kindName = try row.text(4)
            guard let kind = Unit.Kind(rawValue: kindName) else {
                throw WorldFault("a unit is of the unknown kind \(kindName)")
            }
            return Unit(
                id: UnitID(try row.int64(0)), code: try row.text(1),
                name: Label(zh: try row.text(2), en: try row.text(3)), kind: kind,
                parent: try row.int64OrNil(5).map(UnitID.init), division: try row.text(6),
                functions: try row.texts(7), categories: try row.texts(8),
                aliases: try row.texts(9))
        }
    }

    private func persons() async throws -> [Person] {
        var grants: [PersonID: [Person.Grant]] = [:]
        for row in try await rows(.roleGrants) {
            let roleName = try row.text(1)
            guard let role = Right.Role(rawValue: roleName) else {
                throw WorldFault("a grant names the unknown role \(roleName)")
            }
            grants[PersonID(try row.int64(0)), default: []].append(
                Person.Grant(role: role, unit: UnitID(try row.int64(2))))
        }
        var paired: [PersonID: Set<EnterpriseID>] = [:]
        for row in try await rows(.pairings) {
            paired[PersonID(try row.int64(0)), default: []].insert(EnterpriseID(try row.int64(1)))
        }
        return try await rows(.persons).map { row in
            let id = PersonID(try row.int64(0))
            return Person(
                id: id, login: try row.text(1), name: try row.text(2), phone: try row.textOrNil(3),
                grants: grants[id] ?? [], pairedEnterprises: paired[id] ?? [])
        }
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
