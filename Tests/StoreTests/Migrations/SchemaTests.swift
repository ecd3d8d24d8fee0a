import DatabaseSupport
import Foundation
import Testing

@Suite("The schema")
struct SchemaTests {
    @Test("is what SQL/schema.sql says; ops/schema writes it anew")
    func asWritten() async throws {
        try await withDatabase { database in
            let script = Checkout.root.appending(path: "ops/schema").path
            let outcome = try Program.run([script, database.conninfo])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let written = try String(
                contentsOf: Checkout.root.appending(path: "SQL/schema.sql"), encoding: .utf8)
            #expect(outcome.output == written)
        }
    }
}
