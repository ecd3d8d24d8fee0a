import APIModel
import Foundation
import Languages
import Testing

extension ServerTests {
    /// What an institution does to its workflows, by the tool and beside a running server.
    @Suite struct WorkflowToolTests {
        private static let campaign = Product.workflows.appending(
            path: "enterprise-assistance.yaml")

        private static let shared = ["shared/categories.yaml", "shared/campaign.yaml"]

        /// Puts beside a copy of the campaign what it includes.
        private static func copyShared(into folder: URL) throws {
            try FileManager.default.copyItem(
                at: Product.workflows.appending(path: "shared"),
                to: folder.appending(path: "shared"))
        }

        @Test func checkTellsEveryFaultOfEveryFileAndEndsWithOne() async throws {
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            try Self.copyShared(into: folder)
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
            let folder = Product.workflows.path
            let found = try FileManager.default.contentsOfDirectory(atPath: folder)
            let files = found.filter { $0.hasSuffix(".yaml") } + Self.shared
            let ended = try await tool(["check"] + files.map { folder + "/" + $0 })
            #expect(ended.status == 0, "\(ended.output)")
            #expect(ended.output.split(separator: "\n").count == files.count)
        }

        @Test func textPrintsTheWholeOfAFileAndOfAPublishedVersion() async throws {
            try await TestServer.run { server in
                let file = try await tool(["text", Self.campaign.path])
                #expect(file.status == 0, "\(file.errors)")
                #expect(!file.output.contains("include") && file.output.contains("\n  note:\n"))
                for name in ["enterprise-assistance", "enterprise-assistance@9"] {
                    let published = try await tool(["text", name], server.owner)
                    #expect(published.output == file.output, "\(published.errors)")
                }
                let unknown = try await tool(["text", "enterprise-assistance@10"], server.owner)
                #expect(unknown.status != 0 && unknown.errors.contains("no version 10"))
            }
        }

        @Test func faultsOfIncludedFilesAreToldOnceAndWhereTheyStand() async throws {
            try await TestServer.run { server in
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                try Self.copyShared(into: folder)
                let shared = folder.appending(path: "shared/campaign.yaml")
                try String(contentsOf: shared, encoding: .utf8)
                    .replacing("{zh: 异议次数, en: Objections}", with: "{zh: 异议次数}")
                    .replacing("counters:\n", with: "counters:\n  dispatches: none\n")
                    .write(to: shared, atomically: true, encoding: .utf8)
                for name in ["enterprise-assistance.yaml", "three-deliveries.yaml"] {
                    try FileManager.default.copyItem(
                        at: Product.workflows.appending(path: name),
                        to: folder.appending(path: name))
                }
                let twice = try await check(folder)
                #expect(twice.count == 1 && twice[0].contains(/shared\/campaign\.yaml:[78]:3:/))
                try String(contentsOf: shared, encoding: .utf8)
                    .replacing("  dispatches: none\n", with: "")
                    .write(to: shared, atomically: true, encoding: .utf8)
                let halves = try await check(folder)
                #expect(halves.count == 2, "\(halves)")
                #expect(halves.allSatisfy { $0.contains("/shared/campaign.yaml:20:") })
                #expect(halves[0].contains("(taken at \(folder.path)/enterprise-assistance.yaml:"))
                let published = try await Subprocess.run(
                    Product.zhuqid, ["publish", "--workflows", folder.path],
                    environment: Product.environment(database: server.owner))
                #expect(published.status == 1 && published.errors.contains(halves[0]))
            }
        }

        /// The lines that tell faults of both campaigns in a folder.
        private func check(_ folder: URL) async throws -> [String] {
            let ended = try await tool([
                "check", folder.path + "/enterprise-assistance.yaml",
                folder.path + "/three-deliveries.yaml",
            ])
            #expect(ended.status == 1)
            return ended.output.split(separator: "\n").map(String.init)
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
                Product.zhuqid, ["workflow", "draw", path],
                environment: ["PATH": "/nowhere"].merging(Product.speaking(.en)) { $1 })
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
                try Self.copyShared(into: folder)
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
                #expect(same.status == 1 && same.errors.contains("write `version: 10`"))

                try String(contentsOf: file, encoding: .utf8)
                    .replacing("version: 9\n", with: "version: 10\n")
                    .write(to: file, atomically: true, encoding: .utf8)
                try await Product.tool(["publish", "--workflows", folder.path], database: database)
                let trial = try await tool(
                    ["move", "--from", "9", "--to", "10", "--dry-run"], database)
                #expect(trial.output.contains("2 would move, 0 stay; deadlines that change: 1,"))
                let number = try await server.head(issue, as: People.office).number
                let one = try await tool(
                    [
                        "move", "--from", "9", "--to", "10", "--dry-run", "--where",
                        "number=" + number,
                    ],
                    database)
                #expect(one.output.contains("1 would move"), "\(one.errors)")
                for unknown in [
                    "number=ZQ1", "number=ZQ2026-999999-1", "state=nonsense", "class=ZZ",
                    "category=QQ", "division=999999", "unit=nobody",
                ] {
                    let ended = try await tool(
                        ["move", "--from", "9", "--to", "10", "--dry-run", "--where", unknown],
                        database)
                    let words =
                        "there is no "
                        + (unknown.hasPrefix("number=")
                            ? unknown.replacing("number=", with: "issue ")
                            : unknown.replacing("=", with: " "))
                    #expect(ended.status != 0 && ended.errors.contains(words), "\(ended.errors)")
                    #expect(ended.output.isEmpty)
                }
                #expect(try await server.head(issue, as: People.office).workflowVersion == 9)

                let moved = try await tool(
                    [
                        "move", "enterprise-assistance", "--from", "9", "--to", "10", "--by",
                        People.administrator,
                    ], database)
                #expect(moved.status == 0, "\(moved.errors)")
                #expect(moved.output.contains("2 moved, 0 stay"))
                let head = try await server.head(issue, as: People.office)
                #expect(head.workflowVersion == 10)
                try await server.did(
                    "reportProgress", on: issue, as: People.handler, ["text": .text("示例")])
                try await server.did("accept", on: other, as: People.office)
                let last = try await server.history(issue, as: People.office).dropLast().last
                #expect(last?.actionLabel.en == "Move to another version")
                #expect(last?.role == "systemAdministrator")
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
                try await server.advance(to: "2026-11-01T09:00:00+08:00")
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
