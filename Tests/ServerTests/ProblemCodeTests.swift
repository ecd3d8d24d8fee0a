import APIText
import Casework
import Engine
import Languages
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite struct ProblemCodeTests {
    /// Every code with its status, and what it says in both languages.
    @Test func allReadAsWritten() throws {
        let lines = ProblemCode.allCases.map { code in
            """
            \(code.rawValue) \(code.status)
                \(code.title.zh) | \(code.title.en)
                \(code.hint.zh) | \(code.hint.en)

            """
        }
        try Golden.expect(lines.joined(), "problem-codes.txt")
    }

    @Test func aWordForTwoActionsIsToldWithWhatTellsThemApart() {
        let actions = Vocabulary([
            .init(name: "close", label: Label(zh: "办结", en: "Close")),
            .init(name: "closeHere", label: Label(zh: "办结", en: "Close on site")),
        ])
        let refusal = Refusal.unknownAction(
            "办结", meaning: actions.meaning(of: "办结"), known: ["close", "closeHere"])
        let detail = refusal.text(fieldPrefix: "/fields/").detail
        #expect(detail?.zh == "“办结”可指办结（close）、办结（closeHere），请写明其一。")
        #expect(detail?.en == "“办结” may mean Close, Close on site: name one of them.")
    }

    private static let nothing = NamedAction(name: "", label: Label(zh: "", en: ""))

    private static let refusals: [Refusal] = [
        .unknownIssue, .keyReused, .stale(version: 1),
        .unknownAction("", meaning: .unknown(near: []), known: []),
        .forbidden(action: nothing, holders: []), .invalidFields([]),
        .invalidComment(Label(zh: "", en: "")),
        .notAllowedNow(action: nothing, state: nothing.label, allowed: []),
        .guardFailed(
            action: nothing, failure: GuardFailure(name: "", reason: .init(zh: "", en: "")),
            allowed: []),
        .outsideCalendar(Label(zh: "", en: "")), .linkSpent, .externalReferenceTaken(""),
        .cannotMove([]),
    ]

    private static let computations: [WorkingTimeRefusal] = [
        .badText("", expected: ""), .badDate(""), .badTime(""), .unknownTimeZone(""),
        .negative(-1), .overflow, .outsideCalendar(.distantPast), .beyondHorizon,
        .stillPaused(since: .distantFuture), .pauseEndsBeforeItBegins(.distantPast),
        .endBeforeStart(start: .distantPast, end: .distantPast),
    ]

    private static let faults: [RequestFault] = [
        .unauthenticated, .malformed(zh: "", en: ""), .bodyTooLarge, .notJSON, .brokenBody, .busy,
        .keyMissing, .keyMalformed, .versionMissing, .versionMalformed, .tooMany(retryAfter: 1),
        .noPicture, .badLine(zh: "", en: ""),
    ]

    private static let inputs: [InputFault] = [
        .unknownField([]), .wrongType("", zh: "", en: ""), .invalid([]), .notFound,
        .badParameter("", zh: "", en: ""), .forbidden(zh: "", en: ""), .clockBackwards(now: ""),
        .moveStopped(now: ""), .unknownCalendar("", known: []), .subscriptionEnded,
        .deliveryWaits, .notPaused,
    ]

    private static let failures: [EngineFailure] = [
        .overloaded, .unavailable, .locked, .strained, .fault(""),
    ]

    @Test func noTwoThingsShareACode() {
        let computed = Self.computations.map { $0.text(in: .utc).code }
        let given =
            Self.refusals.map { $0.text(fieldPrefix: "/").code } + Self.faults.map(\.text.code)
            + Self.inputs.map(\.text.code)
            + Self.failures.map { FailureText.text(for: $0).code }
            + [FailureText.text(for: StoreFailure.unstorable).code]
        #expect(computed.count == Set(computed).count)
        #expect(given.count == Set(given).count)
        // No route answers these: a connection too many, and a line that can't be answered.
        let others: [ProblemCode] = [.tooManyConnections, .unanswerableLine]
        #expect(
            (given + others.map(\.rawValue)).sorted()
                == ProblemCode.allCases.map(\.rawValue).sorted())
    }

    @Test func whatCannotMoveIsToldWithEveryReason() {
        let text = Refusal.cannotMove([
            Label(zh: "没有时限", en: "it has no clock"),
            Label(zh: "无人可办", en: "nobody can handle it"),
        ]).text(fieldPrefix: "/")
        #expect(text.code == "CW212" && text.status == 409)
        #expect(text.detail?.zh == "原因：没有时限；无人可办。")
        #expect(text.detail?.en == "Because it has no clock; nobody can handle it.")
    }

    @Test func aLineThatCannotBeAnsweredHasACodeOfItsOwn() {
        #expect(InputFault.subscriptionEnded.text.code == "CW235")
        #expect(ProblemCode.unanswerableLine.rawValue == "CW237")
    }
}
