import APIModel
import Testing

extension ServerTests {
    /// What nobody reads is refused, so that a misspelt filter does not show everything, and what was
    /// meant to narrow an action does not pass unseen.
    @Suite struct UnknownParameterTests {
        private struct Route: Hashable {
            let method: String
            let path: String
        }

        /// Those that are asked without a token: messengers and supervisors add what they like.
        private static let tolerant = ["/v1/links/{token}", "/livez", "/readyz"].map {
            Route(method: "GET", path: $0)
        }

        @Test func everyRouteRefusesWhatItDoesNotKnow() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(Filings.body())
                let values = [
                    "/cases/{id}": filed.id, "/issues/{id}": filed.issues[0].number,
                    "/workflows/{id}": "enterprise-assistance", "/calendars/{id}": "cn",
                    "/units/{code}": "industry", "/officers/{login}": People.officer,
                    "/deliveries/{id}": "1", "/subscriptions/{id}": "1", "/links/{token}": "zl_0",
                ]
                let routes = try Self.routes(try await server.get("/openapi.json", as: nil))
                #expect(routes.count > 40)
                #expect(Set(routes.map(\.method)) == ["GET", "POST", "PUT", "DELETE"])
                let token = try await server.token(People.officer)
                for route in routes where !Self.tolerant.contains(route) {
                    var path = route.path.replacing("/clocks/{number}", with: "/clocks/1")
                    for (pattern, value) in values {
                        let fixed = pattern.split(separator: "{")[0]
                        path = path.replacing(pattern, with: fixed + value)
                    }
                    #expect(!path.contains("{"), "no example for \(route)")
                    let answer = try await server.wire.send(
                        WireCall(method: route.method, path: path + "?colour=red").token(token))
                    #expect(answer.status == 400, "\(route): \(answer.status)")
                    guard answer.status == 400 else { continue }
                    #expect(try answer.problem.code == "CW229", "\(route)")
                }
            }
        }

        /// The routes as the server describes them.
        private static func routes(_ description: Answer) throws -> [Route] {
            struct Document: Decodable { let paths: [String: [String: JSONValue]] }
            return try description.decoded(as: Document.self).paths.flatMap { path, operations in
                operations.keys.map { Route(method: $0.uppercased(), path: path) }
            }
        }
    }
}
