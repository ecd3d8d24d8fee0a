import AsyncHTTPClient
package import Engine
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import WorkingTime

/// Sends webhooks: one request, no redirects, to an address that was checked.
package struct WebhookSender: Sendable {
    private static let mostRead = 65536
    private let resolver: TargetResolver
    private let linkKey: LinkKey
    private let clients = PinnedClients()
    private let timeout: Duration

    package init(addressGuard: AddressGuard, linkKey: LinkKey, timeout: Duration) {
        resolver = TargetResolver(addressGuard: addressGuard)
        self.linkKey = linkKey
        self.timeout = timeout
    }

    package func close() async { await clients.close() }

    /// - Returns: the status of the answer, which is one of success.
    /// - Throws: `SendingFault`.
    func send(
        _ body: [UInt8], id: String, to subscription: Subscription, at wall: Instant
    ) async throws -> Int {
        guard let url = subscription.url else { throw SendingFault(.unreadable, then: .dead) }
        let target: WebhookTarget
        do throws(AddressGuard.Refusal) {
            target = try WebhookTarget(url)
        } catch {
            throw SendingFault(.forbiddenAddress, then: .dead)
        }
        let request = request(target.url, body, id: id, subscription, at: wall)
        let address = try await resolver.address(of: target, within: timeout)
        return try await clients.withClient(for: target, at: address) { client in
            let response = try await Timeout.after(timeout) {
                try await Self.response(to: request, by: client, within: timeout)
            }
            let status = Int(response.status.code)
            guard (200..<300).contains(status) else {
                throw Self.fault(status, response.headers, at: wall)
            }
            await Self.discard(response)
            return status
        }
    }

    private func request(
        _ url: String, _ body: [UInt8], id: String, _ subscription: Subscription, at wall: Instant
    ) -> HTTPClientRequest {
        let secrets = subscription.signing(at: wall).map {
            linkKey.webhookSecret(of: subscription.id, generation: $0)
        }
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = [
            "content-type": "application/cloudevents+json; charset=utf-8",
            "user-agent": "zhuqi", "webhook-id": id, "webhook-timestamp": "\(wall.seconds)",
            "webhook-signature": WebhookSignature.header(
                id: id, timestamp: wall.seconds, body: body, secrets: secrets),
        ]
        request.body = .bytes(body)
        return request
    }

    private static func response(
        to request: HTTPClientRequest, by client: HTTPClient, within timeout: Duration
    ) async throws -> HTTPClientResponse {
        do {
            let limit = TimeAmount.milliseconds(Int64(timeout / .milliseconds(1)) + 2000)
            return try await client.execute(request, timeout: limit)
        } catch {
            throw try fault(error)
        }
    }

    /// Reads what little an answer should hold, so that the connection can be used again; one that
    /// goes on is closed. The status was given: whatever breaks after it changes nothing.
    private static func discard(_ response: HTTPClientResponse) async {
        do {
            if response.status == .noContent {
                for try await _ in response.body {}
            } else {
                try await Timeout.after(.seconds(1)) { try await read(response.body) }
            }
        } catch {
            return
        }
    }

    private static func read(_ body: HTTPClientResponse.Body) async throws {
        var count = 0
        for try await part in body {
            count += part.readableBytes
            if count > mostRead { return }
        }
    }

    private static func fault(
        _ status: Int, _ headers: HTTPHeaders, at wall: Instant
    ) -> SendingFault {
        switch status {
        case 410: return SendingFault(.gone, status: status, then: .end)
        case 300..<400: return SendingFault(.redirect, status: status)
        case 429, 503:
            let asked = headers.first(name: "retry-after").flatMap { Self.seconds($0, from: wall) }
            return SendingFault(.status, status: status, then: .retry(after: asked))
        default: return SendingFault(.status, status: status)
        }
    }

    /// How long a receiver asks to wait, as a number or a date.
    ///
    /// Source: RFC 9110 §10.2.3.
    private static func seconds(_ asked: String, from wall: Instant) -> Int64? {
        if let seconds = Int64(asked) { return seconds }
        return InternetDate.seconds(asked).map { $0 - wall.seconds }
    }

    private static func fault(_ error: any Error) throws -> SendingFault {
        switch error {
        case is CancellationError: throw CancellationError()
        case let error as HTTPClientError where timeouts.contains(error):
            return SendingFault(.timeout)
        case let error as NIOConnectionError:
            let isRefused = error.connectionErrors.contains {
                ($0.error as? IOError)?.errnoCode == ECONNREFUSED
            }
            return SendingFault(isRefused ? .refused : .unreachable)
        case let error as IOError:
            return SendingFault(error.errnoCode == ECONNREFUSED ? .refused : .unreachable)
        default:
            let isTLS = "\(type(of: error))".contains("SSL")
            return SendingFault(isTLS ? .tls : .unreachable)
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .connectTimeout, .readTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
    ]
}
