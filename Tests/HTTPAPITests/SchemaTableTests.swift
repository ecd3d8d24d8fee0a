import APIModel
import Hummingbird
import Testing

@testable import HTTPAPI

@Suite("The types in the description of the API")
struct SchemaTableTests {
    private struct Note: Codable, Sendable { let text: String }

    @Test("are either sent or answered")
    func bothWays() throws {
        let endpoint = try Endpoint.post(.visits, "记录", "Notes") {
            (_: Call, body: SentBody<Note>) in
            Reply(try await body.read().value)
        }
        let fault = #expect(throws: ShapeFault.self) { try SchemaTable(of: [endpoint]) }
        #expect(fault?.reason == "is both sent and answered")
    }

    @Test("are there for answers of any kind")
    func otherContent() throws {
        let endpoint = Endpoint.get(
            .workflowDrawing, "图", "Draws", contentType: "application/problem+json",
            try Shape(of: LabelAnswer.self)
        ) { _ in Response(status: .ok) }
        let components = try SchemaTable(of: [endpoint]).components
        #expect(components["LabelAnswer"] != nil)
    }
}
