import APIModel
import ArgumentParser
import Client
import Languages
import Testing

@testable import zhuqi

@Suite struct EndingTests {
    private func problem(_ status: Int) -> Problem {
        Problem(
            type: "about:blank", title: "现在不能办结", status: status, detail: "还有协办意见未到",
            code: "CW231", hint: "先催办协办单位",
            errors: [.init(pointer: "/fields/reply", detail: "不能为空")],
            allowed: ["note", "remind"], failedGuard: "supportingRepliesIn")
    }

    @Test(arguments: [
        (400, EndingStatus.usage), (403, .refused), (404, .refused), (409, .refused),
        (412, .refused), (422, .refused), (401, .unreachable), (429, .unreachable),
        (500, .unreachable), (503, .unreachable),
    ])
    func problemsEndByTheirStatus(status: Int, ending: EndingStatus) {
        #expect(EndingStatus(.client(.problem(problem(status)))) == ending)
    }

    @Test func everyOtherErrorHasItsStatus() {
        #expect(EndingStatus(.client(.unreachable(""))) == .unreachable)
        #expect(EndingStatus(.client(.unexpected(status: 200, ""))) == .unreachable)
        #expect(EndingStatus(.notSignedIn) == .unreachable)
        #expect(EndingStatus(.usage("")) == .usage)
        #expect(EndingStatus(.missingFields(action: "a", [])) == .usage)
        #expect(EndingStatus(.stale("")) == .refused)
        #expect(EndingStatus(.notAllowed(Samples.actions.items[3], allowed: [])) == .refused)
    }

    @Test func aProblemIsToldWhole() throws {
        let error = ClientError.problem(problem(409))
        try Golden.expect(lines: Ending(error, .zh).lines, "problem.zh.txt")
        try Golden.expect(lines: Ending(error, .en).lines, "problem.en.txt")
    }

    @Test(arguments: [
        (["--help"], EndingStatus.done), (["help", "do"], .done), (["queue", "nowhere"], .usage),
        (["nothing"], .usage), (["do", "accept"], .usage), (["queue", "--limit", "0"], .usage),
        (["do", "a", "b", "--if-match", "x"], .usage),
    ])
    func commandLinesEndByTheirKind(arguments: [String], status: EndingStatus) async {
        let invocation = Invocation(
            arguments: ["zhuqi"] + arguments, environment: Environment(variables: [:]))
        let ending = await invocation.ending()
        #expect(ending.status == status)
        #expect(!ending.lines.isEmpty)
    }
}
