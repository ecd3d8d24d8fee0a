import Casework
import Testing

@Suite struct `Each guard of the definition` {
    /// One refusal: what was done before, then what is refused, and by which guard.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let action: String
        let who: String
        let at: String
        var fields: [String: FieldValue] = [:]
        let failure: String
        let prepare: @Sendable () throws -> Story

        var testDescription: String { "\(action) by \(failure)" }
    }

    @Test(arguments: attempts)
    func `refuses, and nothing is changed`(attempt: Attempt) throws {
        var story = try attempt.prepare()
        let before = story.issue
        let refusal = try story.refusal(
            attempt.action, by: attempt.who, at: attempt.at, attempt.fields)
        guard case .guardFailed(let action, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(action.name == attempt.action)
        #expect(failure.name.hasPrefix(attempt.failure), "\(failure.name)")
        #expect(story.issue == before)
    }

    static let sendBack: [String: FieldValue] = [
        "reasonCode": "notOurCompetence", "legalBasis": "示例依据", "proposedUnit": "commerce",
    ]

    static func extend(_ until: String) -> [String: FieldValue] {
        [
            "until": .text(until), "reason": "示例",
            "plan": .list([.object(["on": "2026-10-21", "what": "示例"])]),
        ]
    }

    static let attempts: [Attempt] = [
        Attempt(
            action: "sendBack", who: "industry.head", at: "10-12 09:00", fields: sendBack,
            failure: "withinLimit(objection)", prepare: { try Story.inHandling() }),
        Attempt(
            action: "sendBack", who: "industry.head", at: "10-09 15:00", fields: sendBack,
            failure: "beforeAny(reportProgress)",
            prepare: {
                var story = try Story.inHandling()
                try story.take(
                    "reportProgress", by: "industry.head", at: "10-09 14:00", ["text": "示例"])
                return story
            }),
        Attempt(
            action: "claim", who: "industry.handler", at: "10-09 15:00",
            failure: "isNotSet(handler)",
            prepare: {
                var story = try Story.inHandling()
                try story.take("claim", by: "industry.handler", at: "10-09 14:00")
                return story
            }),
        Attempt(
            action: "answerDirectly", who: "office.410102", at: "10-09 10:00",
            fields: [
                "reply": "示例", "result": "explained", "reference": "示例",
                "outcome": Story.outcome,
            ],
            failure: "classIn",
            prepare: {
                var story = try Story("10-09 09:00")
                try story.take("accept", by: "office.410102", at: "10-09 09:30")
                return story
            }),
        Attempt(
            action: "requestExtension", who: "industry.head", at: "10-19 09:00",
            fields: extend("2026-10-22"), failure: "beforeDue(resolve",
            prepare: { try Story.inHandling() }),
        Attempt(
            action: "requestExtension", who: "industry.head", at: "10-14 09:00",
            fields: extend("2026-10-29"), failure: "extensionAllowed",
            prepare: { try Story.inHandling() }),
        Attempt(
            action: "requestExtension", who: "industry.head", at: "10-22 09:00",
            fields: extend("2026-10-30"), failure: "planDated",
            prepare: { try Story.inHandling(class: "B") }),
        Attempt(
            action: "collect", who: "industry.head", at: "10-12 09:00",
            failure: "allOpinionsIn",
            prepare: {
                var story = try Story.inHandling()
                try story.take(
                    "consult", by: "industry.head", at: "10-09 14:00",
                    ["supportingUnits": .list(["commerce"]), "question": "示例"])
                return story
            }),
        Attempt(
            action: "consult", who: "industry.head", at: "10-09 14:00",
            fields: ["supportingUnits": .list(["industry"]), "question": "示例"],
            failure: "anotherUnit", prepare: { try Story.inHandling() }),
        Attempt(
            action: "transfer", who: "office.410102", at: "10-09 14:00",
            fields: ["leadUnit": "commerce", "reason": "示例"], failure: "notComplainedOf",
            prepare: { try Story.inHandling(filed: ["complainedUnit": "commerce"]) }),
        Attempt(
            action: "followUp", who: "caller", at: "10-13 09:00",
            fields: ["reached": .boolean(true), "record": "示例"],
            failure: "limitPassed(evaluate)", prepare: { try Story.awaitingEvaluation() }),
        Attempt(
            action: "reopen", who: "office.410102", at: "11-13 09:00", fields: ["reason": "示例"],
            failure: "reopenedWithin(30d",
            prepare: {
                var story = try Story.awaitingEvaluation()
                try story.take(
                    "evaluate", by: "enterprise", at: "10-13 09:00", ["evaluation": "satisfied"])
                return story
            }),
        Attempt(
            action: "suspend", who: "industry.head", at: "10-14 09:00", fields: ["reason": "示例"],
            failure: "atMostTimes(suspensions",
            prepare: {
                var story = try Story.inHandling()
                try story.take(
                    "suspend", by: "industry.head", at: "10-12 09:00", ["reason": "示例"])
                try story.take("resume", by: "enterprise", at: "10-13 09:00")
                return story
            }),
    ]
}
