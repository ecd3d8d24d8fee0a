import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

extension APIClient {
    /// Makes the call until its outcome is final, and reads the answer.
    func send<Value: Decodable & Sendable>(
        _ call: Call
    ) async throws(ClientError) -> Reply<Value> {
        try await response(to: call).decoded(as: Value.self)
    }

    /// The same where the answer, whatever it says, is wanted as it came.
    func response(to call: Call) async throws(ClientError) -> RawResponse {
        async let _: Void = tellWhenSlow()
        let outcome = await finalOutcome(of: call)
        return try outcome.response(of: server)
    }

    /// Ends with the call, by its cancellation.
    private func tellWhenSlow() async {
        guard let whenSlow else { return }
        do {
            try await Task.sleep(for: .seconds(1))
            whenSlow()
        } catch {
            return
        }
    }

    private func finalOutcome(of call: Call) async -> Outcome {
        var attempt = 1
        var mayHaveArrived = false
        while true {
            let outcome = await attempted(call).afterLoss(mayHaveArrived)
            if case .lost = outcome { mayHaveArrived = true }
            let jitter = Double.random(in: 0...1)
            guard let pause = retries.pause(after: outcome, attempt: attempt, jitter: jitter),
                isInTime(after: pause)
            else { return outcome }
            do {
                try await sleep(pause)
            } catch {
                return outcome
            }
            attempt += 1
        }
    }

    /// Whether there is time for another attempt.
    private func isInTime(after pause: Duration) -> Bool {
        deadline.map { ContinuousClock.now + pause < $0 } ?? true
    }

    /// What is left until the deadline; without one each call has its own limit.
    private func limit(of call: Call) -> Duration {
        deadline.map { max(.zero, $0 - ContinuousClock.now) } ?? call.limit
    }

    private func attempted(_ call: Call) async -> Outcome {
        let limit = limit(of: call)
        guard limit > .zero else { return .timedOut("no time is left") }
        do {
            let response = try await http.execute(
                request(for: call), timeout: TimeAmount(limit))
            let body = try await response.body.collect(upTo: Self.largestAnswer)
            return .received(raw(response, body))
        } catch let error as HTTPClientError
            where error == .deadlineExceeded || error == .cancelled
        {
            return .timedOut(error.shortDescription)
        } catch let error as HTTPClientError where error == .connectTimeout {
            return .notConnected(error.shortDescription)
        } catch let error as HTTPClientError {
            return .lost(error.shortDescription)
        } catch let error as NIOConnectionError {
            return .notConnected(words(for: error))
        } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            return error.errnoCode == ECONNREFUSED ? .notConnected(reason) : .lost(reason)
        } catch is CancellationError {
            return .timedOut("cancelled")
        } catch {
            return .lost(String(describing: error))
        }
    }

    private func words(for error: NIOConnectionError) -> String {
        let first = error.connectionErrors.first?.error ?? error.dnsAError ?? error.dnsAAAAError
        guard let io = first as? IOError else {
            return first.map { String(describing: $0) } ?? "no address of \(error.host)"
        }
        return String(cString: strerror(io.errnoCode))
    }

    /// In bytes.
    private static var largestAnswer: Int { 32 << 20 }

    private func request(for call: Call) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: call.url)
        request.method = HTTPMethod(rawValue: call.method.rawValue)
        request.headers.add(name: "Accept", value: "application/json, application/problem+json")
        request.headers.add(name: "Accept-Language", value: language)
        for header in call.headers { request.headers.add(name: header.name, value: header.value) }
        if let body = call.body { request.body = .bytes(body) }
        return request
    }

    private func raw(_ response: HTTPClientResponse, _ body: ByteBuffer) -> RawResponse {
        let seconds = response.headers.first(name: "Retry-After").flatMap { UInt32($0) }
        return RawResponse(
            status: Int(response.status.code),
            contentType: response.headers.first(name: "Content-Type") ?? "",
            retryAfter: seconds.map { .seconds($0) },
            isReplayed: response.headers.first(name: "Idempotency-Replayed") == "true",
            body: Array(body.readableBytesView))
    }
}
