import DatabaseSupport
import Postgres
import Store
import Testing

@Suite("Named queries")
struct NamedQueryTests {
    @Test("mean on the migrated database what Swift binds and reads")
    func typesMatch() async throws {
        try await withDatabase { database in
            let catalogue = try QueryCatalogue(folder: Checkout.queries)
            let described = try await database.withConnection(as: TestCluster.server) {
                try await describe(catalogue, $0)
            }
            for name in QueryName.allCases {
                #expect(described[name] == QueryTypes.expected[name], "\(name)")
            }
        }
    }

    @Test("give rows where their header promises some, and none where it promises none")
    func cardinalitiesMatch() async throws {
        try await withDatabase { database in
            let catalogue = try QueryCatalogue(folder: Checkout.queries)
            for (name, query) in catalogue.queries {
                let columns = try await database.withConnection(as: TestCluster.server) {
                    try await $0.describe(name: name.rawValue, sql: query.sql).columns
                }
                #expect(columns.isEmpty == (query.cardinality == .execute), "\(name)")
            }
        }
    }

    @Test("give each column a name of its own, by which it is read")
    func distinctNames() async throws {
        try await withDatabase { database in
            let catalogue = try QueryCatalogue(folder: Checkout.queries)
            for (name, query) in catalogue.queries {
                let columns = try await database.withConnection(as: TestCluster.server) {
                    try await $0.describe(name: name.rawValue, sql: query.sql).columns
                }.map(\.name)
                #expect(Set(columns).count == columns.count, "\(name)")
                #expect(!columns.contains("?column?"), "\(name)")
            }
        }
    }

    private func describe(
        _ catalogue: QueryCatalogue, _ connection: PostgresConnection
    ) async throws -> [QueryName: String] {
        var described: [QueryName: String] = [:]
        for (name, query) in catalogue.queries {
            let description = try await connection.describe(name: name.rawValue, sql: query.sql)
            described[name] = TypeNames.text(description)
        }
        return described
    }
}

/// Writes a description as `int8[] text → id int8, name text`.
enum TypeNames {
    static func text(_ description: StatementDescription) -> String {
        let parameters = description.parameterOIDs.map(name).joined(separator: " ")
        let columns = description.columns.map { "\($0.name) \(name($0.oid))" }
        return "\(parameters) → \(columns.joined(separator: ", "))"
    }

    private static func name(_ oid: UInt32) -> String {
        names[oid] ?? "type \(oid)"
    }

    private static let names: [UInt32: String] = [
        16: "bool", 17: "bytea", 20: "int8", 21: "int2", 23: "int4", 25: "text", 114: "json",
        1082: "date", 1184: "time", 199: "json[]", 1000: "bool[]", 1001: "bytea[]", 1005: "int2[]",
        1007: "int4[]", 1009: "text[]", 1016: "int8[]", 1185: "time[]",
    ]
}
