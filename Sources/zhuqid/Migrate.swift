import ArgumentParser
import CommandText
import Engine
import Languages
import Store
import UseCases
import WorkingTime

/// Brings a database to the program's schema.
struct Migrate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "migrate",
            abstract: Label(
                zh: "以数据库所有者的身份，把数据库升级到本程序的版本。",
                en: "Brings the database to this program's schema, as its owner."),
            discussion: Label(
                zh: """
                    例：
                      zhuqid migrate --database 'host=/run/zhuqi user=zhuqi_owner dbname=zhuqi'
                    """,
                en: """
                    Example:
                      zhuqid migrate --database 'host=/run/zhuqi user=zhuqi_owner dbname=zhuqi'
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Flag(
        help: ArgumentHelp(
            zh: "把新数据库标为模拟时间，以后不能更改。",
            en: "Marks a fresh database for simulated time. It can't be changed later."))
    var simulated = false

    @Option(
        help: ArgumentHelp(
            zh: "模拟时间从何时开始（RFC 3339），首次启动前导入的内容也以此为准。",
            en: """
                Where simulated time begins (RFC 3339), so that what is imported before the \
                first \
                start is judged by it.
                """, value: ("时刻", "instant")))
    var simulatedClock: String?

    func run() async throws {
        guard simulatedClock == nil || simulated else {
            throw ValidationError(
                zh: "--simulated-clock：须与 --simulated 一起用",
                en: "--simulated-clock: with --simulated")
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
            say(zh: "已升级：\(migration.title)", en: "applied: \(migration.title)")
            for warning in migration.warnings { say(MigrationWarning(warning).text) }
        }
        if applied.isEmpty { say(zh: "数据库已是最新版本", en: "the schema is up to date") }
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
        say(
            zh: "已补算 \(count) 件在办问题的待办",
            en: "reckoned what is owed on \(count.english("open issue"))")
    }
}

/// What a migration did to what was there, in words for whoever runs it.
struct MigrationWarning {
    /// In both languages where the migration is known to say it, else as it stands.
    let text: Label

    init(_ warning: String) {
        if let found = warning.wholeMatch(
            of: /(\d+) tokens now end 366 days after they were issued/)
        {
            let count = found.output.1
            text = Label(
                zh: "  已缩短 \(count) 个令牌的有效期：原定超过 366 天，现自签发之日起满 366 天失效",
                en: "  shortened \(count) \(count == "1" ? "token" : "tokens"): none lasts longer "
                    + "than 366 days from its issue")
        } else {
            text = Label(zh: "  \(warning)", en: "  \(warning)")
        }
    }
}
