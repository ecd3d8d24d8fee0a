import Casework
import Languages
import Testing

@Suite struct `The words of a refusal` {
    @Test func `say who could do it`() throws {
        var story = try Story.dispatched()
        let refusal = try story.refusal("dispatch", by: "industry.head", at: "10-09 12:00")
        guard case .forbidden(let action, let holders) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(action.label.zh == "交办")
        #expect(holders.map(\.zh).contains { $0.contains("活动办") }, "\(holders)")
    }

    @Test func `name whoever may do it together, not role by role`() throws {
        var story = try Story.dispatched()
        let refusal = try story.refusal(
            "acknowledgeEscalation", by: "industry.handler", at: "10-09 12:00", ["text": "知悉"])
        guard case .forbidden(_, let holders) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(holders.map(\.zh) == ["提级责任人"])
        let sent = try story.refusal("sendBack", by: "office.410102", at: "10-09 12:00")
        guard case .forbidden(_, let sending) = sent else {
            Issue.record("\(sent)")
            return
        }
        #expect(sending.map(\.zh) == ["主办单位"])
    }

    @Test func `say in which state the issue is, and what may be done there`() throws {
        var story = try Story.dispatched()
        let refusal = try story.refusal("accept", by: "office.410102", at: "10-09 12:00")
        guard case .notAllowedNow(let action, let state, let allowed, nil) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(action.label.zh == "受理" && state.zh == "已交办")
        #expect(!allowed.isEmpty && allowed.allSatisfy { $0.label.zh != $0.name })
    }

    @Test func `name fields as people do`() throws {
        var story = try Story.inHandling()
        let refusal = try story.refusal("reportProgress", by: "industry.head", at: "10-09 14:00")
        guard case .invalidFields(let faults) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(!faults.isEmpty && faults.allSatisfy { $0.label != nil }, "\(faults)")
    }

    @Test(arguments: [("2020-02-20", true), ("2026-10-08", true), ("2026-10-09", false)])
    func `say that an order is due in the past`(day: String, isRefused: Bool) throws {
        var story = try Story.inHandling()
        let (office, at) = ("office.410102", "10-09 14:00")
        let order: [String: FieldValue] = ["text": "请抓紧办理", "dueOn": .text(day)]
        guard isRefused else {
            #expect(try story.take("supervise", by: office, at: at, order).action == "supervise")
            return
        }
        guard
            case .invalidFields(let faults) = try story.refusal(
                "supervise", by: office, at: at, order)
        else {
            Issue.record("taken")
            return
        }
        #expect(faults.map(\.field) == ["dueOn"] && faults.first?.label?.zh == "督办期限")
    }

    @Test func `name what may be chosen by its labels`() throws {
        var story = try Story.inHandling()
        let refusal = try story.refusal(
            "proposeResolution", by: "industry.handler", at: "10-09 14:00", ["result": "maybe"])
        guard case .invalidFields(let faults) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        let choice = try #require(faults.first { $0.field == "result" })
        #expect(choice.problem.zh.contains("已解决") && !choice.problem.zh.contains("solved"))
    }

    @Test func `say that it was ruled on, not that a limit passed, where both are so`() throws {
        var story = try Story.dispatched()
        let sendBack = `Each guard of the definition`.sendBack
        try story.take("sendBack", by: "industry.head", at: "10-10 10:00", sendBack)
        try story.take("overrule", by: "office.410102", at: "10-10 11:00", ["reason": "示例"])
        let again = try story.refusal("sendBack", by: "industry.head", at: "10-10 12:00", sendBack)
        guard case .guardFailed(_, let failure, _) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(failure.name == "atMostTimes(sendBacks, 1)")
        #expect(failure.reason.zh == "退单次数已达上限：每个主办单位最多1次")
    }

    /// Names of actions, states, clocks and fields are written in camel case, codes in small letters.
    @Test(arguments: `Each guard of the definition`.attempts)
    func `hold no name that only programs know`(
        attempt: `Each guard of the definition`.Attempt
    ) throws {
        var story = try attempt.prepare()
        let refusal = try story.refusal(
            attempt.action, by: attempt.who, at: attempt.at, attempt.fields)
        guard case .guardFailed(_, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(!failure.reason.zh.contains(/[A-Za-z]{3}/), "\(failure.reason.zh)")
        #expect(!failure.reason.en.contains(/[a-z][A-Z]/), "\(failure.reason.en)")
    }
}
