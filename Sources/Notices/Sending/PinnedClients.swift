import AsyncHTTPClient
import Engine
import NIOCore

/// Keeps an HTTP client for each host and address, which connects to that address and no other.
actor PinnedClients {
    private struct Key: Hashable {
        let host: String
        let address: NetworkAddress
    }

    private struct Kept {
        let client: HTTPClient
        var useCount: Int
        var usedAt: Int
    }

    private static let most = 256
    private var kept: [Key: Kept] = [:]
    private var turn = 0

    /// Lends the client to the body.
    func withClient<Value: Sendable>(
        for target: WebhookTarget, at address: NetworkAddress,
        _ body: @Sendable (HTTPClient) async throws -> Value
    ) async throws -> Value {
        let key = Key(host: target.host, address: address)
        let client = await take(key)
        defer { kept[key]?.useCount -= 1 }
        return try await body(client)
    }

    private func take(_ key: Key) async -> HTTPClient {
        turn += 1
        if let found = kept[key] {
            kept[key]?.useCount += 1
            kept[key]?.usedAt = turn
            return found.client
        }
        let client = Self.client(for: key)
        kept[key] = Kept(client: client, useCount: 1, usedAt: turn)
        await dropOldest()
        return client
    }

    private func dropOldest() async {
        guard kept.count > Self.most,
            let oldest = kept.filter({ $0.value.useCount == 0 }).min(by: {
                $0.value.usedAt < $1.value.usedAt
            })
        else { return }
        kept[oldest.key] = nil
        await Self.close(oldest.value.client)
    }

    func close() async {
        let clients = kept.values.map(\.client)
        kept = [:]
        for client in clients { await Self.close(client) }
    }

    private static func close(_ client: HTTPClient) async {
        do {
            try await client.shutdown()
        } catch {
            // Nothing is lost with it: whatever was under way is tried again.
        }
    }

    private static func client(for key: Key) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.dnsOverride = [key.host: key.address.description]
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(10)
        configuration.connectionPool.idleTimeout = .seconds(20)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(
            eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup),
            configuration: configuration)
    }
}
