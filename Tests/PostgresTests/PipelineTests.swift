import Postgres
import Testing

@Suite("Pipelines")
struct PipelineTests {
    private func statement(_ sql: String, _ parameters: Parameter...) -> Statement {
        Statement(name: "", sql: sql, parameters: parameters)
    }

    @Test("answers come in the order of the statements")
    func order() async throws {
        let connection = try await TestDatabase.open()
        let answers = try await connection.run(
            (1...100).map { statement("SELECT $1", .int32($0)) })
        #expect(try answers.map { answer in try answer[0].int32(0) } == Array(1...100))
        #expect(try await connection.run([]).isEmpty)
        await connection.close()
    }

    @Test("an error skips the rest, undoes the pipeline and leaves the connection usable")
    func errorInTheMiddle() async throws {
        let connection = try await TestDatabase.open()
        try await connection.execute(script: "CREATE TEMP TABLE item (n int)")
        let error = try await errorThrown {
            _ = try await connection.run([
                statement("INSERT INTO item VALUES (1)"), statement("SELECT 1 / 0"),
                statement("INSERT INTO item VALUES (2)"),
            ])
        }
        #expect(error.sqlState == "22012")
        #expect(connection.isUsable)
        #expect(connection.transactionStatus == .idle)
        #expect(try await connection.row("SELECT count(*) FROM item").int64(0) == 0)
        await connection.close()
    }

    @Test("an explicit transaction spans pipelines and shows its status")
    func explicitTransaction() async throws {
        let connection = try await TestDatabase.open()
        #expect(connection.transactionStatus == .idle)
        _ = try await connection.query("BEGIN")
        #expect(connection.transactionStatus == .inTransaction)
        _ = try await errorThrown { _ = try await connection.query("SELECT nothing") }
        #expect(connection.transactionStatus == .failed)
        _ = try await connection.query("ROLLBACK")
        #expect(connection.transactionStatus == .idle)
        await connection.close()
    }

    @Test("a broken constraint is named")
    func constraint() async throws {
        let connection = try await TestDatabase.open()
        try await connection.execute(
            script: """
                CREATE TEMP TABLE item (
                    n int CONSTRAINT one_item_per_number UNIQUE,
                    CONSTRAINT number_is_positive CHECK (n > 0));
                INSERT INTO item VALUES (1)
                """)
        let insert = { (number: Int32) in
            Statement(
                name: "addItem", sql: "INSERT INTO item VALUES ($1)",
                parameters: [.int32(number)])
        }
        let twice = try await errorThrown { _ = try await connection.query(insert(1)) }
        #expect(twice.isUniqueViolation)
        #expect(twice.isConstraintViolation)
        #expect(twice.serverError?.constraint == "one_item_per_number")
        #expect(twice.serverError?.table == "item")
        #expect(twice.serverError?.statementName == "addItem")
        #expect(twice.serverError?.detail == "Key (n)=(1) already exists.")
        #expect(!"\(twice)".contains("(1)"))
        let negative = try await errorThrown { _ = try await connection.query(insert(-77)) }
        #expect(negative.sqlState == "23514")
        #expect(negative.serverError?.constraint == "number_is_positive")
        #expect(!"\(negative)".contains("-77"))
        await connection.close()
    }

    @Test("a statement timeout is a refusal and the connection goes on")
    func timeout() async throws {
        let connection = try await TestDatabase.open(statementTimeout: .seconds(1))
        let error = try await errorThrown {
            _ = try await connection.query("SELECT pg_sleep(60)")
        }
        #expect(error.sqlState == "57014")
        #expect(!error.isConnectionTrouble)
        #expect(try await connection.row("SELECT 1").int32(0) == 1)
        await connection.close()
    }

    @Test("calls from many tasks on one connection are served one after the other")
    func sharing() async throws {
        let connection = try await TestDatabase.open()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in Int32(0)..<100 {
                group.addTask {
                    try await connection.row("SELECT $1", .int32(number)).int32(0) == number
                }
            }
            for try await isRight in group {
                #expect(isRight)
            }
        }
        await connection.close()
    }

    @Test("a statement that starts a copy inside a pipeline ends the connection, not the program")
    func copyInPipeline() async throws {
        let connection = try await TestDatabase.open()
        let error = try await errorThrown {
            _ = try await connection.query("COPY (SELECT 1) TO STDOUT")
        }
        #expect(error.isConnectionTrouble)
        #expect(!connection.isUsable)
        await connection.close()
    }
}
