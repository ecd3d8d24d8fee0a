import APIModel
import Foundation
import JSON
import ScriptedServer
import Testing

@testable import zhuqi

/// The tool as scripts run it: time limits, many issues, several logins.
@Suite struct HabitExitTests {
    private func ok(_ value: some Encodable) throws -> ScriptedServer.Answer {
        .ok(String(decoding: try JSONText.encode(value), as: UTF8.self))
    }

    @Test func aServerThatHangsIsGivenUpAfterTheTimeThatWasGiven() async throws {
        let silence = Array(repeating: ScriptedServer.Answer.silence, count: 4)
        try await ScriptedServer.run(silence) { address, _ in
            let begun = ContinuousClock.now
            let ended = try await Tool.run([
                "show", "1", "--server", address, "--timeout", "300ms",
            ])
            #expect(ended.status == 124 && ended.output.isEmpty)
            #expect(ended.errors.contains("没有按时回答"))
            #expect(ContinuousClock.now - begun < .seconds(10), "a call by itself waits 15 s")
        }
    }

    @Test func aChangeThatHangsTellsHowToAskAgain() async throws {
        try await ScriptedServer.run([try ok(Samples.actions), .silence]) { address, _ in
            let ended = try await Tool.run([
                "do", "note", "1", "--server", address, "--timeout", "2s",
            ])
            #expect(ended.status == 124)
            #expect(ended.errors.contains("zhuqi do note 1 --if-match 7 --key "))
        }
    }

    @Test func manyOfWhichSomeFailEndInPart() async throws {
        let done = BulkActionAnswer.Item(
            ActionAnswer(event: Samples.acknowledge, issue: Samples.issue()), status: 201,
            isReplay: false)
        let failed = BulkActionAnswer.Item(
            Problem(
                type: "about:blank", title: "现在不能办理", status: 409, detail: "该问题已受理",
                code: "CW206", hint: ""), retryAfter: nil)
        let script = [
            try ok(Samples.actions), try ok(BulkActionAnswer(items: [done, failed])),
        ]
        try await ScriptedServer.run(script) { address, _ in
            let ended = try await Tool.run(["do", "note", "47-1", "48-1", "--server", address])
            #expect(ended.status == 5)
            #expect(ended.output.contains("48-1  未办：该问题已受理"))
            #expect(ended.errors.contains("2 件中有 1 件未办"))
        }
    }

    @Test func aListIsWatchedOnATerminalAlone() async throws {
        try await ScriptedServer.run([]) { address, server in
            let ended = try await Tool.run(["queue", "--watch", "--server", address])
            #expect(ended.status == 2 && ended.output.isEmpty)
            #expect(ended.errors.contains("--watch 只能在终端上用"))
            #expect(server.received.isEmpty)
        }
    }

    private func withHome(_ work: (URL) async throws -> Void) async throws {
        let home = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-home-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        try await work(home)
    }

    @Test func severalLoginsAreKeptSideBySide() async throws {
        let principal = try ok(PrincipalAnswer(login: "li", name: "李四", grants: []))
        let answers = [
            "/v1/whoami": principal, "/v1/duties": try ok(Page<DutyAnswer>(items: [], next: nil)),
        ]
        try await withHome { home in
            try await ScriptedServer.run(answering: answers) { address, server in
                func run(_ arguments: String...) async throws -> Tool.Ended {
                    try await Tool.run(arguments, home: home)
                }
                func token() -> String? { server.received.last?.headers["authorization"] }
                let city = ["--server", address, "--token", "zq_city"]
                #expect(try await Tool.run(["login"] + city, home: home).status == 0)
                let file = home.appending(path: "token")
                try Data("zq_province\n".utf8).write(to: file)
                #expect(
                    try await run(
                        "login", "--profile", "省里", "--server", address, "--token-file",
                        file.path()
                    ).status == 0)
                #expect(try await run("queue", "--json").status == 0)
                #expect(token() == "Bearer zq_city")
                #expect(try await run("queue", "--json", "--profile", "省里").status == 0)
                #expect(token() == "Bearer zq_province")
                #expect(try await run("profile", "use", "省里").output == "现用 省里：\(address)\n")
                #expect(try await run("queue", "--json").status == 0)
                #expect(token() == "Bearer zq_province")
                #expect(
                    try await run("profile", "list").output
                        == "  default  \(address)\n* 省里     \(address)\n")
                #expect(try await run("profile", "delete", "省里").status == 0)
                let gone = try await run("profile", "use", "省里")
                #expect(gone.status == 2 && gone.errors.contains("现有：default"))
                #expect(try await run("queue", "--json", "--profile", "省里").status == 2)
            }
        }
    }

    @Test func keptFiltersAreListedUsedAndForgotten() async throws {
        try await withHome { home in
            func run(_ arguments: String...) async throws -> Tool.Ended {
                try await Tool.run(["context"] + arguments, home: home)
            }
            let folder = home.appending(path: "zhuqi")
            let store = ContextStore(directory: folder, profile: .standard)
            _ = try store.set(
                "我的督办",
                to: SavedContext(
                    queue: .escalated, filter: ListFilter(values: [.category: "资金"])))
            #expect(try await run("use", "我的督办").output == "已启用筛选“我的督办”\n")
            #expect(
                try await run("list").output == "* 我的督办  --queue escalated --category 资金\n")
            #expect(try await run("none").status == 0)
            let list = try await run("list", "--json")
            #expect(list.output.contains(#""isUsed" : false"#))
            #expect(try await run("delete", "我的督办").status == 0)
            let gone = try await run("use", "我的督办")
            #expect(gone.status == 2 && gone.errors.contains("还没有存过筛选"))
        }
    }
}
