import Postgres
import Testing

@Suite("Opening, losing and closing a connection")
struct ConnectionTests {
    @Test("a socket that does not exist is unavailable")
    func noServer() async throws {
        let options = ConnectionOptions("host=/nowhere/at/all user=postgres")
        let error = try await errorThrown {
            _ = try await PostgresConnection.open(options, logger: TestDatabase.logger)
        }
        guard case .unavailable(let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.contains("No such file or directory"))
        #expect(error.isConnectionTrouble)
    }

    @Test("a connection string that cannot be read is not quoted")
    func badConninfo() async throws {
        let error = try await errorThrown {
            _ = try await PostgresConnection.open(
                ConnectionOptions("password secret"), logger: TestDatabase.logger)
        }
        #expect(!"\(error)".contains("secret"))
    }

    @Test("a session starts with its application name, timeout and role, and keeps given options")
    func sessionSettings() async throws {
        let options = try TestDatabase.options(
            statementTimeout: .seconds(7), role: "pg_monitor", suffix: " options='-c work_mem=2MB'")
        let connection = try await PostgresConnection.open(options, logger: TestDatabase.logger)
        let row = try await connection.row(
            """
            SELECT current_setting('application_name'), current_setting('statement_timeout'),
                current_user, current_setting('work_mem')
            """)
        #expect(try row.text(0) == "zhuqi-tests")
        #expect(try row.text(1) == "7s")
        #expect(try row.text(2) == "pg_monitor")
        #expect(try row.text(3) == "2MB")
        await connection.close()
    }

    @Test("a session killed while it is idle fails the next call, which sent nothing")
    func killedWhileIdle() async throws {
        let killer = try await TestDatabase.open()
        let victim = try await TestDatabase.open()
        let backend = try await victim.backend()
        _ = try await killer.query("SELECT pg_terminate_backend($1)", .int32(backend))
        while victim.isUsable {
            await Task.yield()
        }
        let error = try await errorThrown { _ = try await victim.backend() }
        guard case .connectionLost(outcomeUnknown: false, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(victim.transactionStatus == .unknown)
        await victim.close()
        await killer.close()
    }

    @Test("a session killed at work leaves the outcome unknown")
    func killedAtWork() async throws {
        let killer = try await TestDatabase.open()
        let victim = try await TestDatabase.open()
        let backend = try await victim.backend()
        async let failure = errorThrown { _ = try await victim.query("SELECT pg_sleep(60)") }
        var isAtWork = false
        while !isAtWork {
            isAtWork = try await killer.row(
                """
                SELECT coalesce(bool_or(wait_event = 'PgSleep'), false) FROM pg_stat_activity
                WHERE pid = $1
                """, .int32(backend)
            ).bool(0)
        }
        _ = try await killer.query("SELECT pg_terminate_backend($1)", .int32(backend))
        let error = try await failure
        guard case .connectionLost(outcomeUnknown: true, let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.contains("terminating connection"))
        #expect(error.isConnectionTrouble)
        #expect(!victim.isUsable)
        await killer.close()
    }

    @Test("closing lets queued work finish and refuses what comes later")
    func closing() async throws {
        let connection = try await TestDatabase.open()
        async let slow = connection.query("SELECT pg_sleep(0.05), 1")
        _ = try await connection.query("SELECT 1")
        _ = try await slow
        await connection.close()
        await connection.close()
        #expect(!connection.isUsable)
        let error = try await errorThrown { _ = try await connection.query("SELECT 1") }
        #expect(error.isConnectionTrouble)
    }

    @Test("a connection that nobody holds ends its session")
    func forgotten() async throws {
        let watcher = try await TestDatabase.open()
        let backend = try await TestDatabase.open().backend()
        var isThere = true
        while isThere {
            isThere = try await watcher.row(
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid = $1", .int32(backend)
            ).bool(0)
        }
        await watcher.close()
    }
}
