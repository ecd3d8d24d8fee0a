import ArgumentParser
import Engine
import Store
import UseCases
import WorkingTime

/// Brings a database to the program's schema.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database to this program's schema, as its owner.",
        discussion:
            "Example: zhuqid migrate --database 'host=/run/zhuqi user=zhuqi_owner dbname=zhuqi'")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Marks a fresh database for simulated time. It can't be changed later.")
    var simulated = false

    @Option(
        help: """
            Where simulated time begins (RFC 3339), so that what is imported before the first start is \
            judged by it.
            """)
    var simulatedClock: String?

    func run() async throws {
        guard simulatedClock == nil || simulated else {
            throw ValidationError("--simulated-clock: with --simulated")
        }
        let start = try simulatedClock.map { try Instant(rfc3339: $0) }
        let applied = try await options.withConnection { connection in
            let applied = try await Migrator(migrations: try options.migrations())
                .migrate(connection, at: RealTime.now)
            let installation = InstallationRecords(
                NamedStatements(over: connection, try options.queries()))
            try await installation.mark(isSimulated: simulated, at: RealTime.now)
            if let start { try await installation.begin(simulatedAt: start) }
            return applied
        }
        for migration in applied {
            print("applied: \(migration.title)")
            for warning in migration.warnings { print(MigrationWarning(warning).text) }
        }
        if applied.isEmpty { print("the schema is up to date") }
        try await restoreDuties()
    }

    /// What a program of before there were duties left without them.
    private func restoreDuties() async throws {
        let queries = try options.queries()
        let areMissing = try await options.withConnection { connection in
            try await DutyRecords.areMissing(NamedStatements(over: connection, queries))
        }
        guard areMissing else { return }
        let count = try await withInstallation(options) { composition in
            try await RestoreDuties(composition.records, in: composition.world.value).restore()
        }
        print("已补算 \(count) 件在办事项的待办")
        print("reckoned what is owed on \(count) open issues")
    }
}

/// What a migration did to what was there, in words for whoever runs it.
struct MigrationWarning {
    /// In Chinese and English where the migration is known to say it, else as it stands.
    let text: String

    init(_ warning: String) {
        if let found = warning.wholeMatch(
            of: /(\d+) tokens now end 366 days after they were issued/)
        {
            let count = found.output.1
            text = """
                  已缩短 \(count) 个令牌的有效期：原定超过 366 天，现自签发之日起满 366 天失效
                  shortened \(count) \(count == "1" ? "token" : "tokens"): none lasts longer than \
                366 days from its issue
                """
        } else {
            text = "  \(warning)"
        }
    }
}
