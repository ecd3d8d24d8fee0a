import APIModel
import ArgumentParser
import Client
import CommandText
import Foundation
import Languages
import Testing

@testable import zhuqi

@Suite struct EndingTests {
    private func problem(_ status: Int, allowed: [String]? = ["note", "remind"]) -> Problem {
        Problem(
            type: "about:blank", title: "现在不能办结", status: status, detail: "还有协办意见未到",
            code: "CW231", hint: "先催办协办单位",
            errors: [
                .init(pointer: "/fields/reply", detail: "不能为空", label: "答复"),
                .init(pointer: "/items", detail: "须有一项"),
            ], allowed: allowed, failedGuard: "supportingRepliesIn")
    }

    private func silence(_ cause: Unanswered.Cause) throws -> Unanswered {
        Unanswered(
            server: try #require(ServerAddress("http://127.0.0.1:1")), cause: cause,
            reason: "Connection refused")
    }

    @Test(arguments: [
        (400, EndingStatus.usage), (401, .notAllowed), (403, .notAllowed), (404, .notFound),
        (410, .notFound), (409, .refused), (412, .conflict), (422, .usage), (429, .rateLimited),
        (500, .failed), (503, .unreachable),
    ])
    func problemsEndByTheirStatus(status: Int, ending: EndingStatus) {
        #expect(EndingStatus(.client(.problem(problem(status)))) == ending)
    }

    @Test func whatSomebodyElseTookFirstIsAConflict() {
        #expect(EndingStatus(.client(.problem(problem(409, allowed: nil)))) == .conflict)
    }

    @Test func everyOtherErrorHasItsStatus() throws {
        #expect(EndingStatus(.client(.unreachable(try silence(.notConnected)))) == .unreachable)
        #expect(EndingStatus(.client(.unreachable(try silence(.brokenOff)))) == .unreachable)
        #expect(EndingStatus(.client(.unreachable(try silence(.timedOut)))) == .timedOut)
        #expect(
            EndingStatus(.outcomeUnknown(try silence(.timedOut), repeatWith: "")) == .timedOut)
        #expect(EndingStatus(.client(.unexpected(status: 200, ""))) == .unreachable)
        #expect(EndingStatus(.notSignedIn) == .notAllowed)
        #expect(EndingStatus(.usage(zh: "", en: "")) == .usage)
        #expect(
            EndingStatus(.missingFields(action: LabelAnswer(zh: "", en: ""), [])) == .usage)
        #expect(EndingStatus(.stale("")) == .conflict)
        #expect(EndingStatus(.partly(done: 1, failed: 1)) == .partly)
        #expect(EndingStatus(.credentials(Label(zh: "", en: ""))) == .failed)
        #expect(EndingStatus(.notAllowed(Samples.actions.items[3], allowed: [])) == .refused)
        let reserved = ActionsAnswer.Item(
            action: "x", label: LabelAnswer(zh: "", en: ""), isAllowed: false,
            refusedBy: "right", reason: nil, fields: [])
        #expect(EndingStatus(.notAllowed(reserved, allowed: [])) == .notAllowed)
    }

    @Test func aProblemIsToldWhole() throws {
        let error = ClientError.problem(problem(409))
        try Golden.expect(lines: Ending(error, .zh).lines, "problem.zh.txt")
        try Golden.expect(lines: Ending(error, .en).lines, "problem.en.txt")
    }

    @Test func peopleAreShownNoNamesOfGuardsAndActions() {
        let told = Ending(ClientError.problem(problem(409)), .zh).lines.joined()
        for name in ["supportingRepliesIn", "remind", "/fields", "reply"] {
            #expect(!told.contains(name), "\(name)")
        }
    }

    @Test(arguments: Language.allCases)
    func aServerThatIsAwayIsNamedWithWhatToTry(language: Language) throws {
        let lines = Ending(ClientError.unreachable(try silence(.notConnected)), language).lines
        #expect(lines.count == 2)
        #expect(lines[0].contains("http://127.0.0.1:1") && lines[1].contains("--server"))
    }

    @Test func programsReadOneDocument() throws {
        let ending = Ending(ClientError.problem(problem(409)), .zh)
        let document = ErrorDocument(try #require(ending.words), ending.status)
        let text = try PrettyJSON.text(document)
        let read = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let error = try #require(read["error"] as? [String: Any])
        #expect(error["code"] as? String == "CW231")
        #expect(error["exitStatus"] as? Int == 7)
        #expect((error["problem"] as? [String: Any])?["failedGuard"] != nil)
        #expect(error["hints"] as? [String] == ["先催办协办单位"])
    }

    @Test func whatNoServerSaidHasTheNameOfItsStatusForACode() throws {
        let ending = Ending(StaffError.notSignedIn, .en)
        let error = ErrorDocument(try #require(ending.words), ending.status).error
        #expect(error.code == "notAllowed" && error.exitStatus == 4 && error.problem == nil)
    }

    @Test(arguments: [
        (["--help"], EndingStatus.done), (["help", "do"], .done), (["route"], .done),
        (["queue", "nowhere"], .usage), (["nothing"], .usage), (["do", "accept"], .usage),
        (["queue", "--limit", "0"], .usage), (["do", "a", "b", "--if-match", "x"], .usage),
    ])
    func commandLinesEndByTheirKind(arguments: [String], status: EndingStatus) async {
        let invocation = Invocation(
            arguments: ["zhuqi"] + arguments, environment: Environment(variables: [:]))
        let ending = await invocation.ending()
        #expect(ending.status == status)
        #expect(!ending.lines.isEmpty)
    }

    @Test(arguments: [
        (["queue", "--limt=3"], "没有选项“--limt”，是否为“--limit”？"),
        (["queue", "--limit"], "选项缺少值：--limit <数>"),
        (["queue", "mine", "more"], "多余的参数：more"), (["do", "accept"], "缺少参数：<问题> ..."),
        (["queue", "--limit", "x"], "“x”不能用作 --limit <数>"),
        (["queue", "--limit", "0"], "--limit 至少为 1"),
        (["queue", "--json=1"], "选项“--json”不带值，却给出了“1”"),
    ])
    func usageIsToldInChinese(arguments: [String], words: String) async {
        let invocation = Invocation(
            arguments: ["zhuqi"] + arguments, environment: Environment(variables: [:]))
        let lines = await invocation.ending().lines
        #expect(lines.first == words, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("  用法：zhuqi ") })
        #expect(lines.contains { $0.hasPrefix("  详见 zhuqi ") })
        #expect(!lines.joined().contains("Usage"))
    }

    @Test func usageIsToldInEnglishWhereThatIsAskedFor() async {
        for (arguments, variables) in [
            (["queue", "--limt=3", "--lang", "en"], [:]),
            (["queue", "--limt=3"], ["ZHUQI" + "_LANG": "en", "LANG": "zh_CN.UTF-8"]),
            (["queue", "--limt=3"], ["LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"]),
        ] as [([String], [String: String])] {
            let invocation = Invocation(
                arguments: ["zhuqi"] + arguments, environment: Environment(variables: variables))
            let lines = await invocation.ending().lines
            #expect(lines.first?.hasPrefix("Unknown option '--limt'") == true, "\(lines)")
        }
    }
}
