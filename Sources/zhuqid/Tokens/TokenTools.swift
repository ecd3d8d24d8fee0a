import ArgumentParser
import Casework
import Engine
import Postgres
import Store
import WorkingTime

/// What every command on tokens works with.
struct TokenTools {
    let house: House
    let connection: PostgresConnection
    let register: TokenRegister
    /// The wall's time: tokens run on it, also where that of the issues is simulated.
    let now: Instant

    var zone: ZoneTable { house.world.value.zone }

    /// Opens what is needed for the body; a fault is told, and the command ends with failure.
    static func with<Value: Sendable>(
        _ options: DatabaseOptions, _ body: @Sendable (TokenTools) async throws -> Value
    ) async throws -> Value {
        let house = try await House(options, poolSize: 2, linkKey: nil, ToolLogger.make())
        do {
            let now = try await house.now()
            let value = try await house.pool.withConnection { connection in
                try await body(
                    TokenTools(
                        house: house, connection: connection,
                        register: TokenRegister(
                            connection: connection, queries: house.queries,
                            directory: house.world.value.directory, now: now),
                        now: RealTime.now))
            }
            await house.close()
            return value
        } catch let fault as TokenFault {
            await house.close()
            StandardError.write("\(fault)")
            throw ExitCode.failure
        } catch {
            await house.close()
            throw error
        }
    }

    func issue(_ login: String, label: String, days: Int) async throws -> String {
        try await register.issue(
            login: login, label: label, at: now, until: now.adding(seconds: Int64(days) * 86400))
    }

    /// Day and minute by the clocks of the city.
    func words(_ instant: Instant) -> String {
        String(instant.rfc3339(in: zone).prefix(16)).replacing("T", with: " ")
    }
}
