import Testing

@Suite("SQL")
struct SQLTests {
    /// Where SQL may stand in Swift: the migrator's first step, and the ends of transactions.
    private static let exempt: Set = [
        "Store/Migrations/Migration.swift", "Store/Migrations/Migrator.swift",
        "Store/TransactionControl.swift",
    ]

    private static let keywords = [
        "select", "from", "where", "insert", "into", "values", "update", "set", "delete", "join",
        "left", "cross", "order", "group", "by", "limit", "and", "or", "not", "null", "is", "as",
        "on", "conflict", "do", "nothing", "returning", "any", "all", "in", "exists", "between",
        "like", "case", "when", "then", "else", "end", "with", "ordinality", "desc", "asc", "using",
        "distinct", "union", "create", "table", "index", "trigger", "function", "constraint",
        "references", "primary", "key", "unique", "check", "default", "generated", "always", "for",
        "each", "row", "statement", "execute", "grant", "revoke", "to", "begin", "commit",
    ]

    @Test("stands in Swift only where the schema itself is begun, and where transactions end")
    func noneInSwift() throws {
        let statement =
            /"[^"]*\b(?:SELECT\s+\S|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\s|CREATE\s+(?:TABLE|ROLE|DATABASE)|ALTER\s+TABLE|TRUNCATE\s|DROP\s+\w)/
        for file in try SourceFiles.all() where !Self.exempt.contains(file.path) {
            for line in file.code where line.contains(statement) {
                Issue.record("\(file): \(line)")
            }
            let start = #/^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) /#
            for line in file.code where line.contains(start) {
                Issue.record("\(file): \(line)")
            }
        }
    }

    @Test("writes its keywords in capitals")
    func capitals() throws {
        let words = Set(Self.keywords)
        for path in try Self.files() {
            for line in try Self.code(path) {
                let found = line.matches(of: /[A-Za-z_]+/).map { String($0.output) }
                for word in found where words.contains(word) {
                    Issue.record("\(path): \(word) in: \(line)")
                }
            }
        }
    }

    @Test("names the columns that it reads and writes")
    func columns() throws {
        for path in try Self.files() {
            let text = try Self.code(path).joined(separator: "\n")
            #expect(!text.contains(/SELECT\s+(?:\w+\.)?\*/), "\(path) selects everything")
            #expect(!text.contains(/INSERT INTO \w+\s+(?:VALUES|SELECT)/), "\(path)")
            #expect(!text.contains(/\bOFFSET\b/), "\(path) pages by OFFSET")
        }
    }

    @Test("has its columns read by name, but for the export of tables in the order of headings")
    func columnsByName() throws {
        let values = "int16|int32|int64|double|bool|text|bytes|json|timestamp|date|instant|day"
        let read = try Regex(
            #"[\w\])?!]\.(?:nullable|is|with)?(?:\#(values)|bytesArray|null)s?(?:OrNil)?\("#
                + #"(?:\d|\.at\()"#
        ).ignoresCase()
        for file in try SourceFiles.all() where file.path.hasPrefix("Store/") {
            let isExport = file.path.hasPrefix("Store/Roster/")
            for line in file.code where line.contains(read) {
                guard !isExport || !line.contains("row.textOrNil(.at($0))") else { continue }
                Issue.record("\(file): \(line)")
            }
        }
    }

    @Test("is told which reader of the outbox is meant: each has its name in one place of Swift")
    func readers() throws {
        for path in try Self.files() {
            let text = try Self.code(path).joined(separator: "\n")
            #expect(!text.contains("reader.name = ''"), "\(path)")
        }
    }

    private static func files() throws -> [String] {
        try SourceFiles.paths(in: "SQL/queries", ending: ".sql").map { "SQL/queries/\($0)" }
            + SourceFiles.paths(in: "SQL/migrations", ending: ".sql").map { "SQL/migrations/\($0)" }
    }

    /// The lines without comments and without what stands in quotes.
    private static func code(_ path: String) throws -> [String] {
        try SourceFiles.text(path).split(separator: "\n").map { line in
            // The type that a trigger's function returns is a name, no keyword.
            String(line.prefix(upTo: line.firstRange(of: "--")?.lowerBound ?? line.endIndex))
                .replacing(/'[^']*'|"[^"]*"/, with: "''").replacing("RETURNS trigger", with: "")
        }
    }
}
