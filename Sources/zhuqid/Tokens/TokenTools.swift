import ArgumentParser
import Casework
import Engine
import Store
import UseCases
import WorkingTime

/// What every command on tokens works with.
struct TokenTools {
    let composition: Composition
    let tokens: ManageTokens
    /// Real time: tokens run on it, also where that of the issues is simulated.
    let now: Instant

    var zone: ZoneTable { composition.world.value.calendars.zone }

    /// Opens what is needed for the body; a fault is told, and the command ends with failure.
    static func with<Value>(
        _ options: DatabaseOptions, _ body: (TokenTools) async throws -> Value
    ) async throws -> Value {
        do {
            return try await withInstallation(options) { composition in
                let tokens = ManageTokens(
                    composition.records.tokens, directory: composition.world.value.directory,
                    now: try await composition.now())
                return try await body(
                    TokenTools(composition: composition, tokens: tokens, now: RealTime.now))
            }
        } catch let fault as TokenFault {
            StandardError.write(fault.words)
            throw ExitCode.failure
        }
    }

    /// Day and minute by the clocks of the city.
    func words(_ instant: Instant) -> String {
        String(instant.rfc3339(in: zone).prefix(16)).replacing("T", with: " ")
    }
}
