import ArgumentParser

/// A command that a signed-in member of staff gives.
protocol SessionCommand: AsyncParsableCommand {
    var options: SharedOptions { get }

    func perform(at session: Session) async throws
}

extension SessionCommand {
    mutating func run() async throws {
        let command = self
        try await Session.open(options, in: .current) { session in
            try await command.perform(at: session)
        }
    }
}
