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

@Suite struct DoCommandTests {
    private let issue = "ZQ2026-000123-1"

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    private var actions: ScriptedServer.Answer {
        get throws { .ok(try json(Samples.actions)) }
    }

    private var done: ScriptedServer.Answer {
        get throws {
            let answer = ActionAnswer(event: Samples.acknowledge, issue: Samples.issue())
            return .response(status: 201, body: try json(answer))
        }
    }

    private func perform(_ arguments: [String], at session: Session) async throws {
        try await DoCommand.parse(arguments).perform(at: session)
    }

    @Test func sendsTypedFieldsWithThePresentVersionAndAFreshKey() async throws {
        let transcript = Transcript()
        try await ScriptedServer.run([try actions, try done]) { address, server in
            try await perform(
                [
                    "reportResolved", issue, "--field", "result=partly", "--reply", "@r.txt",
                    "--evidence", "photo:x", "--comment", "好",
                ], at: transcript.session(address))
            let request = try #require(server.received.last)
            #expect(request.headers["if-match"] == "\"7\"")
            #expect(request.headers["idempotency-key"]?.count == 38)
            let body = try JSONText.decode(ActionBody.self, from: Array(request.body.utf8))
            #expect(body.comment == "好")
            #expect(body.fields?["result"] == .text("partly"))
            #expect(body.fields?["reply"] == .text("content of r.txt"))
            #expect(
                body.fields?["evidence"]
                    == .list([.object(["kind": .text("photo"), "text": .text("x")])]))
        }
        #expect(transcript.output.hasPrefix("签收已办：ZQ2026-000123-1  已交办 → 办理中"))
    }

    @Test func listsWhatIsMissingWhereNobodyCanBeAsked() async throws {
        try await ScriptedServer.run([try actions]) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(["reportResolved", issue], at: Transcript().session(address))
            }
            guard case .missingFields(_, let fields) = error else { throw try #require(error) }
            #expect(fields.map(\.name) == ["result", "reply", "evidence"])
            #expect(server.received.count == 1)
            try Golden.expect(
                lines: ErrorText(language: .zh).words(try #require(error)).lines, "missing.zh.txt")
        }
    }

    @Test func asksAPersonUntilTheAnswerFits() async throws {
        let transcript = Transcript(
            answers: ["", "nonsense", "部分解决", "@r.txt", "photo:x", "file:y", ""])
        try await ScriptedServer.run([try actions, try done]) { address, server in
            try await perform(["申请办结", issue], at: transcript.session(address))
            let body = try JSONText.decode(
                ActionBody.self, from: Array(#require(server.received.last).body.utf8))
            #expect(body.action == "reportResolved")
            #expect(body.fields?["result"] == .text("partly"))
            #expect(body.fields?["reply"] == .text("content of r.txt"))
            #expect(
                body.fields?["evidence"]
                    == .list([
                        .object(["kind": .text("photo"), "text": .text("x")]),
                        .object(["kind": .text("file"), "text": .text("y")]),
                    ]))
        }
        #expect(transcript.warnings.hasPrefix("ZQ2026-000123-1  流动资金贷款"))
        #expect(transcript.warnings.contains("“结果”必填，不能留空"))
        #expect(transcript.warnings.contains("  2  部分解决\n"))
        #expect(transcript.warnings.contains("“结果”须为以下之一：已解决、部分解决、解释说明"))
    }

    @Test func aChoiceMayBeItsNumberAndALongTextMayComeFromAnEditor() async throws {
        let transcript = Transcript(answers: ["3", "", "photo:x"], edited: "第一行\n@第二行\n\n")
        try await ScriptedServer.run([try actions, try done]) { address, server in
            try await perform(["reportResolved", issue], at: transcript.session(address))
            let body = try JSONText.decode(
                ActionBody.self, from: Array(#require(server.received.last).body.utf8))
            #expect(body.fields?["result"] == .text("explained"))
            #expect(body.fields?["reply"] == .text("第一行\n@第二行"))
        }
    }

    @Test func anInputThatEndsIsToldWhatIsMissingOnALineOfItsOwn() async throws {
        let transcript = Transcript(answers: ["1"])
        try await ScriptedServer.run([try actions]) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(["reportResolved", issue], at: transcript.session(address))
            }
            guard case .missingFields(_, let fields) = error else { throw try #require(error) }
            #expect(fields.map(\.name) == ["reply", "evidence"])
            // The issue itself is not read: that would be noted as a reading of the telephone number.
            #expect(server.received.map(\.uri) == ["/v1/issues/\(issue)/actions"])
        }
        #expect(transcript.warnings.hasSuffix("答复：\n"))
    }

    @Test func whatIsNotAllowedIsNotSent() async throws {
        try await ScriptedServer.run([try actions]) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(["sendBack", issue], at: Transcript().session(address))
            }
            guard case .notAllowed(let item, let allowed) = error else {
                throw try #require(error)
            }
            #expect(item.refusedBy == "withinWorkingDays(1)")
            #expect(allowed.map(\.en) == ["Report progress", "Report resolved", "Note"])
            #expect(server.received.count == 1)
        }
    }

    @Test func whatLeadsNowhereIsTheServersToRefuse() async throws {
        let refusal = Problem(
            type: "about:blank", title: "现在不能办理此动作", status: 409,
            detail: "张三已于2026-10-09 09:00“受理”；问题现为“办理中”。", code: "CW206",
            hint: "您现在可办：备注。", allowed: ["note"])
        let refused = ScriptedServer.Answer.response(
            status: 409, headers: ["Content-Type": "application/problem+json"],
            body: try json(refusal))
        try await ScriptedServer.run([try actions, refused]) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(["accept", issue], at: Transcript().session(address))
            }
            #expect(server.received.last?.method == "POST")
            let told = try #require(error)
            #expect(EndingStatus(told) == .refused)
            #expect(
                Ending(told, .zh).lines == [
                    "现在不能办理此动作 [CW206]", "  张三已于2026-10-09 09:00“受理”；问题现为“办理中”。",
                    "  提示：您现在可办：备注。",
                ])
        }
    }

    @Test func whatNeverReachedTheServerDidNotHappen() async throws {
        var address = ""
        try await ScriptedServer.run([]) { bound, _ in address = bound }
        let session = try Transcript().session(address)
        let error = await #expect(throws: StaffError.self) {
            try await session.writing(repeatWith: "zhuqi") { () throws(ClientError) in
                try await session.client.whoami()
            }
        }
        guard case .client(.unreachable(let unanswered)) = error else {
            throw try #require(error)
        }
        #expect(unanswered.cause == .notConnected)
        #expect(unanswered.server.description == address)
    }

    @Test func aGivenKeyIsSentEvenWhereTheActionIsOverAlready() async throws {
        try await ScriptedServer.run([try actions, try done]) { address, server in
            try await perform(
                ["sendBack", issue, "--key", "k1", "--if-match", "5"],
                at: Transcript().session(address))
            #expect(server.received.last?.headers["idempotency-key"] == "\"k1\"")
            #expect(server.received.last?.headers["if-match"] == "\"5\"")
        }
    }

    @Test func aGivenKeySendsTheSameAgainInChineseWordsWhereTheActionIsOver() async throws {
        let words = [
            "申请办结", issue, "--key", "k1", "--field", "结果=部分解决", "--reply", "好", "--evidence",
            "photo:x",
        ]
        var bodies: [String] = []
        let over = ScriptedServer.Answer.ok(
            try json(ActionsAnswer(version: 9, state: "awaitingEvaluation", items: [])))
        for script in [[try actions, try done], [over, try actions, try done]] {
            try await ScriptedServer.run(script) { address, server in
                try await perform(words, at: Transcript().session(address))
                #expect(server.received.count == script.count)
                bodies.append(try #require(server.received.last).body)
            }
        }
        #expect(bodies[0].contains("reportResolved") && bodies[0] == bodies[1])
    }

    @Test func aStaleVersionShowsWhatChanged() async throws {
        let problem = Problem(
            type: "about:blank", title: "版本已过期", status: 412, detail: nil, code: "CW212",
            hint: "", version: 7)
        let stale = ScriptedServer.Answer.response(
            status: 412, headers: ["Content-Type": "application/problem+json"],
            body: try json(problem))
        let events = try json(Page(items: Samples.history, next: nil))
        try await ScriptedServer.run([try actions, stale, .ok(events)]) { address, _ in
            let error = await #expect(throws: StaffError.self) {
                try await perform(
                    ["note", issue, "--if-match", "5"], at: Transcript().session(address))
            }
            guard case .stale(let text) = error else { throw try #require(error) }
            #expect(text.contains("超期黄牌"))
            #expect(text.hasSuffix("请核对后再次运行。"))
        }
    }

    @Test func anUnknownOutcomeNamesTheCommandThatIsSafeToRepeat() async throws {
        let script = [try actions] + Array(repeating: ScriptedServer.Answer.hangUp, count: 5)
        try await ScriptedServer.run(script) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await perform(
                    ["reportProgress", issue, "--field", "progress=银行 已到场"],
                    at: Transcript().session(address))
            }
            guard case .outcomeUnknown(_, let command) = error else {
                throw try #require(error)
            }
            let key = try #require(server.received.last?.headers["idempotency-key"])
                .trimmingCharacters(in: ["\""])
            #expect(
                command == "zhuqi do reportProgress \(issue) --field 'progress=银行 已到场'"
                    + " --if-match 7 --key \(key) --server \(address)")
        }
    }

    @Test func saysWhatWouldHappenAndDoesNothing() async throws {
        var event = Samples.acknowledge
        event.told = [.init(person: Samples.li, audience: "handler", insteadOf: nil)]
        let answer = ScriptedServer.Answer.ok(
            try json(ActionAnswer(event: event, issue: Samples.issue())))
        let transcript = Transcript()
        try await ScriptedServer.run([try actions, answer]) { address, server in
            try await perform(
                ["阶段反馈", issue, "--field", "进展=好", "--dry-run"], at: transcript.session(address))
            #expect(
                server.received.map(\.uri)
                    == ["/v1/issues/\(issue)/actions", "/v1/issues/\(issue)/previews"])
            #expect(server.received.last?.headers["idempotency-key"] == nil)
            #expect(server.received.last?.headers["if-match"] == "\"7\"")
        }
        #expect(
            transcript.output == """
                若办理“签收”：ZQ2026-000123-1  已交办 → 办理中
                  签收按时完成
                  将告知：李四
                这是预演，什么也没有写入。

                """)
    }

    @Test func printsTheAnswerAsItCame() async throws {
        let transcript = Transcript()
        let body = try json(ActionAnswer(event: Samples.acknowledge, issue: Samples.issue()))
        let grown = body.dropLast() + #","later":"字段"}"#
        try await ScriptedServer.run([try actions, .response(status: 201, body: String(grown))]) {
            address, _ in
            try await perform(["note", issue], at: transcript.session(address, .programs))
        }
        #expect(transcript.output.contains(#""later" : "字段""#))
    }
}
