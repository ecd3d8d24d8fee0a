import Testing

@testable import Client

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy(
        attemptLimit: 4, firstPause: .milliseconds(100), longestPause: .seconds(1))

    @Test func pausesDoubleUpToTheLongest() {
        let patient = RetryPolicy(
            attemptLimit: 99, firstPause: .milliseconds(100), longestPause: .seconds(1))
        let pauses = (1...6).map { patient.pause(after: .lost(""), attempt: $0, jitter: 1) }
        #expect(
            pauses == [
                .milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800),
                .seconds(1), .seconds(1),
            ])
    }

    @Test func jitterAtMostHalvesThePause() {
        #expect(policy.pause(after: .lost(""), attempt: 1, jitter: 0) == .milliseconds(50))
    }

    @Test func endsAtTheLimitAndAfterATimeout() {
        #expect(policy.pause(after: .lost(""), attempt: 4, jitter: 1) == nil)
        #expect(policy.pause(after: .timedOut(""), attempt: 1, jitter: 1) == nil)
    }

    @Test func aServerThatDoesNotListenIsTriedThreeTimes() {
        let patient = RetryPolicy(attemptLimit: 99)
        #expect(patient.pause(after: .notConnected(""), attempt: 2, jitter: 1) != nil)
        #expect(patient.pause(after: .notConnected(""), attempt: 3, jitter: 1) == nil)
    }

    @Test func nothingWasSentOnlyWhereNoAttemptCameThrough() {
        guard case .lost = Outcome.notConnected("").afterLoss(true),
            case .notConnected = Outcome.notConnected("").afterLoss(false)
        else {
            Issue.record("an earlier attempt may have come through")
            return
        }
    }

    @Test(arguments: [200, 201, 400, 401, 404, 409, 412, 422, 500, 502])
    func onlyOverloadIsRepeated(status: Int) {
        #expect(policy.pause(after: received(status), attempt: 1, jitter: 1) == nil)
    }

    @Test(arguments: [429, 503]) func overloadIsRepeated(status: Int) {
        #expect(policy.pause(after: received(status), attempt: 1, jitter: 1) != nil)
    }

    private func received(_ status: Int) -> Outcome {
        .received(
            RawResponse(
                status: status, contentType: "", retryAfter: nil, isReplayed: false, body: []))
    }
}
