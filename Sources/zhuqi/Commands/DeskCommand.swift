import ArgumentParser

/// A command that a signed-in member of staff gives.
protocol DeskCommand: AsyncParsableCommand {
    var options: SharedOptions { get }

    func perform(at desk: Desk) async throws
}

extension DeskCommand {
    mutating func run() async throws {
        let command = self
        try await Desk.open(options, in: .current) { desk in
            try await command.perform(at: desk)
        }
    }
}
