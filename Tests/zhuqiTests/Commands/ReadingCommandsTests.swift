import APIModel
import ArgumentParser
import Client
import Foundation
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

@Suite struct ReadingCommandsTests {
    private func ok(_ value: some Encodable) throws -> ScriptedServer.Answer {
        .ok(String(decoding: try JSONText.encode(value), as: UTF8.self))
    }

    private func page(_ numbers: [String], next: String?) throws -> ScriptedServer.Answer {
        try ok(Page(items: numbers.map { Samples.issue(number: $0) }, next: next))
    }

    private func principal(_ role: String) throws -> ScriptedServer.Answer {
        try ok(
            PrincipalAnswer(login: "zhang", name: "张三", grants: [Samples.grant(role)]))
    }

    @Test(arguments: ["handler", "unitHead", "leader", "cityOffice"])
    func everybodyBeginsWithWhatIsTheirsToDo(role: String) async throws {
        let nothing = try ok(Page<DutyAnswer>(items: [], next: nil))
        try await ScriptedServer.run([try principal(role), nothing]) { address, server in
            try await QueueCommand.parse([]).perform(at: Transcript().session(address))
            #expect(server.received.map(\.uri) == ["/v1/whoami", "/v1/duties?queue=mine"])
        }
    }

    @Test(arguments: DutyQuery.Queue.allCases)
    func filtersNarrowEachQueueOfDuties(queue: DutyQuery.Queue) async throws {
        let nothing = try ok(Page<DutyAnswer>(items: [], next: nil))
        let transcript = Transcript()
        try await ScriptedServer.run([try principal("handler"), nothing]) { address, server in
            let filters = ["--unit", "industry", "--division", "410105", "--search", "x"]
            try await QueueCommand.parse([queue.rawValue, "--workflow", "w"] + filters)
                .perform(at: transcript.session(address))
            #expect(
                server.received.last?.uri == "/v1/duties?queue=\(queue.rawValue)&unit=industry"
                    + "&division=410105&workflow=w&q=x")
        }
        #expect(transcript.output == "没有符合条件的待办。\n")
    }

    @Test(arguments: [[], ["all"], ["mine"], ["unit"], ["overdue"], ["escalated"]])
    func issuesAreListedWhereTheyAreAskedFor(queue: [String]) async throws {
        let filters = ["--unit", "industry", "--division", "410105", "--search", "x"]
        try await ScriptedServer.run([try principal("handler"), try page([], next: nil)]) {
            address, server in
            try await QueueCommand.parse(queue + ["--issues"] + filters)
                .perform(at: Transcript().session(address))
            #expect(
                server.received.last?.uri == "/v1/issues?queue=\(queue.first ?? "all")"
                    + "&unit=industry&division=410105&q=x")
        }
    }

    @Test(arguments: ["others", "watched"])
    func ofSomeQueuesThereAreNoIssues(queue: String) {
        #expect(throws: (any Error).self) { try QueueCommand.parse([queue, "--issues"]) }
    }

    @Test func onATerminalTheFirstLineSaysHowMuchWaits() async throws {
        func count(_ count: Int, _ hasMore: Bool = false) -> QueuesAnswer.Count {
            .init(count: count, hasMore: hasMore)
        }
        let queues = QueuesAnswer(
            now: "2026-10-19T18:00:00+08:00",
            queues: [
                .init(
                    queue: "mine", overdue: count(4), today: count(0), later: count(1),
                    undated: count(0)),
                .init(
                    queue: "others", overdue: count(0), today: count(0),
                    later: count(1000, true), undated: count(3)),
            ])
        let nothing = try ok(Page<DutyAnswer>(items: [], next: nil))
        let (terminal, pipe) = (Transcript(width: 80), Transcript())
        let script = [try principal("handler"), try ok(queues), nothing]
        try await ScriptedServer.run(script) { address, server in
            try await QueueCommand.parse([]).perform(at: terminal.session(address))
            #expect(
                server.received.map(\.uri) == [
                    "/v1/whoami", "/v1/queues", "/v1/duties?queue=mine",
                ])
        }
        #expect(
            terminal.output.split(separator: "\n").first
                == "要我办 5 · 等别人 1003+ · 今天到期 0 · 超期 4")
        #expect(
            QueueGreeting(queues: queues, language: .en).lines(width: nil)
                == ["mine 5 · waiting 1003+ · due today 0 · overdue 4"])
        #expect(
            QueueGreeting(queues: queues, language: .zh).lines(width: 40)
                == ["要我办 5 · 等别人 1003+ · 今天到期 0", "超期 4"])
        try await ScriptedServer.run([try principal("handler"), nothing]) { address, server in
            try await QueueCommand.parse([]).perform(at: pipe.session(address))
            #expect(!server.received.map(\.uri).contains("/v1/queues"))
        }
        #expect(!pipe.output.contains("等别人 1003"))
    }

    @Test func aServerOfBeforeQueuesWereCountedIsGreetedBySilence() async throws {
        let nothing = try ok(Page<DutyAnswer>(items: [], next: nil))
        let problem = Problem(
            type: "about:blank", title: "未找到", status: 404, detail: nil, code: "CW230",
            hint: "")
        let unknown = ScriptedServer.Answer.response(
            status: 404, headers: ["Content-Type": "application/problem+json"],
            body: String(decoding: try JSONText.encode(problem), as: UTF8.self))
        let terminal = Transcript(width: 80)
        try await ScriptedServer.run([try principal("handler"), unknown, nothing]) {
            address, server in
            try await QueueCommand.parse([]).perform(at: terminal.session(address))
            #expect(server.received.count == 3)
        }
        #expect(terminal.output.hasPrefix("没有要您办的事。"))
    }

    @Test func whomOneStandsInForAndWhoIsAwayStandAboveTheQueue() async throws {
        func time(_ until: String, hasBegun: Bool, _ deputy: PersonAnswer?)
            -> PrincipalAnswer.TimeAway
        {
            .init(
                officer: Samples.zhang, from: "2026-12-01", until: until, hasBegun: hasBegun,
                deputy: deputy)
        }
        let principal = PrincipalAnswer(
            login: "li", name: "李四", grants: [],
            standsInFor: [
                time("2026-12-03", hasBegun: true, Samples.li),
                time("2026-12-09", hasBegun: false, Samples.li),
            ],
            away: [
                time("2026-12-03", hasBegun: true, Samples.li),
                time("2026-12-04", hasBegun: true, nil),
            ])
        let script = [try ok(principal), try ok(Page<DutyAnswer>(items: [], next: nil))]
        let transcript = Transcript()
        try await ScriptedServer.run(script) { address, _ in
            try await QueueCommand.parse(["all"]).perform(at: transcript.session(address))
        }
        #expect(
            transcript.output.split(separator: "\n").prefix(3) == [
                "您正在代理：张三（至12月3日）", "您将代理：张三（12月1日至12月9日）",
                "外出：张三（至12月3日），由李四代理；张三（至12月4日），无人代理",
            ])
        #expect(
            TimesAway(principal: principal, language: .en).lines == [
                "you stand in for: 张三 (until 2026-12-03)",
                "you will stand in for: 张三 (2026-12-01 until 2026-12-09)",
                "away: 张三 (until 2026-12-03), 李四 stands in; "
                    + "张三 (until 2026-12-04), nobody stands in",
            ])
    }

    @Test func readsAllPagesInOrder() async throws {
        let transcript = Transcript()
        let script = [try page(["A", "B"], next: "c1"), try page(["C"], next: nil)]
        try await ScriptedServer.run(script) { address, server in
            try await QueueCommand.parse(["all", "--issues", "--all-pages", "--json"])
                .perform(at: transcript.session(address, .programs))
            #expect(server.received.last?.uri == "/v1/issues?queue=all&cursor=c1")
        }
        let page = try JSONText.decode(
            Page<IssueAnswer>.self, from: Array(transcript.output.utf8))
        #expect(page.items.map(\.number) == ["A", "B", "C"])
        #expect(page.next == nil)
    }

    private func shown(_ arguments: [String]) async throws -> (text: String, asked: Set<String>) {
        let number = "ZQ2026-000123-1"
        let transcript = Transcript()
        let principal = PrincipalAnswer(login: "zhang", name: "张三", grants: [], now: Samples.now)
        let answers = [
            "/v1/issues/\(number)": try ok(Samples.talkedOver),
            "/v1/issues/\(number)/events": try ok(Page(items: Samples.talk, next: nil)),
            "/v1/issues/\(number)/actions": try ok(Samples.actions),
            "/v1/whoami": try ok(principal),
        ]
        var asked: Set<String> = []
        try await ScriptedServer.run(answering: answers) { address, server in
            try await ShowCommand.parse([number] + arguments)
                .perform(
                    at: transcript.session(address, arguments == ["--json"] ? .programs : .people))
            asked = Set(server.received.map(\.uri))
        }
        return (transcript.output, asked)
    }

    @Test func showReadsTheIssueWhatWasSaidAndWhatMayBeDone() async throws {
        let (text, asked) = try await shown([])
        let issue = "/v1/issues/ZQ2026-000123-1"
        #expect(asked == [issue, "\(issue)/events?limit=200", "\(issue)/actions", "/v1/whoami"])
        #expect(text.contains("第二名博士子女尚未落实"))
        #expect(text.contains("zhuqi do 备注 123-1"))
    }

    @Test func showInBriefLeavesOutWhatWasSaidBeforeAndWhatElseMayBeDone() async throws {
        let (text, _) = try await shown(["--brief"])
        #expect(text.contains("请补充学校接收函") && text.contains("要您办"))
        #expect(!text.contains("两家银行") && !text.contains("zhuqi do 备注"))
    }

    @Test func programsGetTheWholeAnswerAboutTheIssue() async throws {
        let (text, asked) = try await shown(["--json"])
        #expect(asked == ["/v1/issues/ZQ2026-000123-1"])
        let issue = try JSONText.decode(IssueAnswer.self, from: Array(text.utf8))
        #expect(issue == Samples.talkedOver)
    }

    @Test func historyReadsToTheEnd() async throws {
        let transcript = Transcript()
        let script = [
            try ok(Page(items: [Samples.dispatch], next: "3")),
            try ok(Page(items: [Samples.acknowledge], next: nil)),
        ]
        try await ScriptedServer.run(script) { address, _ in
            try await HistoryCommand.parse(["X"]).perform(at: transcript.session(address))
        }
        #expect(transcript.output.contains("交办"))
        #expect(transcript.output.contains("签收"))
    }

    @Test func loginKeepsTheTokenOnlyAfterTheServerKnewIt() async throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let store = CredentialStore(directory: directory)
        let refusal = ScriptedServer.Answer.response(status: 401, body: "")
        try await ScriptedServer.run([refusal, try principal("handler")]) { address, _ in
            let credentials = Credentials(server: address, token: "zq_test")
            let session = try Transcript().session(address)
            await #expect(throws: ClientError.self) {
                try await LoginCommand.perform(at: session, keeping: credentials, in: store)
            }
            #expect(try store.load() == nil)
            try await LoginCommand.perform(at: session, keeping: credentials, in: store)
            #expect(try store.load() == credentials)
        }
    }

    @Test func theTokenIsReadFromTheInput() throws {
        #expect(try LoginCommand.ask(Transcript(answers: [" zq_x "]).console, .zh) == "zq_x")
        #expect(throws: StaffError.self) { try LoginCommand.ask(Transcript().console, .zh) }
    }
}
