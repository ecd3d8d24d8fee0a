import Postgres
import Synchronization
import Testing

@Suite("Scripts and copies run outside of pipelines")
struct ScriptTests {
    @Test("a script of several statements runs in order")
    func script() async throws {
        let connection = try await TestDatabase.open()
        try await connection.execute(
            script: """
                CREATE TEMP TABLE item (n int);
                INSERT INTO item SELECT generate_series(1, 10); -- a comment; with a semicolon
                SELECT * FROM item;
                """)
        #expect(try await connection.row("SELECT count(*) FROM item").int64(0) == 10)
        await connection.close()
    }

    @Test("a failing script is undone, and the connection goes on")
    func failingScript() async throws {
        let connection = try await TestDatabase.open()
        let error = try await errorThrown {
            try await connection.execute(script: "CREATE TEMP TABLE item (n int); SELECT 1 / 0;")
        }
        #expect(error.sqlState == "22012")
        let row = try await connection.row("SELECT to_regclass('pg_temp.item') IS NULL")
        #expect(try row.bool(0))
        await connection.close()
    }

    @Test("two hundred thousand rows are copied out")
    func copyOut() async throws {
        let connection = try await TestDatabase.open()
        let count = Mutex(0)
        let byteCount = Mutex(0)
        try await connection.copyOut(
            "COPY (SELECT n, 'row ' || n FROM generate_series(1, 200000) AS n) TO STDOUT"
        ) { chunk in
            count.withLock { $0 += 1 }
            byteCount.withLock { $0 += chunk.count }
        }
        #expect(count.withLock { $0 } == 200_000)
        #expect(byteCount.withLock { $0 } == 3_377_790)
        #expect(try await connection.row("SELECT 1").int32(0) == 1)
        await connection.close()
    }

    @Test("a copy that is refused, or fails halfway, leaves the connection usable")
    func refusedCopy() async throws {
        let connection = try await TestDatabase.open()
        let refused = try await errorThrown {
            try await connection.copyOut("COPY nothing TO STDOUT") { _ in }
        }
        #expect(refused.sqlState == "42P01")
        let halfway = try await errorThrown {
            try await connection.copyOut(
                "COPY (SELECT 1 / (5000 - n) FROM generate_series(1, 9000) AS n) TO STDOUT"
            ) { _ in }
        }
        #expect(halfway.sqlState == "22012")
        #expect(try await connection.row("SELECT 1").int32(0) == 1)
        await connection.close()
    }

    @Test("a receiver that gives up ends the connection")
    func givenUp() async throws {
        struct GivenUp: Error {}
        let connection = try await TestDatabase.open()
        await #expect(throws: GivenUp.self) {
            try await connection.copyOut(
                "COPY (SELECT generate_series(1, 100000)) TO STDOUT"
            ) { _ in throw GivenUp() }
        }
        #expect(!connection.isUsable)
        await connection.close()
    }
}
