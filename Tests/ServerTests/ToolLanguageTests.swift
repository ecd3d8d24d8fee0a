import Foundation
import Languages
import Testing

extension ServerTests {
    /// `zhuqid` speaks one language, that of LANG: help, usage errors, refusals, results.
    @Suite struct ToolLanguageTests {
        private static let commands: [[String]] = [
            [], ["migrate"], ["workflow"], ["workflow", "check"], ["workflow", "list"],
            ["workflow", "text"], ["workflow", "diff"], ["workflow", "draw"],
            ["workflow", "move"], ["calendar"], ["calendar", "publish"], ["calendar", "list"],
            ["calendar", "adopt"], ["calendar", "provisional"], ["publish"], ["serve"],
            ["directory"], ["directory", "import"], ["directory", "export"],
            ["directory", "handover"], ["token"], ["token", "issue"], ["token", "list"],
            ["token", "revoke"], ["token", "rotate"], ["audit"], ["audit", "export"],
            ["audit", "key"], ["audit", "key", "make"], ["audit", "key", "show"],
            ["audit", "key", "rotate"], ["doctor"],
            ["deadline"], ["settings"],
        ]

        @Test(arguments: commands) func helpIsOfOneLanguage(command: [String]) async throws {
            let chinese = try await help(command, .zh)
            for line in chinese where !line.isEmpty && !line.hasPrefix("  ") {
                // A line may have room for nothing but names of files.
                let isOfFiles = line.split(separator: "、").allSatisfy { $0.hasSuffix(".csv") }
                #expect(line.hasHan || isOfFiles, "\(command): \(line)")
            }
            for sentence in chinese.filter(\.isEnglishSentence) {
                Issue.record("\(command): \(sentence)")
            }
            for line in try await help(command, .en) where !line.hasPrefix("  ") {
                #expect(!line.hasHan, "\(command): \(line)")
            }
        }

        @Test func everyCommandIsLookedAt() async throws {
            for path in Self.commands {
                let lines = try await help(path, .zh)
                let begin = lines.firstIndex(of: "命令：").map { $0 + 1 } ?? lines.endIndex
                let below = lines[begin...].prefix { $0.hasPrefix("  ") }
                    .filter { !$0.hasPrefix("   ") }
                    .compactMap { $0.split(separator: " ").first.map(String.init) }
                for name in below { #expect(Self.commands.contains(path + [name]), "\(name)") }
            }
        }

        @Test(arguments: [
            (["token", "issue"], "请写明 --login 或 --demo"),
            (["token", "rotate", "x"], "“x”不能用作"),
            (["token", "revok"], "多余的参数"),
            (["publish"], "请写明要发布什么"),
            (["doctor"], "请写明"),
            (["workflow", "move", "--from", "1", "--to", "1"], "是同一版本"),
            (["audit", "export", "2026"], "不是月份"),
            (["workflow", "text", "no/such.yaml"], "没有文件 no/such.yaml"),
            (["serve", "--port", "0"], "--port：须为 1 至 65535"),
        ])
        func usageErrorsAreChinese(arguments: [String], words: String) async throws {
            let ended = try await Subprocess.run(
                Product.zhuqid, arguments,
                environment: Product.speaking(.zh).merging(["ZHUQI_DATABASE": ""]) { $1 })
            #expect(ended.status == 2, "\(arguments): \(ended.errors)")
            #expect(ended.errors.contains(words), "\(ended.errors)")
            for line in ended.errors.split(separator: "\n").map(String.init) {
                #expect(!line.isEnglishSentence, "\(arguments): \(line)")
            }
        }

        @Test func resultsAndRefusalsAreChinese() async throws {
            try await TestServer.run { server in
                for (arguments, words) in [
                    (["doctor"], "不符 0 处"), (["workflow", "list"], "在办 0 件"),
                    (["calendar", "list"], "公布至"), (["calendar", "provisional"], "暂定期限 0 个"),
                    (["token", "list"], "最近使用"), (["token", "revoke", "99999"], "没有令牌 99999"),
                    (["token", "issue", "--login", "nobody.here"], "组织机构中没有账号"),
                    (["calendar", "adopt", "cn@99", "--dry-run"], "没有发布修订版"),
                    (["calendar", "adopt", "cn@1", "--dry-run"], "改用 cn@1"),
                    (["migrate"], "数据库已是最新版本"),
                    (
                        ["directory", "handover", "--from", "x", "--to", "y", "--reason", "调整"],
                        "没有账号“x”"
                    ),
                    (["publish", "--workflows", Product.workflows.path, "--dry-run"], "没有变化"),
                ] {
                    let ended = try await Subprocess.run(
                        Product.zhuqid, arguments,
                        environment: Product.environment(database: server.owner)
                            .merging(Product.speaking(.zh)) { $1 })
                    let told = ended.output + ended.errors
                    #expect(told.contains(words), "\(arguments): \(told)")
                    for line in told.split(separator: "\n").map(String.init) {
                        #expect(!line.isEnglishSentence, "\(arguments): \(line)")
                    }
                }
            }
        }

        private func help(_ command: [String], _ language: Language) async throws -> [String] {
            let ended = try await Subprocess.run(
                Product.zhuqid, command + ["--help"], environment: Product.speaking(language))
            #expect(ended.status == 0, "\(command)")
            return ended.output.components(separatedBy: "\n")
        }
    }
}

extension String {
    fileprivate var hasHan: Bool {
        unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// Four English words in a row, as no command, file or identifier has them.
    fileprivate var isEnglishSentence: Bool {
        firstMatch(of: /\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/.ignoresCase()) != nil
            && !hasPrefix("  zhuqid") && !contains("用法：")
    }
}
