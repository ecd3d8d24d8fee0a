import APIModel
import ArgumentParser
import Client
import CommandText
import Foundation
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

/// One action for several issues.
@Suite struct ManyActionsTests {
    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    private var actions: ScriptedServer.Answer {
        get throws { .ok(try json(Samples.actions)) }
    }

    private func answer(_ failed: Set<Int> = [], of count: Int) throws -> ScriptedServer.Answer {
        let done = BulkActionAnswer.Item(
            ActionAnswer(event: Samples.acknowledge, issue: Samples.issue()), status: 201,
            isReplay: false)
        let problem = BulkActionAnswer.Item(
            Problem(
                type: "about:blank", title: "现在不能办理", status: 409, detail: "该问题已受理",
                code: "CW206", hint: ""), retryAfter: nil)
        let items = (0..<count).map { failed.contains($0) ? problem : done }
        return .ok(try json(BulkActionAnswer(items: items)))
    }

    private func perform(_ arguments: [String], at session: Session) async throws {
        try await DoCommand.parse(arguments).perform(at: session)
    }

    private func sent(_ server: ScriptedServer) throws -> [BulkActionBody.Item] {
        let body = try #require(server.received.last).body
        return try JSONText.decode(BulkActionBody.self, from: Array(body.utf8)).items
    }

    @Test func goesThroughOneRequestWithALineForEach() async throws {
        let transcript = Transcript()
        try await ScriptedServer.run([try actions, try answer(of: 4)]) { address, server in
            try await perform(
                ["备注", "47-1", "51-1..51-3", "--comment", "好"], at: transcript.session(address))
            #expect(server.received.map(\.uri) == ["/v1/issues/47-1/actions", "/v1/actions"])
            let items = try sent(server)
            #expect(items.map(\.issue) == ["47-1", "51-1", "51-2", "51-3"])
            #expect(items.allSatisfy { $0.action == "note" && $0.comment == "好" })
            #expect(items.allSatisfy { $0.version == .text("*") })
            #expect(Set(items.map(\.key)).count == 4)
            #expect(items[0].key?.hasSuffix("/47-1") == true)
        }
        #expect(
            transcript.output == """
                47-1  签收已办  已交办 → 办理中
                51-1  签收已办  已交办 → 办理中
                51-2  签收已办  已交办 → 办理中
                51-3  签收已办  已交办 → 办理中
                已办 4 件，未办 0 件。

                """)
    }

    @Test func endsOtherwiseWhereSomeWereNotDone() async throws {
        let transcript = Transcript()
        try await ScriptedServer.run([try actions, try answer([1], of: 2)]) { address, _ in
            let error = await #expect(throws: StaffError.self) {
                try await perform(["note", "47-1", "148-1"], at: transcript.session(address))
            }
            #expect(error == .partly(done: 1, failed: 1))
            #expect(error.map { EndingStatus($0) } == .partly)
        }
        #expect(transcript.output.contains("148-1  未办：该问题已受理\n已办 1 件，未办 1 件。"))
    }

    @Test func aFieldAtFaultIsNamedByItsLabel() {
        let problem = Problem(
            type: "about:blank", title: "内容有误", status: 422, detail: nil, code: "CW203",
            hint: "",
            errors: [
                .init(pointer: "/fields/reply", detail: "不能为空", label: "答复"),
                .init(pointer: "/fields", detail: "须有一项"),
            ])
        let answer = BulkActionAnswer(items: [.init(problem, retryAfter: nil)])
        let receipt = ManyReceipt(issues: ["47-1"], answer: answer, language: .zh)
        #expect(receipt.lines.first == "47-1  未办：答复：不能为空；须有一项")
    }

    @Test func takesIssuesFromTheStandardInputAndFormsFromTheFirstThatHasTheAction() async throws {
        let none = ScriptedServer.Answer.ok(
            try json(ActionsAnswer(version: 1, state: "draft", items: [])))
        let transcript = Transcript(answers: ["47-1", "48-1"])
        try await ScriptedServer.run([none, try actions, try answer(of: 2)]) { address, server in
            try await perform(
                ["阶段反馈", "-", "--field", "进展=已对接", "--yes"], at: transcript.session(address))
            let items = try sent(server)
            #expect(items.map(\.issue) == ["47-1", "48-1"])
            #expect(items.allSatisfy { $0.fields == ["progress": .text("已对接")] })
        }
    }

    private let cancelled = StaffError.usage(
        zh: "已取消，未办理任何问题", en: "cancelled; nothing was done")

    @Test func isConfirmedByAPersonOnce() async throws {
        for (answer, isSent) in [("是", true), ("ｙ", true), ("否", false), ("", false)] {
            let transcript = Transcript(answers: [answer])
            let script = isSent ? [try actions, try self.answer(of: 2)] : [try actions]
            try await ScriptedServer.run(script) { address, server in
                if isSent {
                    try await perform(["note", "47-1", "48-1"], at: transcript.session(address))
                } else {
                    await #expect(throws: cancelled) {
                        try await perform(
                            ["note", "47-1", "48-1"], at: transcript.session(address))
                    }
                }
                #expect(server.received.count == script.count)
            }
            #expect(transcript.warnings == "将对 2 件办理“备注”：47-1、48-1。确定吗？（是/否）")
        }
    }

    @Test func aLostAnswerNamesTheCommandThatSendsTheSameAgain() async throws {
        let lost = [try actions] + Array(repeating: ScriptedServer.Answer.hangUp, count: 5)
        var command = ""
        var first: [BulkActionBody.Item] = []
        try await ScriptedServer.run(lost) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(
                    [
                        "申请办结", "47-1", "48-1", "--field", "结果=已解决", "--reply", "好", "--evidence",
                        "a:b",
                    ],
                    at: Transcript().session(address))
            }
            guard case .outcomeUnknown(_, let repetition) = error else {
                throw try #require(error)
            }
            command = repetition
            first = try sent(server)
        }
        let none = ScriptedServer.Answer.ok(
            try json(ActionsAnswer(version: 9, state: "reportedResolved", items: [])))
        // Each issue is asked, and asked again for the action that is over.
        let script = Array(repeating: none, count: 4) + [try answer(of: 2)]
        try await ScriptedServer.run(script) { address, server in
            let words = command.replacing(#/ --server .*/#, with: "").split(separator: " ")
                .dropFirst(2).map { String($0).replacing("'", with: "") }
            try await perform(words, at: Transcript().session(address))
            #expect(try sent(server) == first)
        }
    }

    @Test func isForNoSingleVersion() async throws {
        try await ScriptedServer.run([]) { address, server in
            await #expect(throws: StaffError.self) {
                try await perform(
                    ["note", "47-1", "48-1", "--if-match", "3"], at: Transcript().session(address))
            }
            #expect(server.received.isEmpty)
        }
    }

    @Test func printsTheAnswerForProgramsAsItCame() async throws {
        let transcript = Transcript()
        try await ScriptedServer.run([try actions, try answer([0], of: 2)]) { address, _ in
            await #expect(throws: StaffError.partly(done: 1, failed: 1)) {
                try await perform(
                    ["note", "47-1", "48-1"], at: transcript.session(address, .programs))
            }
        }
        #expect(transcript.output.contains(#""status" : 409"#))
    }
}
