import APIModel
import DatabaseSupport
import Engine
import Foundation
import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import NIOCore
import Notices
import Testing
import UseCases

@Suite("The table of routes")
struct RouteTableTests {
    /// Every route, that of simulated time too.
    private static func router(_ fixture: TestFixture) throws -> Router<APIContext> {
        let mover = ClockMover(gateway: fixture.gateway, sweeper: nil, outbox: nil) { _ in }
        let notices = NoticeAccess(
            addressGuard: AddressGuard(allowed: []), wakeUp: WakeUp(), linkKey: TestFixture.linkKey)
        let useCases = RequestUseCases(
            gateway: fixture.gateway, records: fixture.records, notices: notices, clockMover: mover,
            tokenUses: TokenUses())
        return try API(
            useCases: useCases, limits: ConnectionLimits(), observer: Observers(), version: "1"
        )
        .router()
    }

    /// What is asked of the router, without a server.
    private static func ask(
        _ router: Router<APIContext>, _ headers: HTTPFields = [:],
        _ method: HTTPRequest.Method = .get
    ) async throws -> TestResponse {
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/openapi.json", method: method, headers: headers)
        }
    }

    private static func bytes(_ answer: TestResponse) -> [UInt8] {
        Array(answer.body.readableBytesView)
    }

    private static func described(_ bytes: [UInt8]) throws -> Set<String> {
        struct Document: Decodable { let paths: [String: [String: JSONValue]] }
        let document = try JSONText.decode(Document.self, from: bytes)
        return Set(
            document.paths.flatMap { path, operations in
                operations.keys.map { "\($0.uppercased()) \(path)" }
            })
    }

    @Test("is what the server listens to and what it describes, both ways")
    func bothWays() async throws {
        try await withFixture { fixture in
            let router = try Self.router(fixture)
            try router.validate()
            let served = Set(
                router.routes.filter { $0.method != .head }.map {
                    "\($0.method.rawValue) \($0.path)"
                })
            let described = try Self.described(Self.bytes(try await Self.ask(router)))
            #expect(served.subtracting(described) == [], "served, and not described")
            #expect(described.subtracting(served) == [], "described, and not served")
            #expect(served.count > 50)
        }
    }

    /// What changes in it changes for every client: it is read before it is committed.
    @Test("is described as the copy in the tree says")
    func copy() async throws {
        try await withFixture { fixture in
            let bytes = Self.bytes(try await Self.ask(try Self.router(fixture)))
            let object = try JSONSerialization.jsonObject(with: Data(bytes))
            let text = try JSONSerialization.data(
                withJSONObject: object,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            try Golden.expect(String(decoding: text, as: UTF8.self) + "\n", "openapi.json")
        }
    }

    @Test("says of each step of a path what it is, and not the same of two kinds of things")
    func steps() async throws {
        struct Parameter: Decodable {
            let name: String
            let description: String
        }
        struct Operation: Decodable {
            let parameters: [Parameter]?
            let responses: [String: JSONValue]
        }
        struct Document: Decodable { let paths: [String: [String: Operation]] }
        try await withFixture { fixture in
            let bytes = Self.bytes(try await Self.ask(try Self.router(fixture)))
            let paths = try JSONText.decode(Document.self, from: bytes).paths
            var told: [String: Set<String>] = [:]
            for (path, operations) in paths {
                let parameters = operations.values.flatMap { $0.parameters ?? [] }
                #expect(parameters.allSatisfy { !$0.description.isEmpty }, "\(path)")
                // What is always there is never missing; time moves only where it is simulated.
                let isMissed = operations.values.contains { $0.responses["404"] != nil }
                #expect(!isMissed || path.contains("{") || path == "/v1/clock", "\(path)")
                let collection = path.split(separator: "/").dropFirst().first.map(String.init)
                told[collection ?? "", default: []]
                    .formUnion(parameters.filter { $0.name == "id" }.map(\.description))
            }
            #expect(told.values.allSatisfy { $0.count <= 1 })
            let texts = told.values.flatMap { $0 }
            #expect(Set(texts).count == texts.count && texts.count == 6)
        }
    }

    @Test("is sent once to whoever keeps it")
    func tag() async throws {
        try await withFixture { fixture in
            let router = try Self.router(fixture)
            let first = try await Self.ask(router)
            #expect(first.status == .ok)
            #expect(first.headers[.contentType] == "application/json")
            let tag = try #require(first.headers[.eTag])
            let second = try await Self.ask(router, [.ifNoneMatch: tag])
            #expect(second.status == .notModified && second.body.readableBytes == 0)
            #expect(second.headers[.eTag] == tag)
            #expect(try await Self.ask(router, [.ifNoneMatch: "\"0\""]).status == .ok)
            #expect(try await Self.ask(router, [.ifNoneMatch: "0"]).status == .badRequest)
        }
    }
}
