import Foundation
import Testing

extension ServerTests {
    /// `zhuqid audit`, as it is run.
    @Suite struct AuditToolTests {
        private static let past = ["audit", "export", "2020-01", "--output"]

        @Test func nothingIsLeftOfAnExportThatASignalEnds() async throws {
            try await TestServer.run { server in
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                async let held = server.psql(
                    "BEGIN; LOCK TABLE issue_event; SELECT pg_sleep(6); COMMIT")
                try await eventually("the table is held") {
                    try await server.psql(
                        "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted "
                            + "AND relation = 'issue_event'::regclass") == "1"
                }
                let ended = try await Subprocess.run(
                    URL(filePath: "/usr/bin/env"),
                    ["timeout", "--preserve-status", "--signal=TERM", "2", Product.zhuqid.path]
                        + Self.past + [folder.appending(path: "month").path],
                    environment: Product.environment(database: server.owner))
                #expect(ended.status == 130, "\(ended.errors)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
                _ = try await held
            }
        }

        @Test func aFullDiskIsToldAndLeavesNothing() async throws {
            try await TestServer.run { server in
                try await SmallDisk.run(megabytes: 4) { disk in
                    try disk.fill()
                    let ended = try await Subprocess.run(
                        Product.zhuqid, Self.past + [disk.folder.appending(path: "month").path],
                        environment: Product.environment(database: server.owner))
                    #expect(ended.status == 1)
                    #expect(ended.errors.contains("EX40") && !ended.errors.contains("Error Domain"))
                    let left = try FileManager.default.contentsOfDirectory(
                        atPath: disk.folder.path)
                    #expect(left == ["ballast"])
                }
            }
        }

        @Test func aMonthThatIsPastIsThereAsAWhole() async throws {
            try await TestServer.run { server in
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                let month = folder.appending(path: "month").path
                let told = try await Product.tool(Self.past + [month], database: server.owner)
                let names = try FileManager.default.contentsOfDirectory(atPath: month).sorted()
                #expect(names.count == 6)
                #expect(told.split(separator: "\n").count == 5)
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["month"])
            }
        }

        @Test func aKeyIsItsOwnersAloneAndNeverOverwritten() async throws {
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            let file = folder.appending(path: "seal.key").path
            let made = try await key("make", file)
            #expect(made.status == 0 && made.output.contains("BEGIN PUBLIC KEY"))
            #expect(!made.output.contains("PRIVATE"))
            let secret = try String(contentsOfFile: file, encoding: .utf8)
            let mode = try await Subprocess.output(
                of: URL(filePath: "/usr/bin/env"), ["stat", "-c", "%a", file])
            #expect(mode == "600")
            #expect(try await key("make", file).status == 1)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == secret)
            #expect(try await key("show", file).output == made.output)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
            let open = try await key("show", file)
            #expect(open.status == 1 && open.errors.contains("600"))
        }

        @Test func aKeyThatIsReplacedStaysGood() async throws {
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            let file = folder.appending(path: "seal.key").path
            let made = try await key("make", file)
            let first = try String(contentsOfFile: file, encoding: .utf8)
            let rotated = try await key("rotate", file)
            #expect(rotated.status == 0, "\(rotated.errors)")
            #expect(rotated.output.hasPrefix(made.output))
            #expect(try String(contentsOfFile: file, encoding: .utf8) != first)
            let fingerprint = String(made.output.prefix(16))
            #expect(try String(contentsOfFile: "\(file).\(fingerprint)", encoding: .utf8) == first)
            #expect(try await key("show", file).output == rotated.output)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names == ["seal.key", "seal.key.\(fingerprint)", "seal.key.pub"])
        }

        private func key(_ words: String...) async throws -> Subprocess.Ended {
            try await Subprocess.run(Product.zhuqid, ["audit", "key"] + words)
        }
    }
}
