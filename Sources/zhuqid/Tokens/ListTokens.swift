import ArgumentParser
import CommandText
import Languages
import Store
import UseCases
import WorkingTime

struct ListTokens: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出个人令牌，已失效的也列出。",
                en: "Lists personal tokens, those that ended too."),
            discussion: Label(
                zh: """
                    每行依次为：编号、账号、签发日、到期、最近使用日、状态、用途。令牌本身只有本人知道。
                    例：
                      zhuqid token list --login industry.handler
                    """,
                en: """
                    A line each: number, login, day made, end, last day used, state, label. The \
                    token itself is known to nobody but its person.
                    Example:
                      zhuqid token list --login industry.handler
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            zh: "只列一人的。",
            en: "Only those of one person.", value: ("账号", "login")))
    var login: String?

    func run() async throws {
        let rows = try await TokenTools.with(options) { tools in
            try await tools.tokens.list(login: login).map { Self.cells($0, tools) }
        }
        let headings = CommandLanguage.current(
            ["编号", "账号", "签发", "到期", "最近使用", "状态", "用途"],
            ["id", "login", "made", "ends", "last used", "state", "label"])
        for line in Self.lines([headings] + rows) { print(line) }
    }

    private static func cells(_ entry: TokenEntry, _ tools: TokenTools) -> [String] {
        let end = min(entry.expiresAt, entry.revokedAt ?? entry.expiresAt)
        return [
            "\(entry.id)", entry.login, tools.words(entry.issuedAt), tools.words(end),
            entry.lastUsedOn?.description ?? CommandLanguage.current("从未", "never"),
            tools.tokens.state(of: entry, at: tools.now).label.text(in: CommandLanguage.current),
            entry.label,
        ]
    }

    /// Columns as wide as what stands in them; the last one may hold anything.
    private static func lines(_ rows: [[String]]) -> [String] {
        let widths = rows.reduce(into: [Int](repeating: 0, count: rows[0].count)) { widths, row in
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], cell.displayWidth)
            }
        }
        return rows.map { row in
            zip(row, widths).dropLast().map {
                $0.padded(toWidth: $1 + 2)
            }.joined() + row[row.count - 1]
        }
    }
}
