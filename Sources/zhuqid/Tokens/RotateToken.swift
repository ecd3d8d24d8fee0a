import ArgumentParser
import UseCases

struct RotateToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Makes a token in place of another, and prints it, once.",
        discussion: """
            It is the same person's, and has the same label. The old one ends at once, or after \
            --overlap-hours, in which both let the person in.
            Example: zhuqid token rotate 12 --overlap-hours 24
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The number of the old token, as `token list` says it.")
    var id: Int64

    @Option(help: "How many hours the old one lasts beside the new one, 168 at most.")
    var overlapHours = 0

    @Option(help: "How many days the new one is valid, 366 at most; else as many as the old one.")
    var days: Int?

    func validate() throws {
        guard (0...168).contains(overlapHours) else {
            throw ValidationError("--overlap-hours: 0 to 168")
        }
        try Token.check(days: days)
    }

    func run() async throws {
        let token = try await TokenTools.with(options) { tools in
            try await tools.tokens.rotate(
                id, at: tools.now, days: days, overlapInHours: overlapHours
            ).token
        }
        print(token)
    }
}
