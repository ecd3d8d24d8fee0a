import ArgumentParser
import Testing

@testable import zhuqi

@Suite struct HelpTests {
    @Test func helpOfTheTool() throws {
        try Golden.expect(StaffTool.helpMessage(columns: 80) + "\n", "help.txt")
    }

    @Test(arguments: ["login", "queue", "show", "do", "history", "explain", "officers", "logout"])
    func helpOfACommand(name: String) throws {
        let subcommands = StaffTool.configuration.subcommands
        let command = try #require(subcommands.first { $0._commandName == name })
        let help = StaffTool.helpMessage(for: command, columns: 80)
        #expect(help.contains("Example:"))
        try Golden.expect(help + "\n", "help.\(name).txt")
    }
}
