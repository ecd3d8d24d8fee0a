import APIModel
package import AsyncHTTPClient
import Foundation
import JSON
import NIOCore

/// Calls the API with one person's token, over and over where that is safe.
package struct APIClient: Sendable {
    package typealias Sleep = @Sendable (Duration) async throws -> Void
    package typealias WhenSlow = @Sendable () -> Void

    package let server: ServerAddress
    let token: String?
    let language: String
    let http: HTTPClient
    let retries: RetryPolicy
    let sleep: Sleep
    let whenSlow: WhenSlow?
    let deadline: ContinuousClock.Instant?

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - token: nil where only the enterprise's links are called.
    ///   - language: what problems are told in, `zh` or `en`.
    ///   - whenSlow: is called where a call takes longer than a second.
    ///   - deadline: when nothing is waited for any longer; nil where each call has its own limit.
    package init(
        server: ServerAddress, token: String?, language: String = "zh",
        http: HTTPClient = .shared, retries: RetryPolicy = RetryPolicy(),
        sleep: @escaping Sleep = { try await Task.sleep(for: $0) }, whenSlow: WhenSlow? = nil,
        deadline: ContinuousClock.Instant? = nil
    ) {
        self.server = server
        self.token = token
        self.language = language
        self.http = http
        self.retries = retries
        self.sleep = sleep
        self.whenSlow = whenSlow
        self.deadline = deadline
    }

    /// Settings for a client of its own: no redirects, which would carry the token elsewhere, and
    /// no attempts to connect but those that `RetryPolicy` counts.
    package static var connection: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(3)))
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    func get<Value: Decodable & Sendable>(
        _ path: APIPath, _ values: [String] = [],
        asking parameters: [(name: String, value: String?)] = []
    ) async throws(ClientError) -> Reply<Value> {
        try await send(authorised(.get(server.url(path, values, asking: parameters))))
    }

    /// Sends something to be done once, however often it is sent.
    func post<Value: Decodable & Sendable>(
        _ value: some Encodable, to path: APIPath, _ values: [String] = [], key: IdempotencyKey
    ) async throws(ClientError) -> Reply<Value> {
        try await send(
            authorised(
                .post(
                    server.url(path, values), body: try body(value),
                    headers: [("Idempotency-Key", key.headerValue)])))
    }

    func authorised(_ call: Call) -> Call {
        guard let token else { return call }
        var call = call
        call.headers.append((name: "Authorization", value: "Bearer \(token)"))
        return call
    }

    /// Encodes a request's body; keys are sorted, so that a repeated call has the same bytes.
    func body(_ value: some Encodable) throws(ClientError) -> [UInt8] {
        do {
            return try JSONText.encode(value)
        } catch {
            throw .unexpected(status: 0, "the request can't be written as JSON: \(error)")
        }
    }
}
