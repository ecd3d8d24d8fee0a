import APIModel
import AsyncHTTPClient
import NIOCore
import NIOPosix

/// One client: draws actions, sends each until it is answered, writes down what came.
struct ChaosClient: Sendable {
    /// What is sent, the same at every attempt.
    private struct Intent {
        let key: String
        let issue: String
        let action: RandomAction
        let expected: Int?
        let call: WireCall
        var isRepeat = false
    }

    let number: Int
    let issues: [String]
    let tokens: [String: String]
    let wire: Wire
    let ledger: ChaosLedger

    func run(_ count: Int, seed: UInt64) async throws {
        var random = Seeded(seed, stream: number + 1)
        var sent: [Intent] = []
        for step in 0..<count {
            var intent: Intent
            if random.chance(10), let earlier = sent.randomElement(using: &random) {
                intent = earlier
                intent.isRepeat = true
            } else {
                intent = try draw("\(number)-\(step)", &random)
                sent.append(intent)
            }
            try await carryOut(intent)
        }
    }

    private func draw(_ key: String, _ random: inout Seeded) throws -> Intent {
        let action = RandomAction.draw(&random)
        let issue = issues[Int.random(in: 0..<issues.count, using: &random)]
        let expected = expectation(issue, &random)
        let body = ActionBody(action: action.action, comment: key, fields: action.fields)
        let call = WireCall.post("/v1/issues/\(issue)/actions", try Filings.bytes(body))
            .token(tokens[action.login]).with("Idempotency-Key", "\"\(key)\"")
            .with("If-Match", expected.map { "\"\($0)\"" } ?? "*")
        return Intent(key: key, issue: issue, action: action, expected: expected, call: call)
    }

    /// Any version, the last that somebody saw, or an old one.
    private func expectation(_ issue: String, _ random: inout Seeded) -> Int? {
        switch Int.random(in: 0..<100, using: &random) {
        case ..<60: nil
        case ..<92: ledger.version(of: issue)
        default: max(1, ledger.version(of: issue) - 2)
        }
    }

    private func carryOut(_ intent: Intent) async throws {
        let begun = ContinuousClock.now
        let end = begun + .seconds(120)
        var attempts = 0
        while ContinuousClock.now < end {
            attempts += 1
            if let answer = try await attempt(intent.call) {
                return try note(answer, intent, attempts, begun)
            }
            try await Task.sleep(for: .milliseconds(min(20 << min(attempts, 4), 250)))
        }
        throw NeverHappened(what: "an answer to \(intent.key)")
    }

    /// Returns nil where no answer came, or none for now.
    private func attempt(_ call: WireCall) async throws -> Answer? {
        do {
            let answer = try await wire.send(call)
            return answer.status == 503 ? nil : answer
        } catch is HTTPClientError {
            return nil
        } catch is IOError {
            return nil
        } catch is NIOConnectionError {
            return nil
        } catch is ChannelError {
            return nil
        }
    }

    private func note(
        _ answer: Answer, _ intent: Intent, _ attempts: Int, _ begun: ContinuousClock.Instant
    ) throws {
        let ended = ContinuousClock.now
        let taken: ActionAnswer? = answer.status == 201 ? try answer.decoded() : nil
        ledger.add(
            ChaosRecord(
                issue: intent.issue, key: intent.key, login: intent.action.login,
                action: intent.action.action, status: answer.status,
                code: taken == nil ? try answer.problem.code : nil, expected: intent.expected,
                sequence: taken?.event.sequence, digest: taken?.event.digest, body: answer.body,
                isReplayed: answer.isReplayed, isRepeat: intent.isRepeat, attempts: attempts,
                begun: begun, ended: ended))
    }
}
