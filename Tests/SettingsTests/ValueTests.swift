import Languages
import Settings
import Testing

@Suite("The values of settings")
struct ValueTests {
    @Test("come from the command line, else the environment, else a file, else the default")
    func order() throws {
        let file = try SettingFile("ZHUQI_PORT=3\nZHUQI_HOST=file\n", path: "f")
        let all = SettingValues(
            flags: ["port": "1"], environment: ["ZHUQI_PORT": "2", "ZHUQI_POOL_SIZE": "8"],
            file: file)
        #expect(try all(ServerSettings.port) == 1)
        #expect(try all(ServerSettings.poolSize) == 8)
        #expect(try all(ServerSettings.host) == "file")
        #expect(try all(ServerSettings.keepDead) == 90)
        #expect(all.given(ServerSettings.port)?.source == .flag)
        #expect(all.given(ServerSettings.poolSize)?.source == .environment)
        #expect(all.given(ServerSettings.host)?.source == .file(line: 2))
        #expect(all.given(ServerSettings.keepDead)?.source == nil)
    }

    @Test("are not given by a variable that is empty")
    func empty() throws {
        let values = SettingValues(
            environment: ["ZHUQI_PORT": ""], file: try SettingFile("ZHUQI_PORT=9\n", path: "f"))
        #expect(try values(ServerSettings.port) == 9)
    }

    @Test("are refused with the place where they are given")
    func refused() throws {
        let file = try SettingFile("# 端口\n\nZHUQI_PORT=70000\n", path: "zhuqi.conf")
        for (values, place) in [
            (SettingValues(flags: ["port": "0"], environment: [:]), "--port"),
            (SettingValues(environment: ["ZHUQI_PORT": "x"]), "ZHUQI_PORT"),
            (SettingValues(environment: [:], file: file), "zhuqi.conf:3 ZHUQI_PORT"),
        ] {
            let thrown = #expect(throws: SettingFault.self) { try values(ServerSettings.port) }
            let fault = try #require(thrown)
            #expect(fault.description == "\(place): 1 to 65535")
            #expect(fault.words(in: .zh) == "\(place)：须为 1 至 65535")
            #expect(throws: fault) { try values.check(ServerSettings.all) }
        }
    }

    @Test("of lists are separated by commas")
    func lists() throws {
        let values = SettingValues(environment: ["ZHUQI_ALLOW_TARGET": "10.1.0.0/16, 10.2.0.0/16,"])
        #expect(try values(ServerSettings.allowTarget) == ["10.1.0.0/16", "10.2.0.0/16"])
        #expect(try SettingValues(environment: [:])(ServerSettings.allowTarget) == [])
    }
}

@Suite("A file of settings")
struct SettingFileTests {
    @Test("takes what stands in quotes without them, and equals signs within")
    func quotes() throws {
        let file = try SettingFile(
            "ZHUQI_DATABASE = 'host=/run/zhuqi user=zhuqi'\r\nZHUQI_HOST=\"::1\"\n", path: "f")
        let values = SettingValues(environment: [:], file: file)
        #expect(try values(ServerSettings.database) == "host=/run/zhuqi user=zhuqi")
        #expect(try values(ServerSettings.host) == "::1")
    }

    @Test(
        "is refused with the line that is none",
        arguments: [
            ("\nZHUQI_PROT=1", "f:2: ", "did you mean ZHUQI_PORT?"),
            ("PORT=1", "f:1: ", "no such setting"),
            ("ZHUQI_SETTINGS=other", "f:1: ", "no such setting"),
            ("ZHUQI_TOKEN=zq_x", "f:1: ", "no such setting"),
            ("8080", "f:1: ", "NAME=value"),
            ("ZHUQI_PORT=1\nZHUQI_PORT=2", "f:2: ", "twice"),
        ])
    func refused(text: String, place: String, words: String) throws {
        let fault = #expect(throws: SettingFault.self) { try SettingFile(text, path: "f") }
        let told = try #require(fault).description
        #expect(told.hasPrefix(place) && told.contains(words), "\(told)")
        #expect(!told.contains("zq_x"))
    }
}

@Suite("Variables that nobody reads")
struct UnknownVariableTests {
    @Test("are told with the known one that is spelt most like them")
    func nearest() {
        let found = UnknownVariable.all(in: [
            "ZHUQI_DATBASE": "x", "ZHUQI_LINK_KEYFILE": "x", "ZHUQI_SERVR": "x",
            "ZHUQI_COLOUR_OF_THE_SKY": "x", "ZHUQI_PORT": "1", "ZHUQI_TEST_DATABASE": "x",
            "PATH": "x",
        ])
        #expect(
            found.map(\.name) == [
                "ZHUQI_COLOUR_OF_THE_SKY", "ZHUQI_DATBASE", "ZHUQI_LINK_KEYFILE", "ZHUQI_SERVR",
            ])
        #expect(
            found.map(\.nearest) == [
                nil, "ZHUQI_DATABASE", "ZHUQI_LINK_KEY_FILE", "ZHUQI_SERVER",
            ])
        #expect(found[1].words(in: .zh).contains("是否为 ZHUQI_DATABASE？"))
    }
}
