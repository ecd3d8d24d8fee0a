import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What an institution does to its workflows, by the tool and beside a running server.
    @Suite struct WorkflowToolTests {
        private static let campaign = Product.workflows.appending(
            path: "enterprise-assistance.yaml")

        @Test func checkTellsEveryFaultOfEveryFileAndEndsWithOne() async throws {
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            let text = try String(contentsOf: Self.campaign, encoding: .utf8)
            let bad = folder.appending(path: "bad.yaml")
            try text.replacing("party: office", with: "party: ofice")
                .replacing("rank: 2", with: "rank: two").write(
                    to: bad, atomically: true, encoding: .utf8)
            try Data([0xFF, 0xFE, 0x00]).write(to: folder.appending(path: "binary.yaml"))
            let ended = try await tool([
                "check", Self.campaign.path, bad.path, folder.path + "/binary.yaml",
                folder.path + "/missing.yaml",
            ])
            #expect(ended.status == 1)
            #expect(ended.output.contains("enterprise-assistance.yaml: a sound workflow"))
            #expect(ended.output.contains("`rank` is `two`; it must be a whole number"))
            #expect(ended.output.contains("unknown party `ofice`; did you mean `office`?"))
            #expect(ended.output.contains("binary.yaml:1:1: "))
            #expect(ended.output.contains("missing.yaml:1:1: "))
            let places = ended.output.split(separator: "\n").filter { $0.contains("bad.yaml:") }
            #expect(places.allSatisfy { $0.contains(/bad\.yaml:\d+:\d+: .+; .+/) })
        }

        @Test func checkIsContentWithEveryFileThatIsShipped() async throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: Product.workflows.path)
                .filter { $0.hasSuffix(".yaml") }.map { Product.workflows.path + "/" + $0 }
            let ended = try await tool(["check"] + files)
            #expect(ended.status == 0, "\(ended.output)")
            #expect(ended.output.split(separator: "\n").count == files.count)
        }

        @Test func drawWritesOnePageInBothLanguagesAndMermaidWhereAsked() async throws {
            let path = Self.campaign.path
            let chinese = try await tool(["draw", path])
            #expect(chinese.status == 0, "\(chinese.errors)")
            #expect(chinese.output.contains("<svg") && chinese.output.contains("待审核"))
            let english = try await tool(["draw", path, "--language", "en"])
            #expect(english.output.contains("Reported resolved"))
            let mermaid = try await tool(["draw", path, "--format", "mermaid"])
            #expect(mermaid.output.contains("stateDiagram-v2"))
            let without = try await Subprocess.run(
                Product.zhuqid, ["workflow", "draw", path], environment: ["PATH": "/nowhere"])
            #expect(without.status == 0)
            #expect(without.output == mermaid.output)
            #expect(without.errors.contains("Graphviz is not installed"))
        }

        @Test func versionsAreComparedPublishedAndMovedBesideARunningServer() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let other = try await server.issue()
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                let file = folder.appending(path: "enterprise-assistance.yaml")
                try String(contentsOf: Self.campaign, encoding: .utf8)
                    .replacing("support: 3wd, resolve: 7wd", with: "support: 3wd, resolve: 5wd")
                    .write(to: file, atomically: true, encoding: .utf8)
                let database = server.owner

                let difference = try await tool(
                    ["diff", "enterprise-assistance", file.path], database)
                #expect(
                    difference.output.contains("class `C`: limit of `resolve`: 7wd → 5wd\n1 change")
                )
                let same = try await Subprocess.run(
                    Product.zhuqid, ["publish", "--workflows", folder.path],
                    environment: Product.environment(database: database))
                #expect(same.status == 1 && same.errors.contains("write `version: 9`"))

                try String(contentsOf: file, encoding: .utf8)
                    .replacing("version: 8\n", with: "version: 9\n")
                    .write(to: file, atomically: true, encoding: .utf8)
                try await Product.tool(["publish", "--workflows", folder.path], database: database)
                let trial = try await tool(
                    ["move", "--from", "8", "--to", "9", "--dry-run"], database)
                #expect(trial.output.contains("2 would move, 0 stay; deadlines that change: 1,"))
                let number = try await server.head(issue, as: People.office).number
                let one = try await tool(
                    [
                        "move", "--from", "8", "--to", "9", "--dry-run", "--where",
                        "number=" + number,
                    ],
                    database)
                #expect(one.output.contains("1 would move"), "\(one.errors)")
                for unknown in [
                    "number=ZQ1", "number=ZQ2026-999999-1", "state=nonsense", "class=ZZ",
                    "category=QQ", "division=999999", "unit=nobody",
                ] {
                    let ended = try await tool(
                        ["move", "--from", "8", "--to", "9", "--dry-run", "--where", unknown],
                        database)
                    let words =
                        "there is no "
                        + (unknown.hasPrefix("number=")
                            ? unknown.replacing("number=", with: "issue ")
                            : unknown.replacing("=", with: " "))
                    #expect(ended.status != 0 && ended.errors.contains(words), "\(ended.errors)")
                    #expect(ended.output.isEmpty)
                }
                #expect(try await server.head(issue, as: People.office).workflowVersion == 8)

                let moved = try await tool(
                    [
                        "move", "enterprise-assistance", "--from", "8", "--to", "9", "--by",
                        People.administrator,
                    ], database)
                #expect(moved.status == 0, "\(moved.errors)")
                #expect(moved.output.contains("2 moved, 0 stay"))
                let head = try await server.head(issue, as: People.office)
                #expect(head.workflowVersion == 9)
                try await server.did(
                    "reportProgress", on: issue, as: People.handler, ["text": .text("示例")])
                try await server.did("accept", on: other, as: People.office)
                let last = try await server.history(issue, as: People.office).dropLast().last
                #expect(last?.actionLabel.en == "Move to another version")
                #expect(last?.role == "systemAdministrator")
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
                let export = folder.appending(path: "month").path
                try await Product.tool(
                    ["audit", "export", "2026-10", "--output", export], database: database)
                let ledger = try String(
                    contentsOf: URL(filePath: export + "/issues.SIMULATED.csv"), encoding: .utf8)
                #expect(ledger.contains("流程版本 workflowVersion"))
            }
        }

        @Test func moveIsRefusedWithWhatWouldBeRight() async throws {
            try await TestServer.run { server in
                for (arguments, words) in [
                    (["--from", "1", "--to", "1", "--dry-run"], "the same version"),
                    (["--from", "1", "--to", "2"], "--by"),
                    (["--from", "1", "--to", "2", "--dry-run"], "has not both versions"),
                    (["--from", "1", "--to", "2", "--dry-run", "--where", "colour=red"], "colour"),
                    (["--from", "1", "--to", "2", "--dry-run", "--state", "x"], "old=new"),
                ] {
                    let ended = try await tool(["move"] + arguments, server.owner)
                    #expect(ended.status != 0)
                    #expect(ended.errors.contains(words), "\(arguments): \(ended.errors)")
                }
            }
        }

        private func tool(
            _ arguments: [String], _ database: String = "host=/nowhere"
        ) async throws -> Subprocess.Ended {
            try await Subprocess.run(
                Product.zhuqid, ["workflow"] + arguments,
                environment: Product.environment(database: database))
        }
    }
}
