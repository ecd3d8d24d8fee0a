import Postgres
import Testing

@Suite("Errors")
struct PostgresErrorTests {
    private func refused(_ sqlState: String, _ message: String = "no") -> PostgresError {
        .refused(ServerError(sqlState: sqlState, severity: "ERROR", message: message))
    }

    @Test("every case has a code of its own")
    func codes() {
        let errors: [PostgresError] = [
            refused("23505"), .unavailable(""), .connectionLost(outcomeUnknown: true, ""),
            .exhausted, .decoding(""), .cancelled,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(errors.allSatisfy { $0.code.hasPrefix("DB5") })
        #expect(errors.allSatisfy { "\($0)".hasPrefix($0.code) })
    }

    @Test("states are grouped by what a caller can do")
    func groups() {
        #expect(refused("23505").isUniqueViolation)
        #expect(refused("23514").isConstraintViolation)
        #expect(!refused("23514").isUniqueViolation)
        #expect(refused("40001").isSerializationOrDeadlock)
        #expect(refused("40P01").isSerializationOrDeadlock)
        #expect(refused("25006").isReadOnly)
        #expect(refused("57P03").isConnectionTrouble)
        #expect(refused("08006").isConnectionTrouble)
        #expect(!refused("57014").isConnectionTrouble)
        #expect(!PostgresError.exhausted.isConnectionTrouble)
    }

    @Test("a description leaves out what may quote a bound value")
    func description() {
        let quoting = refused("22P02", #"invalid input syntax for type json: "secret""#)
        #expect("\(quoting)" == "DB501 refused: ERROR 22P02")
        let error = PostgresError.refused(
            ServerError(
                sqlState: "23505", severity: "ERROR", message: "duplicate key",
                detail: "Key (n)=(secret) already exists.", table: "item", constraint: "item_key",
                statementName: "addItem"))
        #expect(
            "\(error)" == "DB501 refused: ERROR 23505, duplicate key, statement addItem, "
                + "table item, constraint item_key")
    }
}
