import Languages
import Settings
import Testing

@Suite("The settings that are declared")
struct DeclarationTests {
    private static let all = ServerSettings.all + StaffSettings.all

    @Test("have names of their own, and variables")
    func names() {
        for program in [ServerSettings.all, StaffSettings.all] {
            #expect(Set(program.map(\.name)).count == program.count)
        }
        let variables = Self.all.map(\.variable)
        #expect(Set(variables).count == variables.count)
        #expect(variables.contains("ZHUQI_PAUSE_AFTER_HOURS"))
        #expect(UnknownVariable.ofTests.isDisjoint(with: variables))
    }

    @Test("mean something in both languages")
    func meanings() {
        for setting in Self.all {
            #expect(setting.meaning.zh.hasSuffix("。"), "\(setting.name)")
            #expect(setting.meaning.en.hasSuffix("."), "\(setting.name)")
        }
    }

    /// As `zhuqid settings` shows them: two blanks before, Chinese characters two columns wide.
    @Test("say so in a line of 80 columns")
    func lengths() {
        for setting in Self.all {
            for text in [setting.meaning.zh, setting.meaning.en] {
                let columns = text.unicodeScalars.reduce(2) { $0 + ($1.value < 0x1100 ? 1 : 2) }
                #expect(columns <= 80, "\(text)")
            }
        }
    }

    @Test("have defaults that may be given as well")
    func defaults() {
        for setting in Self.all {
            guard let text = setting.standardText else { continue }
            #expect(setting.accepts(text), "\(setting.name): \(text)")
        }
    }

    @Test(
        "take what lies within their bounds, and nothing else",
        arguments: [
            ("port", ["1", "65535"], ["0", "65536", "-1", "80a", "", "8 0"]),
            ("pool-size", ["4", "200"], ["3", "201"]),
            ("retry-pace", ["0.001", "100"], ["0", "-1", "100.1", "nan", "inf"]),
            ("pause-after-hours", ["0.5", "8760"], ["0", "8761"]),
            ("log-level", ["notice", "critical"], ["loud", "Notice"]),
            ("api", ["true", "false"], ["yes", "1", "TRUE"]),
            ("body-memory", ["1", "65536"], ["0", "65537"]),
        ])
    func bounds(name: String, right: [String], wrong: [String]) throws {
        let setting = try #require(ServerSettings.all.first { $0.name == name })
        for text in right { #expect(setting.accepts(text), "\(name)=\(text)") }
        for text in wrong { #expect(!setting.accepts(text), "\(name)=\(text)") }
    }
}
