import APIModel
import AsyncHTTPClient
import ScriptedServer
import Synchronization
import Testing

@testable import Client

@Suite struct APIClientTests {
    @Test func sendsVersionAndKeyWithAnAction() async throws {
        try await ScriptedServer.run([.response(status: 201, body: Self.actionAnswer)]) {
            address, server in
            let reply = try await client(address).act(
                ActionBody(action: "acknowledge", comment: "收到"), on: "ZQ2026-000001-1",
                expecting: .exactly(4), key: #require(IdempotencyKey(#"a"b"#)))
            let request = try #require(server.received.first)
            #expect(request.method == "POST")
            #expect(request.uri == "/v1/issues/ZQ2026-000001-1/actions")
            #expect(request.headers["if-match"] == #""4""#)
            #expect(request.headers["idempotency-key"] == #""a\"b""#)
            #expect(request.headers["authorization"] == "Bearer zq_test")
            #expect(request.headers["accept-language"] == "zh")
            #expect(request.body == #"{"action":"acknowledge","comment":"收到"}"#)
            #expect(reply.value.issue.version == 5)
            #expect(reply.value.event.sequence == 5)
        }
    }

    @Test func repeatsAfter503WithTheSameKeyAndWaitsAsLongAsAsked() async throws {
        let busy = ScriptedServer.Answer.response(
            status: 503, headers: ["Retry-After": "3"], body: "")
        let pauses = Pauses()
        try await ScriptedServer.run([busy, busy, .response(status: 201, body: Self.actionAnswer)])
        { address, server in
            _ = try await client(address, pauses).act(
                ActionBody(action: "acknowledge"), on: "1", expecting: .any, key: .random())
            let keys = Set(server.received.map { $0.headers["idempotency-key"] })
            #expect(server.received.count == 3)
            #expect(keys.count == 1)
            #expect(server.received.allSatisfy { $0.headers["if-match"] == "*" })
            #expect(pauses.all == [.seconds(3), .seconds(3)])
        }
    }

    @Test func repeatsWithTheSameKeyWhenTheConnectionIsLost() async throws {
        try await ScriptedServer.run([.hangUp, .response(status: 201, body: Self.actionAnswer)]) {
            address, server in
            _ = try await client(address).act(
                ActionBody(action: "acknowledge"), on: "1", expecting: .exactly(1), key: .random())
            #expect(server.received.count == 2)
            #expect(Set(server.received.map { $0.headers["idempotency-key"] }).count == 1)
        }
    }

    @Test func givesUpAfterTheLimitAndSaysThatNobodyAnswered() async throws {
        try await ScriptedServer.run(Array(repeating: .hangUp, count: 9)) { address, server in
            let error = await #expect(throws: ClientError.self) {
                try await client(address).whoami()
            }
            guard case .unreachable(let unanswered) = error else { throw try #require(error) }
            #expect(unanswered.cause == .brokenOff && unanswered.server.description == address)
            #expect(server.received.count == 5)
        }
    }

    @Test func saysThatNobodyListens() async throws {
        let error = await #expect(throws: ClientError.self) {
            try await HTTPClient.withHTTPClient(configuration: APIClient.connection) { http in
                let address = try #require(ServerAddress("http://127.0.0.1:1"))
                let client = APIClient(
                    server: address, token: "zq_test", http: http, sleep: { _ in })
                _ = try await client.whoami()
            }
        }
        guard case .unreachable(let unanswered) = error else { throw try #require(error) }
        #expect(unanswered.cause == .notConnected)
        #expect(unanswered.server.description == "http://127.0.0.1:1")
    }

    @Test func saysThatNobodyAnsweredInTime() async throws {
        try await ScriptedServer.run([.silence]) { address, server in
            var call = Call.get(address + "/v1/whoami")
            call.limit = .seconds(1)
            let error = await #expect(throws: ClientError.self) {
                let _: Reply<PrincipalAnswer> = try await client(address).send(call)
            }
            guard case .unreachable(let unanswered) = error else { throw try #require(error) }
            #expect(unanswered.cause == .timedOut)
            #expect(server.received.count == 1)
        }
    }

    private func client(
        _ address: String, until deadline: ContinuousClock.Instant
    ) throws -> APIClient {
        APIClient(
            server: try #require(ServerAddress(address)), token: "zq_test", deadline: deadline)
    }

    @Test func waitsNoLongerThanUntilTheDeadline() async throws {
        try await ScriptedServer.run([.silence]) { address, server in
            for (left, calls) in [(Duration.milliseconds(300), 1), (.zero, 1)] {
                let error = await #expect(throws: ClientError.self) {
                    try await client(address, until: .now + left).whoami()
                }
                guard case .unreachable(let unanswered) = error else { throw try #require(error) }
                #expect(unanswered.cause == .timedOut)
                #expect(server.received.count == calls, "without time left nothing is asked")
            }
        }
    }

    @Test func doesNotPauseBeyondTheDeadline() async throws {
        let busy = ScriptedServer.Answer.response(
            status: 503, headers: ["Retry-After": "10"], body: "")
        try await ScriptedServer.run([busy]) { address, server in
            let begun = ContinuousClock.now
            await #expect(throws: ClientError.self) {
                try await client(address, until: .now + .seconds(5)).whoami()
            }
            #expect(server.received.count == 1 && ContinuousClock.now - begun < .seconds(5))
        }
    }

    @Test func tellsThatAnAnswerTakesLonger() async throws {
        let told = Mutex(0)
        try await ScriptedServer.run([.silence, .ok(#"{"status":"ready"}"#)]) { address, _ in
            let client = APIClient(
                server: try #require(ServerAddress(address)), token: "zq_test",
                whenSlow: { told.withLock { $0 += 1 } })
            var call = Call.get(address + "/v1/whoami")
            call.limit = .seconds(2)
            await #expect(throws: ClientError.self) {
                let _: Reply<PrincipalAnswer> = try await client.send(call)
            }
            #expect(told.withLock { $0 } == 1)
            #expect(try await client.serverVersion() == nil)
            #expect(told.withLock { $0 } == 1)
        }
    }

    @Test func doesNotWaitForAServerThatAsksForTooMuch() async throws {
        let busy = ScriptedServer.Answer.response(
            status: 503,
            headers: ["Retry-After": "3600", "Content-Type": "application/problem+json"],
            body: Self.problem(status: 503))
        try await ScriptedServer.run([busy]) { address, server in
            let error = await #expect(throws: ClientError.self) {
                try await client(address).whoami()
            }
            guard case .problem(let problem) = error else { throw try #require(error) }
            #expect(problem.status == 503)
            #expect(server.received.count == 1)
        }
    }

    @Test func readsProblemsAndDoesNotRepeatRefusals() async throws {
        let refusal = ScriptedServer.Answer.response(
            status: 409, headers: ["Content-Type": "application/problem+json; charset=utf-8"],
            body: Self.problem(status: 409))
        try await ScriptedServer.run([refusal]) { address, server in
            let error = await #expect(throws: ClientError.self) {
                try await client(address).act(
                    ActionBody(action: "accept"), on: "1", expecting: .any, key: .random())
            }
            guard case .problem(let problem) = error else { throw try #require(error) }
            #expect(problem.code == "CW201")
            #expect(problem.allowed == ["note"])
            #expect(problem.failedGuard == "noRunningClock")
            #expect(server.received.count == 1)
        }
    }

    @Test func tellsWhatIsNoAnswerOfThisAPI() async throws {
        let strange = [ScriptedServer.Answer.response(status: 502, body: "<html>"), .ok("[]")]
        try await ScriptedServer.run(strange) { address, _ in
            let bad = await #expect(throws: ClientError.self) {
                try await client(address).whoami()
            }
            #expect(bad == .unexpected(status: 502, "<html>"))
            let wrong = await #expect(throws: ClientError.self) {
                try await client(address).whoami()
            }
            #expect(wrong == .unexpected(status: 200, "not an answer of this API: []"))
        }
    }

    @Test func escapesWhatStandsInAddresses() async throws {
        let page = #"{"items":[],"next":null}"#
        try await ScriptedServer.run([.ok(page), .ok(page)]) { address, server in
            let query = IssueQuery(queue: .overdue, text: "贷款&x", limit: 20)
            let reply = try await client(address).issues(query)
            _ = try await client(address).events(of: "a/../b", cursor: "x=y")
            #expect(reply.body == Array(page.utf8))
            #expect(
                server.received.map(\.uri) == [
                    "/v1/issues?queue=overdue&q=%E8%B4%B7%E6%AC%BE%26x&limit=20",
                    "/v1/issues/a%2F..%2Fb/events?cursor=x%3Dy",
                ])
        }
    }

    @Test func sendsNoTokenWithALink() async throws {
        let status = """
            {"number":"ZQ1","title":"t","state":"closedOut","stateLabel":{"zh":"已销号","en":"x"},
            "actions":[],"version":9}
            """
        try await ScriptedServer.run([.ok(status), .ok(status)]) { address, server in
            _ = try await client(address).link("tok")
            _ = try await client(address).evaluate(
                EvaluationBody(evaluation: "satisfied"), through: "tok", expecting: .exactly(8),
                key: .random())
            #expect(server.received.allSatisfy { $0.headers["authorization"] == nil })
            #expect(server.received.map(\.uri) == ["/v1/links/tok", "/v1/links/tok/evaluate"])
        }
    }

    private func client(_ address: String, _ pauses: Pauses = Pauses()) throws -> APIClient {
        APIClient(
            server: try #require(ServerAddress(address)), token: "zq_test",
            sleep: { pauses.add($0) })
    }
}

/// Remembers pauses instead of waiting.
final class Pauses: Sendable {
    private let durations = Mutex<[Duration]>([])

    func add(_ duration: Duration) { durations.withLock { $0.append(duration) } }

    var all: [Duration] { durations.withLock { $0 } }
}
