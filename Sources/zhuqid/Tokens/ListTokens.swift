import ArgumentParser
import Store
import UseCases
import WorkingTime

struct ListTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists personal tokens, those that ended too.",
        discussion: """
            A line each: number, login, day made, end, last day used, state, label. The token itself \
            is known to nobody but its person.
            Example: zhuqid token list --login industry.handler
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "Only those of one person.")
    var login: String?

    func run() async throws {
        let rows = try await TokenTools.with(options) { tools in
            try await tools.tokens.list(login: login).map { Self.cells($0, tools) }
        }
        let headings = ["id", "login", "made", "ends", "last used", "state", "label"]
        for line in Self.lines([headings] + rows) { print(line) }
    }

    private static func cells(_ entry: TokenEntry, _ tools: TokenTools) -> [String] {
        let end = min(entry.expiresAt, entry.revokedAt ?? entry.expiresAt)
        return [
            "\(entry.id)", entry.login, tools.words(entry.issuedAt), tools.words(end),
            entry.lastUsedOn?.description ?? "never",
            tools.tokens.state(of: entry, at: tools.now).rawValue, entry.label,
        ]
    }

    /// Columns as wide as what stands in them; the last one may hold anything.
    private static func lines(_ rows: [[String]]) -> [String] {
        let widths = rows.reduce(into: [Int](repeating: 0, count: rows[0].count)) { widths, row in
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            zip(row, widths).dropLast().map {
                $0 + String(repeating: " ", count: $1 - $0.count + 2)
            }.joined() + row[row.count - 1]
        }
    }
}
