import ArgumentParser
import CommandText
import Languages
import Settings
import Testing

@Suite("The language of a command line")
struct CommandLanguageTests {
    @Test(
        "is that of the option, before the environment",
        arguments: [
            (["queue", "--lang", "en"], Language.en), (["queue", "--lang=en"], .en),
            (["queue", "--lang", "zh"], .zh), (["queue", "--lang"], .zh),
            (["--", "--lang", "en"], .zh),
            (["queue", "--lang", "xx"], .zh),
        ])
    func option(arguments: [String], language: Language) {
        let environment = [StaffSettings.locale.variable: "zh_CN.UTF-8"]
        #expect(CommandLanguage.chosen(arguments: arguments, environment: environment) == language)
    }
}

@Suite("What the parser says of a command line")
struct UsageTextTests {
    private struct Sample: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "sample")

        enum Kind: String, CaseIterable, ExpressibleByArgument {
            case one, two, three
        }

        enum Many: String, CaseIterable, ExpressibleByArgument {
            case one, two, three, four, five, six
        }

        @Argument var place: Int
        @Option var kind: Kind?
        @Option var many: Many?
        @Flag var loud = false
    }

    @Test(
        "is worded in Chinese, whatever it is",
        arguments: [
            ([], "缺少参数：<place>"), (["x"], "“x”不能用作 <place>"),
            (["1", "2"], "多余的参数：2"), (["1", "2", "3"], "多余的参数：2、3"),
            (["1", "--kin", "one"], "没有选项“--kin”，是否为“--kind”？"),
            (["1", "--nothingalike"], "没有选项“--nothingalike”"), (["1", "-x"], "没有选项“-x”"),
            (["1", "--kind"], "选项缺少值：--kind <kind>"),
            (["1", "--kind", "four"], "“four”不能用作 --kind <kind>；可填：one、two、three"),
            (["1", "--many", "x"], "“x”不能用作 --many <many>；可填：one、two、three、four、five、six"),
            (["1", "--loud=x"], "选项“--loud”不带值，却给出了“x”"),
        ])
    func words(arguments: [String], words: String) throws {
        let error = #expect(throws: (any Error).self) { try Sample.parse(arguments) }
        let thrown = try #require(error)
        let text = UsageText(
            Sample.message(for: thrown), whole: Sample.fullMessage(for: thrown))
        #expect(text.message(in: .zh) == words)
        #expect(text.message(in: .en) == Sample.message(for: thrown))
        #expect(text.hints(in: .zh).contains { $0.hasPrefix("用法：sample ") })
        #expect(text.hints(in: .zh).last == "详见 sample --help")
        #expect(text.hints(in: .en).last == "See 'sample --help' for more information.")
    }
}

@Suite("Exit statuses")
struct EndingStatusTests {
    @Test("are the numbers that scripts know")
    func numbers() {
        #expect(
            EndingStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 124, 130])
    }

    @Test("have a name and a meaning of their own each")
    func meanings() {
        let all = EndingStatus.allCases
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.meaning)).count == all.count)
        #expect(EndingStatus.notFound.name == "notFound")
    }
}
