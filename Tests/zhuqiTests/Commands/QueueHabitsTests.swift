import APIModel
import ArgumentParser
import Client
import Foundation
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

/// The queue in columns, sorted, narrowed by a kept filter, and for programs.
@Suite struct QueueHabitsTests {
    private func ok(_ value: some Encodable) throws -> ScriptedServer.Answer {
        .ok(String(decoding: try JSONText.encode(value), as: UTF8.self))
    }

    private var principal: ScriptedServer.Answer {
        get throws {
            try ok(
                PrincipalAnswer(login: "zhang", name: "张三", grants: [], now: Samples.now))
        }
    }

    private func duties(_ dues: [String], next: String? = nil) throws -> ScriptedServer.Answer {
        let items = dues.map {
            Samples.duty("办结", "Resolution", "x", part: .owes, by: "市金融局", due: $0)
        }
        return try ok(Page(items: items, next: next))
    }

    private let late = "2026-10-30T17:30:00+08:00"
    private let soon = "2026-10-15T17:30:00+08:00"
    private let middle = "2026-10-20T17:30:00+08:00"

    private func output(
        _ arguments: [String], _ script: [ScriptedServer.Answer], _ form: OutputForm = .people,
        contexts: ContextStore? = nil
    ) async throws -> (transcript: Transcript, asked: [String]) {
        let transcript = Transcript()
        var asked: [String] = []
        try await ScriptedServer.run(script) { address, server in
            var session = try transcript.session(address, form)
            session.contexts = contexts
            try await QueueCommand.parse(arguments).perform(at: session)
            asked = server.received.map(\.uri)
        }
        return (transcript, asked)
    }

    @Test func columnsAreThoseThatWereChosen() async throws {
        let (transcript, _) = try await output(
            ["--columns", "编号,期限,责任方"], [try principal, try duties([soon])])
        #expect(
            transcript.output == """
                编号   期限     责任方
                123-1  今17:30  市金融局
                共 1 项，超期 0

                """)
    }

    @Test func sortedItIsReadToTheEndAndTheLimitIsOfWhatIsShown() async throws {
        let script = [try principal, try duties([middle, late], next: "c"), try duties([soon])]
        let (transcript, asked) = try await output(
            ["--columns", "due", "--sort", "-期限", "--limit", "2"], script)
        #expect(
            asked.dropFirst() == [
                "/v1/duties?queue=mine&limit=200", "/v1/duties?queue=mine&cursor=c&limit=200",
            ])
        let lines = transcript.output.split(separator: "\n")
        #expect(lines.prefix(3) == ["期限", "10月30日", "周二17:30"])
        #expect(lines.last == "另有 1 件未列出")
    }

    @Test func aSortedDocumentIsSortedAsWell() async throws {
        let script = [try duties([middle, late], next: "c"), try duties([soon])]
        let (transcript, _) = try await output(["--sort", "due"], script, .programs)
        let page = try JSONText.decode(Page<DutyAnswer>.self, from: Array(transcript.output.utf8))
        #expect(page.items.map(\.dueAt) == [soon, middle, late] && page.next == nil)
    }

    @Test func sortingEndsAtALimitAndSaysSo() async throws {
        let items = [late, soon, middle].map {
            Samples.duty("办结", "Resolution", "x", part: .owes, by: "市金融局", due: $0)
        }
        let page = Reply(
            value: Page(items: items, next: "c"), body: [], isReplayed: false)
        let listing = Listing<DutyListColumn>(
            fetch: { _ in page }, cursor: nil, readsAll: false,
            order: ListOrder(terms: [SortTerm(column: .due, isDescending: false)]), most: 1,
            writer: ListWriter(form: .people, fields: nil, columns: [], language: .zh),
            mostSorted: 5)
        let session = try Transcript().session("http://127.0.0.1:1")
        let lines = try await listing.lines(at: session) { items, next in
            items.map { $0.dueAt ?? "" } + [next ?? "end"]
        }
        #expect(
            lines == [soon, "end", "另有 5 件未列出", "只读了前 6 项来排序，实际更多；请先缩小范围"])
    }

    @Test func anItemALineForPrograms() async throws {
        let script = [try duties([soon, late], next: "c")]
        let (transcript, asked) = try await output(["--ndjson", "--fields", "issue,dueAt"], script)
        #expect(asked == ["/v1/duties?queue=mine"])
        #expect(
            transcript.output == """
                {"dueAt":"\(soon)","issue":"ZQ2026-000123-1"}
                {"dueAt":"\(late)","issue":"ZQ2026-000123-1"}

                """)
        #expect(transcript.warnings == "还有更多：--all-pages 读到末尾\n")
    }

    @Test func aTableForPrograms() async throws {
        let (columns, _) = try await output(
            ["--tsv", "--columns", "编号,期限"], [try duties([soon])])
        #expect(columns.output == "编号\t期限\nZQ2026-000123-1\t2026-10-15 17:30\n")
        let (members, _) = try await output(
            ["--tsv", "--fields", "issue,stateLabel,owedBy"], [try duties([soon])])
        #expect(
            members.output == "issue\tstateLabel\towedBy\nZQ2026-000123-1\t办理中\t市金融局\n")
        let (empty, _) = try await output(["--tsv", "--columns", "编号"], [try duties([])])
        #expect(empty.output == "编号\n")
    }

    @Test func aDocumentOfChosenMembers() async throws {
        let (transcript, _) = try await output(
            ["--fields", "issue"], [try duties([soon], next: "c")], .programs)
        let page = try JSONText.decode(JSONValue.self, from: Array(transcript.output.utf8))
        #expect(
            page
                == .object([
                    "items": .list([.object(["issue": .text("ZQ2026-000123-1")])]),
                    "next": .text("c"),
                ]))
    }

    @Test func issuesHaveColumnsOfTheirOwn() async throws {
        let issues = try ok(Page(items: [Samples.issue()], next: nil))
        let (transcript, _) = try await output(
            ["--issues", "--columns", "编号,主办,类别,属地"], [try principal, issues])
        #expect(
            transcript.output == """
                编号   主办      类别  属地
                123-1  市金融局  FIN   410105
                共 1 件

                """)
    }

    @Test(arguments: [
        ["--fields", "issue"], ["--columns", "主办"], ["--sort", "-"], ["--watch"],
    ])
    func whatCannotBeIsUsage(arguments: [String]) async throws {
        await #expect(throws: StaffError.self) {
            _ = try await output(arguments, [try principal, try duties([soon])])
        }
    }

    @Test(arguments: [
        ["--ndjson", "--tsv"], ["--sort", "due", "--cursor", "c"], ["--every", "5s"],
        ["--watch", "--every", "10ms"], ["--watch", "--timeout", "5s"], ["--watch", "--tsv"],
        ["--watch", "--json"],
        ["--columns", "编号", "--json"], ["--columns", "编号", "--ndjson"],
        ["--context", "x", "--no-context"], ["--timeout", "soon"],
    ])
    func optionsThatDoNotGoTogetherAreRefused(arguments: [String]) {
        #expect(throws: (any Error).self) { try QueueCommand.parse(arguments) }
    }

    private func withContext(_ work: (ContextStore) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = ContextStore(directory: folder, profile: .standard)
        _ = try store.set(
            "我的督办",
            to: SavedContext(
                queue: .escalated, filter: ListFilter(values: [.unit: "industry", .search: "钢"])))
        try await work(store)
    }

    @Test func theFilterThatIsUsedNarrowsTheQueueAndIsNamed() async throws {
        try await withContext { store in
            let script = [try principal, try duties([])]
            let (before, unused) = try await output([], script, contexts: store)
            #expect(unused.last == "/v1/duties?queue=mine" && !before.output.contains("筛选："))
            _ = try store.use("我的督办")
            let (used, asked) = try await output([], script, contexts: store)
            #expect(asked.last == "/v1/duties?queue=escalated&unit=industry&q=%E9%92%A2")
            #expect(used.output.hasPrefix("筛选：我的督办\n"))
            let typed = ["all", "--unit", "finance"]
            let (_, both) = try await output(typed, script, contexts: store)
            #expect(both.last == "/v1/duties?queue=all&unit=finance&q=%E9%92%A2")
            let (_, none) = try await output(["--no-context"], script, contexts: store)
            #expect(none.last == "/v1/duties?queue=mine")
        }
    }

    @Test func programsAreNarrowedOnlyByAFilterThatTheyName() async throws {
        try await withContext { store in
            _ = try store.use("我的督办")
            let script = [try duties([])]
            let (_, asked) = try await output(["--ndjson"], script, contexts: store)
            #expect(asked == ["/v1/duties?queue=mine"])
            let named = ["--ndjson", "--context", "我的督办"]
            let (_, narrowed) = try await output(named, script, contexts: store)
            #expect(narrowed == ["/v1/duties?queue=escalated&unit=industry&q=%E9%92%A2"])
            await #expect(throws: StaffError.self) {
                _ = try await output(["--context", "乙"], [], contexts: store)
            }
        }
    }

    @Test func onATerminalItStandsBeforeTheCounts() {
        let queues = QueuesAnswer(now: Samples.now, queues: [])
        #expect(
            QueueGreeting(queues: queues, language: .zh, context: "我的督办").lines(width: nil)
                .first?.hasPrefix("筛选：我的督办 · 要我办 0") == true)
    }

    @Test func aFilterIsCheckedBeforeItIsKept() async throws {
        try await withContext { store in
            let workflows = try ok(Page<WorkflowSummary>(items: [], next: nil))
            try await ScriptedServer.run([workflows]) { address, _ in
                var session = try Transcript().session(address)
                session.contexts = store
                await #expect(throws: StaffError.self) {
                    try await SetContext.parse(["乙", "--category", "没有"]).perform(at: session)
                }
                let kept = Transcript()
                session = try kept.session(address)
                session.contexts = store
                try await SetContext.parse(["乙", "--queue", "overdue"]).perform(at: session)
                #expect(kept.output == "已存筛选“乙”；启用：zhuqi context use 乙\n")
            }
            #expect(try store.all().map(\.name).sorted() == ["乙", "我的督办"])
        }
    }

    @Test func aHistoryAndAnIssueAreListsAsWell() async throws {
        let events = try ok(Page(items: [Samples.acknowledge], next: nil))
        let (history, show) = (Transcript(), Transcript())
        try await ScriptedServer.run([events, try ok(Samples.issue())]) { address, _ in
            try await HistoryCommand.parse(["X", "--tsv"]).perform(at: history.session(address))
            try await ShowCommand.parse(["X", "--fields", "number,stateLabel.zh"])
                .perform(at: show.session(address, .programs))
        }
        let lines = history.output.split(separator: "\n")
        #expect(lines[0] == "序号\t时间\t动作\t状态\t办理人\t身份\t说明\t详情")
        #expect(lines[1].hasPrefix("4\t2026-10-09 10:00\t签收\t已交办 → 办理中\t张三\t"))
        let value = try JSONText.decode(JSONValue.self, from: Array(show.output.utf8))
        #expect(
            value
                == .object([
                    "number": .text("ZQ2026-000123-1"), "stateLabel.zh": .text("办理中"),
                ]))
    }
}
