import APIModel
import ArgumentParser
import Client
import CommandText
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

@Suite struct FileCommandTests {
    private static let workflow = "/v1/workflows/enterprise-assistance"

    private func answers() throws -> [String: ScriptedServer.Answer] {
        [
            "/v1/workflows": try Samples.ok(Samples.workflows),
            Self.workflow: try Samples.ok(Samples.workflow),
            "/v1/enterprises": try Samples.ok(Page(items: [Samples.enterprise], next: nil)),
            "/v1/proposals": try Samples.ok(Samples.proposal),
            "/v1/cases": try Samples.ok(Samples.filed, status: 201),
        ]
    }

    private func perform(
        _ arguments: [String], _ transcript: Transcript, form: OutputForm = .people
    ) async throws -> [ScriptedServer.Received] {
        var received: [ScriptedServer.Received] = []
        try await ScriptedServer.run(answering: try answers()) { address, server in
            try await FileCommand.parse(arguments)
                .perform(at: try transcript.session(address, form))
            received = server.received
        }
        return received
    }

    private func filing(_ received: [ScriptedServer.Received]) throws -> CaseFiling {
        let request = try #require(received.last { $0.uri == "/v1/cases" })
        #expect(request.headers["idempotency-key"] != nil)
        return try JSONText.decode(CaseFiling.self, from: Array(request.body.utf8))
    }

    @Test func aConversationBeginsWithTheTextAndAsksBeforeItSends() async throws {
        let transcript = Transcript(
            answers: [
                "特种钢材断供。库存只够两周。", "示例机械", "", "", "", "否", "３.５万", "王工", "13812341234", "否", "y",
            ], width: 80)
        let sent = try filing(try await perform([], transcript))
        let issue = try #require(sent.issues.first)
        #expect(sent.enterprise == Samples.enterprise.creditCode && sent.source == "visit")
        #expect(sent.issues.count == 1 && sent.draft == nil)
        #expect(issue.title == "特种钢材断供" && issue.description == "特种钢材断供。库存只够两周。")
        #expect(issue.category == "MAT" && issue.class == "C" && issue.division == "410105")
        // What is no plain number goes as it was written: the server understands it.
        #expect(issue.needs == ["shortage": .text("３.５万")])
        #expect(issue.contact == .init(name: "王工", phone: "13812341234"))
        #expect(issue.confidential == nil)
        let (asked, said) = (transcript.warnings, transcript.output)
        for words in ["建议类别", "市工信局", "特种钢材紧缺", "3 家企业有同类诉求", "提交这 1 件吗？"] {
            #expect(asked.contains(words), "\(words)")
        }
        #expect(
            said == """
                已登记：ZQ2026-000123  郑州示例机械有限公司
                  ZQ2026-000123-1  特种钢材断供  待受理
                  接下来：金水区活动办 须在 2026-10-12 17:30 前完成“受理与交办”。

                """)
    }

    @Test func whoeverDoesNotAgreeSendsNothing() async throws {
        let transcript = Transcript(
            answers: ["断供", "示例机械", "", "", "", "否", "5", "", "否", "n"], width: 80)
        try await ScriptedServer.run(answering: try answers()) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await FileCommand.parse([]).perform(at: try transcript.session(address))
            }
            let refused = try #require(error)
            #expect(EndingStatus(refused) == .usage)
            #expect(!server.received.contains { $0.uri == "/v1/cases" })
        }
    }

    @Test func withoutATerminalOptionsGiveAllOfIt() async throws {
        let transcript = Transcript()
        let sent = try filing(
            try await perform(
                [
                    "--text", "断供", "--text", "断电", "--title", "钢材", "--title", "用电", "--category",
                    "原材料采购", "--class", "紧急", "--enterprise", "示例机械", "--need", "缺口=200",
                    "--contact",
                    "王工", "--confidential", "--complained-unit", "市财政局", "--yes",
                ], transcript))
        #expect(sent.issues.map(\.title) == ["钢材", "用电"])
        #expect(sent.issues.map(\.category) == ["MAT", "MAT"])
        // What the client need not know the server resolves.
        #expect(sent.issues.map(\.class) == ["紧急", "紧急"])
        #expect(sent.issues.first?.needs == ["shortage": .integer(200)])
        #expect(sent.issues.allSatisfy { $0.confidential == true && $0.complainedUnit == "市财政局" })
        #expect(transcript.warnings.isEmpty)
    }

    @Test func withoutATerminalAndWithoutYesNothingIsSent() async throws {
        try await ScriptedServer.run(answering: try answers()) { address, server in
            await #expect(throws: StaffError.self) {
                try await FileCommand.parse(["--text", "x"])
                    .perform(at: try Transcript().session(address))
            }
            #expect(server.received.isEmpty)
        }
    }

    @Test func whatIsRequiredAndMissingIsNamed() async throws {
        try await ScriptedServer.run(answering: try answers()) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await FileCommand.parse(["--text", "断供", "--enterprise", "示例机械", "--yes"])
                    .perform(at: try Transcript().session(address))
            }
            guard case .missingFields(_, let fields) = try #require(error) else {
                throw try #require(error)
            }
            #expect(fields.map(\.name) == ["needs"])
            #expect(!server.received.contains { $0.uri == "/v1/cases" })
        }
    }

    @Test(arguments: [40, 80]) func aDryRunShowsAndSendsNothing(width: Int) async throws {
        let transcript = Transcript(width: width)
        let received = try await perform(
            [
                "--text", "供应商停产，库存只够两周，请协调货源。", "--title", "特种钢材断供", "--enterprise", "示例机械",
                "--need", "缺口=200", "--class", "U", "--contact", "王工", "--phone", "13812341234",
                "--dry-run",
            ], transcript)
        #expect(!received.contains { $0.uri == "/v1/cases" })
        for line in transcript.output.split(separator: "\n") {
            #expect(line.displayWidth <= width, "\(line)")
        }
        try Golden.expect(transcript.output, "file.zh.\(width).txt")
    }

    @Test func aDraftIsKeptWithLess() async throws {
        let transcript = Transcript()
        let sent = try filing(
            try await perform(
                ["--text", "缺贷款", "--category", "FIN", "--enterprise", "示例机械", "--draft", "--yes"],
                transcript))
        #expect(sent.draft == true)
    }

    @Test func aWholeCaseIsSentAsItWasWritten() async throws {
        let body =
            #"{"enterprise":"91410100MADEM0046Q","issues":[{"category":"FIN","division":"410105","later":1,"title":"t"}],"source":"visit","workflow":"w"}"#
        let received = try await perform(
            ["--filing", body, "--key", "k1", "--yes"], Transcript())
        #expect(received.map(\.uri) == ["/v1/cases"])
        #expect(received.first?.body == body)
        #expect(received.first?.headers["idempotency-key"] == "\"k1\"")
    }

    @Test func anUnknownOutcomeNamesTheWholeCaseAgain() async throws {
        var script = try answers()
        script["/v1/cases"] = .hangUp
        try await ScriptedServer.run(answering: script) { address, server in
            let error = await #expect(throws: StaffError.self) {
                try await FileCommand.parse([
                    "--text", "缺贷款", "--category", "FIN", "--enterprise", "示例机械", "--yes",
                ]).perform(at: try Transcript().session(address))
            }
            guard case .outcomeUnknown(_, let again) = try #require(error) else {
                throw try #require(error)
            }
            let last = try #require(server.received.last)
            let key = try #require(last.headers["idempotency-key"]).filter { $0 != "\"" }
            #expect(again.contains("--filing '\(last.body)' --yes --key \(key)"))
        }
    }

    @Test func severalEnterprisesOfTheNameAreAQuestion() async throws {
        var script = try answers()
        let other = EnterpriseAnswer(
            creditCode: "91410100MADEM0046Q", name: "郑州示例机械制造", division: "410105", tags: [])
        script["/v1/enterprises"] = try Samples.ok(
            Page(items: [Samples.enterprise, other], next: nil))
        try await ScriptedServer.run(answering: script) { address, _ in
            let error = await #expect(throws: StaffError.self) {
                _ = try await TypedEnterprise(session: try Transcript().session(address))
                    .find("示例")
            }
            let words = ErrorText(language: .zh).words(try #require(error)).message
            #expect(words.contains("可指 2 家企业") && words.contains(other.creditCode))
            let asked = Transcript(answers: ["9", "2"])
            let found = try await TypedEnterprise(session: try asked.session(address)).find("示例")
            #expect(found == other)
            #expect(asked.warnings.contains("请输入 1 至 2"))
            let exact = try await TypedEnterprise(session: try Transcript().session(address))
                .find("郑州示例机械制造")
            #expect(exact == other)
        }
    }

    @Test func wrongCombinationsAreUsage() {
        for arguments in [
            ["--filing", "{}", "--text", "x"], ["--phone", "1"], ["--title", "a", "--title", "b"],
        ] {
            #expect(throws: (any Error).self) { try FileCommand.parse(arguments) }
        }
    }
}
