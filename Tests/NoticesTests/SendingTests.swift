import Casework
import Engine
import Languages
import Testing
import WorkingTime

@testable import Notices

@Suite("Sending notices")
struct SendingTests {
    @Test("signs as the example of Standard Webhooks")
    func signature() {
        let secret: [UInt8] = [
            49, 242, 144, 246, 191, 6, 41, 138, 171, 79, 8, 212, 60, 63, 8, 44, 246, 72, 163, 98,
            218, 45, 164, 176,
        ]
        let header = WebhookSignature.header(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array("{\"test\": 2432232314}".utf8), secrets: [secret, secret])
        let one = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        #expect(header == one + " " + one)
    }

    @Test("tries ten times within some two days, then gives up")
    func pauses() throws {
        let plan = RetryPlan()
        let pauses = (1...9).compactMap { plan.pause(afterTries: $0, asked: nil, jitter: 0) }
        #expect(
            pauses == [1, 5, 30, 120, 600, 3600, 14400, 43200, 86400].map(Duration.seconds))
        #expect(plan.pause(afterTries: 10, asked: nil, jitter: 0) == nil)
        #expect(plan.pause(afterTries: 2, asked: nil, jitter: -1) == .seconds(4))
        #expect(plan.pause(afterTries: 2, asked: nil, jitter: 1) == .seconds(6))
    }

    @Test("waits as long as the receiver asks, up to an hour")
    func asked() {
        let plan = RetryPlan()
        #expect(plan.pause(afterTries: 1, asked: 60, jitter: 0) == .seconds(60))
        #expect(plan.pause(afterTries: 1, asked: 1_000_000, jitter: 0) == .seconds(3600))
        #expect(plan.pause(afterTries: 1, asked: -5, jitter: 0) == .seconds(1))
    }

    @Test("reads and writes dates as headers have them")
    func dates() {
        let instant = Instant(microseconds: 784_111_777_000_000)
        #expect(InternetDate.text(instant) == "Sun, 06 Nov 1994 08:49:37 +0000")
        #expect(InternetDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(InternetDate.seconds("tomorrow") == nil)
    }

    @Test("encodes headers in words that no character is cut by")
    func encodedWords() {
        let text = String(repeating: "问题已超期，请尽快处置", count: 5)
        let words = EncodedWord.header(text).split(separator: " ")
        #expect(words.count > 1)
        #expect(words.allSatisfy { $0.count <= 75 })
        #expect(EncodedWord.header("ok") == "=?UTF-8?B?b2s=?=")
    }

    @Test("gives one person's webhooks, one ailing receiver and the mail only so many places")
    func limits() {
        let load = DeliveryLoad()
        let many = (1...8).map { delivery($0, of: subscription($0, person: 1)) }
        load.begin(many + [delivery(9, of: subscription(9, person: 2))])
        #expect(load.limits.persons == [PersonID(1)])
        #expect(!load.limits.isMailFull)
        load.end([settled(9, .retry(at: Instant(microseconds: 0)))])
        #expect(load.limits.ailing == [SubscriptionID(9)])
        #expect(load.limits.receivers == [])
        load.begin([delivery(10, of: subscription(9, person: 2))])
        #expect(load.limits.receivers == [SubscriptionID(9)])
        load.end([settled(10, .delivered)])
        #expect(load.limits.ailing == [])
        load.begin((100..<132).map { delivery($0, of: subscription($0, person: $0, .mail)) })
        #expect(load.limits.isMailFull)
        #expect(load.limits.persons == [PersonID(1)])
    }

    private func subscription(
        _ id: Int64, person: Int64, _ channel: Subscription.Channel = .webhook
    ) -> Subscription {
        Subscription(
            id: SubscriptionID(id), person: PersonID(person), channel: channel, url: nil,
            preferences: Subscription.Preferences(
                scope: .told, pace: .each, isQuiet: false, language: .zh),
            generation: 1, oldestGeneration: 1, previousUntil: nil,
            createdAt: Instant(microseconds: 0), endedAt: nil, endReason: nil)
    }

    private func delivery(_ id: Int64, of subscription: Subscription) -> ClaimedDelivery {
        ClaimedDelivery(
            id: DeliveryID(id), subscription: subscription, places: [], digestOn: nil, tries: 1,
            triesSinceReplay: 1)
    }

    private func settled(_ id: Int64, _ outcome: SettledDelivery.Outcome) -> SettledDelivery {
        SettledDelivery(
            id: DeliveryID(id), outcome: outcome,
            attempt: Delivery.Attempt(
                number: 1, at: Instant(microseconds: 0), status: nil, error: nil, milliseconds: 1))
    }
}
