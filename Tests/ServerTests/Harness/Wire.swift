import APIModel
import AsyncHTTPClient
import Foundation
import JSON
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests as they are written, however wrong, and never twice.
struct Wire: Sendable {
    let address: String

    /// Shared by all tests, for the life of the process.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(timeout: .init(connect: .seconds(5)))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    func send(_ call: WireCall, within limit: Duration = .seconds(120)) async throws -> Answer {
        var request = HTTPClientRequest(url: address + call.path)
        request.method = HTTPMethod(rawValue: call.method)
        for (name, value) in call.headers { request.headers.add(name: name, value: value) }
        if let body = call.body { request.body = .bytes(body) }
        let response = try await Self.client.execute(
            request, timeout: .seconds(limit.components.seconds))
        let body = try await response.body.collect(upTo: 32 << 20)
        let answer = Answer(
            status: Int(response.status.code), headers: response.headers,
            body: Array(body.readableBytesView))
        try Described.hold(call, answer)
        return answer
    }

    /// Tells whether a path is answered with success; false also where nobody listens.
    func answers(_ path: String) async throws -> Bool {
        do {
            return try await send(.get(path)).status == 200
        } catch is HTTPClientError {
            return false
        } catch is IOError {
            return false
        } catch is NIOConnectionError {
            return false
        }
    }
}

/// One request, as it travels.
struct WireCall: Sendable {
    var method: String
    var path: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?

    static func get(_ path: String) -> WireCall { WireCall(method: "GET", path: path) }

    static func post(_ path: String, _ body: [UInt8]) -> WireCall {
        WireCall(
            method: "POST", path: path, headers: [("Content-Type", "application/json")],
            body: body)
    }

    func with(_ name: String, _ value: String?) -> WireCall {
        guard let value else { return self }
        var call = self
        call.headers.append((name, value))
        return call
    }

    func token(_ token: String?) -> WireCall { with("Authorization", token.map { "Bearer \($0)" }) }
}

/// One answer, as it came.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    func header(_ name: String) -> String? { headers.first(name: name) }

    var text: String { String(decoding: body, as: UTF8.self) }

    var isReplayed: Bool { header("Idempotency-Replayed") == "true" }

    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONText.decode(type, from: body)
        } catch {
            throw Unreadable(status: status, text: text)
        }
    }

    var problem: Problem { get throws { try decoded() } }

    /// Throws: `Unreadable`, which tells the answer, where the status is another.
    @discardableResult
    func requiring(_ status: Int) throws -> Answer {
        guard self.status == status else { throw Unreadable(status: self.status, text: text) }
        return self
    }
}

struct Unreadable: Error {
    let status: Int
    let text: String
}
