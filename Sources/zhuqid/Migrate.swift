import ArgumentParser
import Postgres
import Store

/// Brings a database to the program's schema.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database to this program's schema, as its owner.",
        discussion:
            "Example: zhuqid migrate --database 'host=/run/zhuqi user=zhuqi_owner dbname=zhuqi'")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Marks a fresh database for simulated time. It can't be changed later.")
    var simulated = false

    func run() async throws {
        let connection = try await options.open(ToolLogger.make())
        let titles = try await Migrator(migrations: try options.migrations())
            .migrate(connection, at: RealTime.now)
        try await Installation.mark(
            connection, try options.queries(), isSimulated: simulated, at: RealTime.now)
        await connection.close()
        for title in titles { print("applied: \(title)") }
        if titles.isEmpty { print("the schema is up to date") }
    }
}
