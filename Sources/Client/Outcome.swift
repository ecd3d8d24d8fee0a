import APIModel
import JSON

/// Names the ways in which one attempt of a call can end.
enum Outcome: Sendable {
    case received(RawResponse)
    /// No connection came about, so that nothing was sent.
    case notConnected(String)
    /// The connection failed, before or after the call was read.
    case lost(String)
    case timedOut(String)

    /// Throws: `unreachable` where no answer came.
    func response(of server: ServerAddress) throws(ClientError) -> RawResponse {
        let (cause, reason): (Unanswered.Cause, String)
        switch self {
        case .received(let response): return response
        case .notConnected(let text): (cause, reason) = (.notConnected, text)
        case .lost(let text): (cause, reason) = (.brokenOff, text)
        case .timedOut(let text): (cause, reason) = (.timedOut, text)
        }
        throw .unreachable(Unanswered(server: server, cause: cause, reason: reason))
    }

    /// The same where an attempt before it may have reached the server.
    func afterLoss(_ isAfterLoss: Bool) -> Outcome {
        guard isAfterLoss, case .notConnected(let reason) = self else { return self }
        return .lost(reason)
    }
}

/// Holds an answer before it is known what it means.
struct RawResponse: Sendable {
    let status: Int
    let contentType: String
    let retryAfter: Duration?
    let isReplayed: Bool
    let body: [UInt8]

    /// Throws: `problem` for a refusal, `unexpected` for what is not of this API.
    func decoded<Value: Decodable>(as type: Value.Type) throws(ClientError) -> Reply<Value> {
        try requireSuccess()
        do {
            let value = try JSONText.decode(type, from: body)
            return Reply(value: value, body: body, isReplayed: isReplayed)
        } catch {
            throw .unexpected(status: status, "not an answer of this API: \(opening)")
        }
    }

    /// Throws: `problem` for a refusal, `unexpected` for what is not of this API.
    func requireSuccess() throws(ClientError) {
        guard (200..<300).contains(status) else { throw refusal }
    }

    private var refusal: ClientError {
        guard contentType.hasPrefix("application/problem+json") else {
            return .unexpected(status: status, opening)
        }
        do {
            return .problem(try JSONText.decode(Problem.self, from: body))
        } catch {
            return .unexpected(status: status, opening)
        }
    }

    private var opening: String { String(decoding: body.prefix(200), as: UTF8.self) }
}
