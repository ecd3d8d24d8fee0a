import Foundation
import Testing
import Workflow

/// An attribute fills a column: the table, the examination and the statements that write must have it.
@Suite("The columns of an issue's head")
struct HeadColumnTests {
    /// What every head has beside attributes.
    private static let others: Set = [
        "id", "number", "case_id", "enterprise_id", "filer", "workflow_version_id", "sequence",
        "state", "is_open", "class_rank", "due_at", "attributes", "clock_count", "head_digest",
        "created_at", "updated_at",
    ]

    private static let attributes = Set(HeadColumn.allCases.map(\.rawValue))

    @Test("are those that attributes fill, and the others")
    func table() throws {
        let schema = try SourceFiles.text("SQL/schema.sql")
        let start = try #require(schema.range(of: "CREATE TABLE public.issue ("))
        let lines = schema[start.upperBound...].split(separator: "\n")
            .prefix { !$0.hasPrefix(")") }
        let columns = lines.compactMap { line in
            line.firstMatch(of: /^ +([a-z_]+)\b/).map { String($0.output.1) }
        }
        #expect(Set(columns) == Self.attributes.union(Self.others))
    }

    @Test(
        "are read to be examined, and written when an issue is created or moves",
        arguments: HeadColumn.allCases.map(\.rawValue))
    func statements(column: String) throws {
        #expect(try Self.words(of: "headsByID", in: "audit.sql").contains(column))
        let created = try Self.words(of: "createIssues", in: "batch.sql").contains(column)
        let moved = try Self.words(of: "moveHeads", in: "batch.sql").contains(column)
        #expect(created || moved)
    }

    private static func words(of query: String, in file: String) throws -> Set<String> {
        let text = try SourceFiles.text("SQL/queries/\(file)")
        let start = try #require(text.range(of: "-- name: \(query) "))
        let rest = text[start.upperBound...]
        let end = rest.range(of: "-- name: ")?.lowerBound ?? rest.endIndex
        return Set(rest[..<end].matches(of: /[a-z_]+/).map { String($0.output) })
    }
}
