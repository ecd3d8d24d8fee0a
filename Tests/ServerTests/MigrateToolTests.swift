import Foundation
import Languages
import Testing

extension ServerTests {
    /// What `zhuqid migrate` tells whoever brings a database of before to the schema of today.
    @Suite struct MigrateToolTests {
        @Test(arguments: [
            (3, Language.en, "shortened 3 tokens:"), (1, .en, "shortened 1 token:"),
            (3, .zh, "已缩短 3 个令牌的有效期"), (1, .zh, "已缩短 1 个令牌的有效期"),
        ])
        func itSaysHowManyTokensEndSooner(
            count: Int, language: Language, words: String
        ) async throws {
            try await withDatabaseBefore(
                "tokens", holding: Self.tokens(tooLong: count), in: language
            ) { migrate in
                let told = try await migrate()
                let lines = told.split(separator: "\n")
                let applied = language("已升级：tokens", "applied: tokens")
                let place = try #require(lines.firstIndex { $0 == applied })
                #expect(lines[place + 1].contains(words))
                #expect(
                    try await migrate() == language("数据库已是最新版本", "the schema is up to date"))
            }
        }

        @Test func itSaysNothingOfTokensWhereAllLastAsLongAsTheyWereMadeFor() async throws {
            try await withDatabaseBefore("tokens", holding: Self.tokens(tooLong: 0)) { migrate in
                let told = try await migrate()
                #expect(told.contains("applied: tokens"))
                #expect(!told.contains("令牌") && !told.contains("shortened"))
            }
        }

        /// Two tokens that last a year at most, and some that were to last for ten.
        private static func tokens(tooLong count: Int) -> String {
            """
            INSERT INTO person (login, name) VALUES ('one', '示例甲');
            INSERT INTO access_token (digest, person_id, label, issued_at, expires_at)
            SELECT sha256(place::text::bytea), person.id, 'issued', '2026-01-01Z',
                   '2026-01-01Z'::timestamptz
                   + make_interval(days => CASE place WHEN 1 THEN 30 WHEN 2 THEN 366 ELSE 3650 END)
            FROM person CROSS JOIN generate_series(1, 2 + \(count)) AS place
            """
        }

        /// Runs the body with a database that stands before a migration and holds what the script
        /// puts there; it is given the tool that brings it up to date.
        private func withDatabaseBefore(
            _ title: String, holding script: String, in language: Language = .en,
            _ body: (_ migrate: () async throws -> String) async throws -> Void
        ) async throws {
            let cluster = try TestCluster.shared()
            // Makes the roles too.
            _ = try await TemplateDatabase.shared.name(in: cluster, isSimulated: true)
            let name = "zhuqi_test_\(UUID().uuidString.lowercased().prefix(8))"
            let conninfo = cluster.conninfo(user: "zhuqi_owner", database: name)
            let earlier = try folder(before: title)
            defer { Scratch.remove(earlier) }
            try await cluster.psql("CREATE DATABASE \(name) OWNER zhuqi_owner")
            try await Product.tool(["migrate", "--sql", earlier.path], database: conninfo)
            try await cluster.psql(script, in: name)
            try await body {
                try await Product.tool(["migrate"], database: conninfo, in: language)
            }
            try await cluster.psql("DROP DATABASE \(name)")
        }

        /// The SQL of the program as it was before a migration.
        private func folder(before title: String) throws -> URL {
            let (files, folder) = (FileManager.default, try Scratch.folder())
            let (today, earlier) = (
                Product.root.appending(path: "SQL"), folder.appending(path: "migrations")
            )
            try files.copyItem(
                at: today.appending(path: "queries"), to: folder.appending(path: "queries"))
            try files.createDirectory(at: earlier, withIntermediateDirectories: false)
            let names = try files.contentsOfDirectory(
                atPath: today.appending(path: "migrations").path
            ).sorted()
            let last = try #require(names.firstIndex { $0.hasSuffix("_\(title).sql") })
            for name in names[..<last] {
                try files.copyItem(
                    at: today.appending(path: "migrations/\(name)"),
                    to: earlier.appending(path: name))
            }
            return folder
        }
    }
}
