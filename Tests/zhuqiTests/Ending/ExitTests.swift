import APIModel
import Client
import CommandText
import Foundation
import JSON
import ScriptedServer
import Testing

@testable import zhuqi

/// The tool as scripts run it: what it ends with, and what it says on which stream.
@Suite struct ExitTests {
    private func problem(_ status: Int, allowed: [String]? = nil) throws -> ScriptedServer.Answer {
        let problem = Problem(
            type: "about:blank", title: "不行", status: status, detail: nil, code: "CW999", hint: "",
            allowed: allowed)
        return .response(
            status: status,
            headers: ["Content-Type": "application/problem+json", "Retry-After": "3600"],
            body: String(decoding: try JSONText.encode(problem), as: UTF8.self))
    }

    /// One issue is shown by several requests.
    private func always(_ answer: ScriptedServer.Answer) -> [ScriptedServer.Answer] {
        Array(repeating: answer, count: 4)
    }

    @Test(arguments: [
        (400, 2), (401, 4), (403, 4), (404, 3), (412, 6), (429, 9), (500, 1), (503, 8),
    ])
    func whatTheServerRefusesHasItsStatus(status: Int, ending: Int32) async throws {
        try await ScriptedServer.run(try always(problem(status))) { address, _ in
            let ended = try await Tool.run(["show", "1", "--server", address])
            #expect(ended.status == ending)
            #expect(ended.output.isEmpty && ended.errors.contains("不行"))
        }
    }

    @Test func aGuardAndAConflictAreToldApart() async throws {
        for (allowed, ending) in [(["note"], 7), (nil, 6)] as [([String]?, Int32)] {
            try await ScriptedServer.run(try always(problem(409, allowed: allowed))) { address, _ in
                let ended = try await Tool.run(["show", "1", "--server", address])
                #expect(ended.status == ending)
            }
        }
    }

    @Test func helpEndsWellAndUsageDoesNot() async throws {
        let help = try await Tool.run(["queue", "--help"])
        #expect(help.status == 0 && help.errors.isEmpty && help.output.contains("用法：zhuqi queue"))
        let usage = try await Tool.run(["queue", "--nothing"])
        #expect(usage.status == 2 && usage.output.isEmpty)
    }

    @Test func aServerThatIsAwayIsToldSoon() async throws {
        var address = ""
        try await ScriptedServer.run([]) { bound, _ in address = bound }
        let begun = ContinuousClock.now
        let ended = try await Tool.run(["show", "1", "--server", address])
        #expect(ended.status == 8 && ended.errors.contains(address))
        #expect(ContinuousClock.now - begun < .seconds(5))
    }

    @Test func withJSONTheErrorIsOneDocument() async throws {
        try await ScriptedServer.run(try always(problem(404))) { address, _ in
            let ended = try await Tool.run(["show", "1", "--json", "--server", address])
            let read = try JSONSerialization.jsonObject(with: Data(ended.errors.utf8))
            let error = try #require((read as? [String: Any])?["error"] as? [String: Any])
            #expect(error["exitStatus"] as? Int == 3 && error["code"] as? String == "CW999")
            #expect((error["problem"] as? [String: Any])?["status"] as? Int == 404)
        }
        let usage = try await Tool.run(["queue", "--json", "--nothing"])
        let read = try JSONSerialization.jsonObject(with: Data(usage.errors.utf8))
        let error = try #require((read as? [String: Any])?["error"] as? [String: Any])
        #expect(error["exitStatus"] as? Int == 2 && error["code"] as? String == "usage")
    }

    @Test func ctrlCWhileAChangeIsUnderWayTellsHowToAskAgain() async throws {
        let actions = String(decoding: try JSONText.encode(Samples.actions), as: UTF8.self)
        try await ScriptedServer.run([.ok(actions), .silence]) { address, server in
            let tool = try Tool(["do", "note", "1", "--server", address])
            while server.received.count < 2 { try await Task.sleep(for: .milliseconds(20)) }
            tool.interrupt()
            let ended = try await tool.end()
            #expect(ended.status == 130)
            let key = try #require(server.received.last?.headers["idempotency-key"])
                .trimmingCharacters(in: ["\""])
            #expect(ended.errors.contains("可能已经生效"))
            #expect(ended.errors.contains("zhuqi do note 1 --if-match 7 --key \(key)"))
        }
    }

    @Test func theVersionOfTheServerStandsBesideItsOwn() async throws {
        try await ScriptedServer.run([.ok(#"{"status":"ready","version":"9.9.9"}"#)]) {
            address, _ in
            let ended = try await Tool.run(["--version", "--server", address])
            #expect(ended.status == 0)
            #expect(ended.output == "zhuqi \(ToolVersion.text)\n服务器 \(address)  9.9.9\n")
        }
        let alone = try await Tool.run(["--version", "--server", "http://127.0.0.1:1"])
        #expect(alone.status == 0 && alone.output.hasPrefix("zhuqi \(ToolVersion.text)\n"))
    }
}
