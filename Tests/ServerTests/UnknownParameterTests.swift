import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What nobody reads is refused, so that a misspelt filter does not show everything.
    @Suite struct UnknownParameterTests {
        /// Those that are asked without a token: messengers and supervisors add what they like.
        private static let tolerant = ["/v1/links/:token", "/livez", "/readyz"]

        @Test func everyRouteThatReadsRefusesWhatItDoesNotKnow() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(Filings.body())
                let values = [
                    "/cases/:id": filed.id, "/issues/:id": filed.issues[0].number,
                    "/workflows/:id": "enterprise-assistance", "/calendars/:id": "cn",
                    "/units/:code": "industry", "/officers/:login": People.officer,
                    "/deliveries/:id": "1",
                ]
                let routes = try Self.routes()
                #expect(routes.count > 25)
                for route in routes where !Self.tolerant.contains(route) {
                    var path = route.replacing("/clocks/:number", with: "/clocks/1")
                    for (pattern, value) in values {
                        let fixed = pattern.split(separator: ":")[0]
                        path = path.replacing(pattern, with: fixed + value)
                    }
                    #expect(!path.contains(":"), "no example for \(route)")
                    let answer = try await server.get(path + "?colour=red", as: People.officer)
                    #expect(answer.status == 400, "\(path): \(answer.status)")
                    guard answer.status == 400 else { continue }
                    #expect(try answer.problem.code == "CW229")
                }
            }
        }

        /// The routes as the controllers add them.
        private static func routes() throws -> [String] {
            let folder = Product.root.appending(path: "Sources/HTTPAPI/Controllers")
            return try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil
            ).flatMap { file in
                let text = try String(contentsOf: file, encoding: .utf8)
                let name = file.lastPathComponent
                let prefix =
                    name == "HealthController.swift"
                    ? "" : name == "LinkController.swift" ? "/v1/links" : "/v1"
                return text.matches(of: /router\.get\(\s*"([^"]+)"/).map {
                    prefix + String($0.output.1)
                }
            }.sorted()
        }
    }
}
