import APIModel
import Client
import CommandText
import Languages
import ScriptedServer
import Synchronization
import Testing

@testable import zhuqi

@Suite struct WaitTests {
    /// Time that passes only while somebody sleeps.
    private final class Sleeper: Sendable {
        private let slept = Mutex<[Duration]>([])
        private let begun = ContinuousClock.now

        var pauses: [Duration] { slept.withLock { $0 } }

        var time: WaitTime {
            WaitTime(
                now: { self.begun + self.pauses.reduce(.zero, +) },
                sleep: { pause in self.slept.withLock { $0.append(pause) } })
        }
    }

    private func event(_ sequence: Int, _ action: String, to: (String, String)) -> EventAnswer {
        Samples.event(
            sequence, "2026-10-09T1\(sequence):00:00+08:00", action,
            LabelAnswer(zh: action, en: action), to: (to.0, LabelAnswer(zh: to.1, en: to.1)))
    }

    private var filed: EventAnswer { event(1, "file", to: ("submitted", "待受理")) }
    private var closed: EventAnswer { event(2, "closeOut", to: ("closedOut", "已销号")) }

    private func page(_ events: [EventAnswer]) throws -> ScriptedServer.Answer {
        try Samples.ok(Page(items: events, next: nil))
    }

    private static let same = ScriptedServer.Answer.response(status: 304, body: "")
    private static let moved = ScriptedServer.Answer.response(status: 200, body: "")

    private func wait(
        _ word: String, _ script: [ScriptedServer.Answer], next: Bool = false,
        limit: Duration? = nil, _ sleeper: Sleeper = Sleeper()
    ) async throws -> (issues: [WaitedIssue], asked: [ScriptedServer.Received]) {
        var result: ([WaitedIssue], [ScriptedServer.Received]) = ([], [])
        try await ScriptedServer.run(script) { address, server in
            let wait = Wait(
                target: try WaitTarget(word, in: [Samples.workflow]), onlyNext: next, limit: limit,
                session: try Transcript().session(address), time: sleeper.time)
            result = (try await wait.until(["47-1"]) { _ in }, server.received)
        }
        return result
    }

    @Test func looksAgainOnlyWhereSomethingHappened() async throws {
        let sleeper = Sleeper()
        let (issues, asked) = try await wait(
            "已销号", [try page([filed]), Self.same, Self.same, Self.moved, try page([closed])],
            sleeper)
        #expect(issues.map(\.outcome) == [.reached])
        #expect(asked.map(\.method) == ["GET", "HEAD", "HEAD", "HEAD", "GET"])
        #expect(asked[1].headers["if-none-match"] == "\"1\"")
        #expect(asked[4].uri == "/v1/issues/47-1/events?cursor=1&limit=200")
        #expect(sleeper.pauses == [.seconds(1), .milliseconds(1500), .milliseconds(2250)])
    }

    @Test func whatIsSoAlreadyEndsItAtOnceUnlessTheNextTimeIsMeant() async throws {
        let acknowledged = event(2, "acknowledge", to: ("inHandling", "办理中"))
        for word in ["签收", "办理中", "inHandling"] {
            let (issues, asked) = try await wait(word, [try page([filed, acknowledged])])
            #expect(issues.map(\.outcome) == [.reached] && asked.count == 1, "\(word)")
        }
        let again = event(3, "acknowledge", to: ("inHandling", "办理中"))
        let (issues, asked) = try await wait(
            "签收", [try page([filed, acknowledged]), Self.moved, try page([again])], next: true)
        #expect(issues.first?.event?.sequence == 3 && asked.count == 3)
    }

    @Test func anIssueThatEndedOtherwiseIsNotWaitedFor() async throws {
        let merged = event(2, "merge", to: ("merged", "已并单"))
        let (issues, _) = try await wait("已销号", [try page([filed, merged])])
        #expect(issues.map(\.outcome) == [.never])
        let error = #expect(throws: StaffError.self) {
            try WaitLines(
                target: try WaitTarget("已销号", in: [Samples.workflow]), now: nil, language: .zh
            ).requireAll(issues)
        }
        let refused = try #require(error)
        #expect(EndingStatus(refused) == .refused)
        // What leads on from where it ended may come still.
        let actions = ActionsAnswer(
            version: 2, state: "closedOut",
            items: [
                .init(
                    action: "reopen", label: LabelAnswer(zh: "重新办理", en: "Reopen"),
                    isAllowed: false, refusedBy: "right", reason: nil, fields: [])
            ])
        let reopened = event(3, "reopen", to: ("inHandling", "办理中"))
        let (open, _) = try await wait(
            "重新办理",
            [
                try page([filed, closed]), try Samples.ok(actions), Self.moved,
                try page([reopened]),
            ])
        #expect(open.map(\.outcome) == [.reached])
    }

    @Test func timePasses() async throws {
        let sleeper = Sleeper()
        let script = [try page([filed])] + Array(repeating: Self.same, count: 4)
        let (issues, _) = try await wait("已销号", script, limit: .seconds(4), sleeper)
        #expect(issues.map(\.outcome) == [.pending])
        #expect(sleeper.pauses.reduce(.zero, +) == .seconds(4))
        let error = #expect(throws: StaffError.self) {
            try WaitLines(
                target: try WaitTarget("已销号", in: [Samples.workflow]), now: nil, language: .zh
            ).requireAll(issues)
        }
        let late = try #require(error)
        #expect(EndingStatus(late) == .timedOut)
    }

    @Test func aServerThatIsAwayForAWhileIsWaitedFor() async throws {
        let away = Array(repeating: ScriptedServer.Answer.hangUp, count: 5)
        let (issues, _) = try await wait(
            "已销号", [try page([filed])] + away + [Self.moved, try page([closed])])
        #expect(issues.map(\.outcome) == [.reached])
        await #expect(throws: ClientError.self) { _ = try await wait("已销号", away) }
    }

    @Test func aWordThatNobodyKnowsIsToldWithWhatIsNear() throws {
        let error = #expect(throws: StaffError.self) {
            _ = try WaitTarget("销号", in: [Samples.workflow])
        }
        guard case .usage(let text) = try #require(error) else { throw try #require(error) }
        #expect(text.zh == "没有叫“销号”的状态或动作，是否指已销号")
    }
}
