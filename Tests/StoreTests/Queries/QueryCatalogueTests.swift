import DatabaseSupport
import Foundation
import Postgres
import Store
import Testing

@Suite("The catalogue of queries")
struct QueryCatalogueTests {
    @Test("knows every name that the program calls, with its own text")
    func complete() throws {
        let catalogue = try QueryCatalogue(folder: Checkout.queries)
        #expect(Set(catalogue.queries.keys) == Set(QueryName.allCases))
        #expect(catalogue.queries[.issueIDByNumber]?.cardinality == .optional)
        #expect(catalogue.statement(.nextAlarm).sql.contains("min(next_alarm_at)"))
    }

    @Test("refuses a folder in which a query is missing")
    func missing() throws {
        try expect(.missing(["nextAlarm"]), of: ["a.sql": whole(without: "nextAlarm")])
    }

    @Test("refuses a query that nobody calls")
    func unused() throws {
        let orphan = "-- name: orphan :many\nSELECT 1;\n"
        try expect(.unused(["orphan"]), of: ["a.sql": whole(), "b.sql": orphan])
    }

    @Test("refuses two queries with one name, in one file or in two")
    func repeated() throws {
        let again = "-- name: nextAlarm :one\nSELECT 1;\n"
        try expect(.repeated("nextAlarm"), of: ["a.sql": whole(), "b.sql": again])
        try expect(.repeated("nextAlarm"), of: ["a.sql": whole() + again])
    }

    @Test(
        "refuses a header that it can't read",
        arguments: [
            "-- name: orphan", "-- name: orphan many", "-- name: orphan :lots", "-- name:",
            "-- name: two words :many",
        ])
    func badHeader(line: String) throws {
        try expect(
            .badHeader(file: "b.sql", line: line), of: ["a.sql": whole(), "b.sql": "\(line)\n"])
    }

    @Test("refuses a folder that is not there")
    func unreadable() throws {
        let folder = URL(filePath: "/nowhere/queries")
        #expect(throws: QueryFault.unreadable(folder.path)) {
            try QueryCatalogue(folder: folder)
        }
    }

    /// All queries in one text, but one.
    private func whole(without omitted: String? = nil) throws -> String {
        try QueryCatalogue(folder: Checkout.queries).queries.values
            .filter { $0.name != omitted }
            .map { "-- name: \($0.name) :\($0.cardinality.rawValue)\n\($0.sql)\n" }
            .joined()
    }

    private func expect(_ fault: QueryFault, of texts: [String: String]) throws {
        let folder = try Scratch.folder(holding: texts)
        defer { Scratch.remove(folder) }
        #expect(throws: fault) { try QueryCatalogue(folder: folder) }
    }
}
