import Foundation
import Languages
import Settings
import Testing

extension ServerTests {
    /// Settings as operators meet them: `zhuqid settings`, and whatever else reads them.
    @Suite struct SettingsToolTests {
        @Test(arguments: Language.allCases)
        func everySettingIsShownWithValueSourceDefaultAndMeaning(language: Language) async throws {
            let shown = try await settings([], [:], in: language)
            #expect(shown.status == 0, "\(shown.errors)")
            let lines = shown.output.split(separator: "\n").map(String.init)
            for setting in ServerSettings.all + StaffSettings.all {
                let place = lines.firstIndex {
                    $0.hasPrefix(setting.name + " ") || $0 == setting.name
                }
                let start = try #require(place, "\(setting.name)") + 1
                let after = lines[start...].prefix(6)
                #expect(after.contains("  " + setting.meaning.text(in: language)))
                #expect(after.contains { $0.contains(setting.variable) })
            }
            let row = language(
                "port                8080                    默认          8080",
                "port                8080                    default       8080")
            #expect(lines.contains(row))
            #expect(lines.contains(language("  监听的端口。", "  The port to listen on.")))
            let forms = language("1 至 65535", "1 to 65535") + "  --port  ZHUQI_PORT"
            #expect(lines.contains("  " + forms))
        }

        @Test func oneLanguageIsPrintedIn80Columns() async throws {
            let english = try await settings(["--port", "9001"], [:], in: .en)
            let others = english.output.unicodeScalars.filter { !$0.isASCII }
            #expect(others.isEmpty)
            for language in Language.allCases {
                let given = ["ZHUQI_OUTBOX_FILE": "/var/lib/zhuqi/events/outbox.ndjson"]
                let shown = try await settings([], given, in: language)
                for line in shown.output.split(separator: "\n") {
                    let columns = line.unicodeScalars.reduce(0) {
                        $0 + ($1.value < 0x1100 ? 1 : 2)
                    }
                    #expect(columns <= 80, "\(line)")
                }
                let lines = shown.output.split(separator: "\n").map(String.init)
                let place = try #require(lines.firstIndex { $0.hasPrefix("outbox-file ") })
                let value = "outbox-file         /var/lib/zhuqi/events/outbox.ndjson"
                #expect(lines[place] == value)
                let rest = language("环境变量      无", "environment   none")
                #expect(lines[place + 1] == String(repeating: " ", count: 44) + rest)
            }
        }

        @Test func theSourceIsTheFirstOfOptionEnvironmentFileAndDefault() async throws {
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            let file = folder.appending(path: "zhuqi.conf")
            try Data("ZHUQI_PORT=9003\nZHUQI_HOST=::1\nZHUQI_POOL_SIZE=9\n".utf8).write(to: file)
            let shown = try await settings(
                ["--settings", file.path, "--port", "9001"],
                ["ZHUQI_PORT": "9002", "ZHUQI_POOL_SIZE": "8"])
            #expect(shown.status == 0, "\(shown.errors)")
            for line in [
                "port                9001                    选项          8080",
                "pool-size           8                       环境变量      6",
                "host                ::1                     文件第 2 行   127.0.0.1",
                "keep-dead           90                      默认          90",
            ] {
                #expect(shown.output.contains(line + "\n"), "\(line)")
            }
        }

        @Test func secretsAreNotShown() async throws {
            let shown = try await settings(
                [], ["ZHUQI_DATABASE": "host=/x password=hidden1", "ZHUQI_TOKEN": "zq_hidden2"])
            for name in ["database            ", "token               "] {
                #expect(shown.output.contains("\n" + name + "已设置，不显示          环境变量"))
            }
            #expect(!(shown.output + shown.errors).contains("hidden"))
        }

        @Test func aMisspeltVariableIsToldByEveryCommand() async throws {
            let misspelt = ["ZHUQI_" + "DATBASE": "x"]
            let shown = try await settings([], misspelt)
            #expect(shown.status == 1)
            #expect(shown.errors.contains("是否为 ZHUQI_DATABASE？"), "\(shown.errors)")
            let checked = try await Subprocess.run(
                Product.zhuqid, ["workflow", "check", Product.directory.path],
                environment: misspelt.merging(Product.speaking(.en)) { $1 })
            #expect(checked.status == 0)
            #expect(checked.errors.contains("did you mean ZHUQI_DATABASE?"))
            let staff = try await Subprocess.run(
                Product.zhuqi, ["logout", "--help"], environment: misspelt)
            #expect(staff.errors.contains("ZHUQI_DATABASE"), "\(staff.errors)")
        }

        @Test func whatMayNotBeGivenIsRefusedWhereverItIsGiven() async throws {
            let port = "ZHUQI_PORT: 1 to 65535"
            for (arguments, environment, words) in [
                (["--port", "0"], [:], "--port: 1 to 65535"),
                (["--port", "many"], [:], "--port: 1 to 65535"),
                ([], ["ZHUQI_PORT": "65536"], port),
                (["--log-level", "loud"], [:], "--log-level: trace, debug"),
                (["--keep-dead", "20"], [:], "--keep-dead: as long as"),
                (["--mail-server", "smtp://x"], [:], "--mail-server, --mail-from"),
                (["--with-links"], [:], "--with-links: name the file"),
                ([], ["ZHUQI_ALLOW_TARGET": "10.1.0.0/16,nowhere"], "--allow-target: nowhere"),
                (["--settings", "/nowhere/x"], [:], "/nowhere/x can't be read"),
            ] as [([String], [String: String], String)] {
                let ended = try await Subprocess.run(
                    Product.zhuqid, ["serve", "--link-key-file", "/dev/null"] + arguments,
                    environment: environment.merging(Product.speaking(.en)) { $1 })
                #expect(ended.status == 2, "\(arguments)")
                #expect(ended.errors.contains(words), "\(arguments): \(ended.errors)")
            }
            let shown = try await settings([], ["ZHUQI_PORT": "65536"])
            #expect(shown.status == 1 && shown.errors.contains("ZHUQI_PORT：须为 1 至 65535"))
        }

        @Test func everySettingOfTheServerIsAnOptionOfServe() async throws {
            let help = try await Subprocess.output(of: Product.zhuqid, ["serve", "--help"])
            for setting in ServerSettings.all {
                let flag = try #require(setting.flag)
                #expect(help.contains(flag) && help.contains(setting.variable), "\(flag)")
            }
        }

        @Test func aServerRunsOnItsEnvironmentAlone() async throws {
            try await TestServer.run { server in
                try await server.stop(by: SIGTERM)
                let key = server.folder.appending(path: "link.key").path
                let environment = [
                    "ZHUQI_DATABASE": server.cluster.conninfo(
                        user: "zhuqi_server", database: server.database),
                    "ZHUQI_SQL": Product.root.appending(path: "SQL").path,
                    "ZHUQI_PORT": "\(server.port)", "ZHUQI_LINK_KEY_FILE": key,
                    "ZHUQI_ALARMS": "false",
                ]
                let process = try ServerProcess([], environment: environment, log: server.log)
                try await eventually("zhuqid is ready") {
                    try await server.wire.answers("/readyz")
                }
                try await process.end(by: SIGTERM)
            }
        }

        private func settings(
            _ arguments: [String], _ environment: [String: String], in language: Language = .zh
        ) async throws -> Subprocess.Ended {
            let locale = language("zh_CN.UTF-8", "en_GB.UTF-8")
            return try await Subprocess.run(
                Product.zhuqid, ["settings"] + arguments,
                environment: environment.merging(["LC_ALL": locale]) { $1 })
        }
    }
}
