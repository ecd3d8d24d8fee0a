import Postgres
import Testing

@Suite("The connection pool")
struct ConnectionPoolTests {
    @Test("two hundred tasks share four connections")
    func sharing() async throws {
        let pool = try TestDatabase.pool(size: 4)
        let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in Int64(1)...200 {
                group.addTask {
                    try await pool.withConnection { connection in
                        try await connection.row("SELECT $1", .int64(number)).int64(0)
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 20_100)
        #expect(pool.statistics.open <= 4)
        #expect(pool.statistics.open == pool.statistics.idle)
        #expect(pool.statistics.waiting == 0)
        await pool.close()
    }

    @Test("who waits too long is told that the pool is exhausted")
    func boundedWait() async throws {
        let pool = try TestDatabase.pool(size: 1, maximumWait: .milliseconds(20))
        try await pool.withConnection { _ in
            let error = try await errorThrown { try await pool.withConnection { _ in } }
            #expect(error == .exhausted)
        }
        #expect(pool.statistics == ConnectionPool.Statistics(open: 1, idle: 1, waiting: 0))
        await pool.close()
    }

    @Test("a full line turns the next one away at once")
    func fullLine() async throws {
        let pool = try TestDatabase.pool(size: 1, maximumWaiters: 0)
        try await pool.withConnection { _ in
            let error = try await errorThrown { try await pool.withConnection { _ in } }
            #expect(error == .exhausted)
        }
        await pool.close()
    }

    @Test("the line is served in order")
    func order() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let waiters = try await pool.withConnection { connection in
            _ = try await connection.query("CREATE TEMP SEQUENCE served")
            var waiters: [Task<Int64, any Error>] = []
            for place in 1...5 {
                waiters.append(Task { try await turn(pool) })
                while pool.statistics.waiting < place {
                    await Task.yield()
                }
            }
            return waiters
        }
        for (index, waiter) in waiters.enumerated() {
            #expect(try await waiter.value == Int64(index + 1))
        }
        await pool.close()
    }

    private func turn(_ pool: ConnectionPool) async throws -> Int64 {
        try await pool.withConnection { connection in
            try await connection.row("SELECT nextval('served')").int64(0)
        }
    }

    @Test("a cancelled waiter leaves the line")
    func cancelledWaiter() async throws {
        let pool = try TestDatabase.pool(size: 1)
        try await pool.withConnection { _ in
            let waiter = Task { try await errorThrown { try await pool.withConnection { _ in } } }
            while pool.statistics.waiting == 0 {
                await Task.yield()
            }
            waiter.cancel()
            let error = try await waiter.value
            #expect(error == .cancelled)
            #expect(pool.statistics.waiting == 0)
        }
        await pool.close()
    }

    @Test("a transaction left open is rolled back")
    func openTransaction() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let backend = try await pool.withConnection { connection in
            try await connection.execute(script: "CREATE TEMP TABLE item (n int)")
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("INSERT INTO item VALUES (1)")
            return try await connection.backend()
        }
        try await pool.withConnection { connection in
            #expect(connection.transactionStatus == .idle)
            let sameBackend = try await connection.backend()
            #expect(sameBackend == backend)
            let itemCount = try await connection.row("SELECT count(*) FROM item").int64(0)
            #expect(itemCount == 0)
        }
        await pool.close()
    }

    @Test("a failed transaction of a cancelled body is rolled back too")
    func cancelledBody() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let task = Task {
            try await pool.withConnection { connection in
                _ = try await connection.query("BEGIN")
                _ = try await connection.query("SELECT nothing")
            }
        }
        task.cancel()
        let error = try await errorThrown { try await task.value }
        #expect(error.sqlState == "42703")
        try await pool.withConnection { connection in
            #expect(connection.transactionStatus == .idle)
        }
        await pool.close()
    }

    @Test("a killed connection is replaced")
    func recovery() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let prepared = Statement(name: "one", sql: "SELECT 1", parameters: [])
        let error = try await errorThrown {
            try await pool.withConnection { connection in
                _ = try await connection.query(prepared)
                _ = try await connection.query("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(error.isConnectionTrouble)
        #expect(pool.statistics.open == 0)
        let one = try await pool.withConnection { try await $0.query(prepared)[0].int32(0) }
        #expect(one == 1)
        #expect(pool.statistics.open == 1)
        await pool.close()
    }

    @Test("a connection whose plans are older than the schema is replaced")
    func staleConnection() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let all = Statement(name: "all", sql: "SELECT * FROM item", parameters: [])
        let table = "CREATE TEMP TABLE item (n int)"
        let error = try await errorThrown {
            try await pool.withConnection { connection in
                try await connection.execute(script: table)
                _ = try await connection.query(all)
                try await connection.execute(script: "ALTER TABLE item ADD COLUMN m int")
                _ = try await connection.query(all)
            }
        }
        #expect(error.sqlState == "0A000")
        #expect(pool.statistics.open == 0)
        await pool.close()
    }

    @Test("without a server every caller is told at once, and no room is lost")
    func noServer() async throws {
        let pool = ConnectionPool(
            options: ConnectionOptions("host=/nowhere/at/all user=postgres"), size: 2,
            maximumWaiters: 100, maximumWait: .seconds(60), logger: TestDatabase.logger)
        try await withThrowingTaskGroup(of: PostgresError.self) { group in
            for _ in 1...50 {
                group.addTask { try await errorThrown { try await pool.withConnection { _ in } } }
            }
            for try await error in group {
                #expect(error.code == "DB502")
            }
        }
        #expect(pool.statistics == ConnectionPool.Statistics(open: 0, idle: 0, waiting: 0))
        await pool.close()
    }

    @Test("a closed pool lends nothing and closes what comes back")
    func closed() async throws {
        let pool = try TestDatabase.pool(size: 1)
        try await pool.withConnection { connection in
            let waiter = Task { try await errorThrown { try await pool.withConnection { _ in } } }
            while pool.statistics.waiting == 0 {
                await Task.yield()
            }
            await pool.close()
            let error = try await waiter.value
            #expect(error.code == "DB502")
            #expect(connection.isUsable)
        }
        #expect(pool.statistics.open == 0)
        let error = try await errorThrown { try await pool.withConnection { _ in } }
        #expect(error.code == "DB502")
    }
}
