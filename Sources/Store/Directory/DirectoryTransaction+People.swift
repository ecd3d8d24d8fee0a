package import Casework
import Postgres
package import WorkingTime

extension DirectoryTransaction {
    /// Lists who has left by a day.
    package func leavers(by day: CalendarDate) async throws -> [PersonID] {
        try await statements.rows(.leavers, Self.date(day)).map {
            PersonID(try $0.int64("id"))
        }
    }

    /// Ends the tokens of those who have left by a day, and of others.
    package func endTokens(
        ofLeaversBy day: CalendarDate, and others: [PersonID]
    ) async throws {
        _ = try await statements.rows(
            .revokeTokensOfLeavers, Self.date(day), .int64s(others.map(\.rawValue)))
    }

    /// Ends the pairings of one the day before and begins them for another.
    ///
    /// - Returns: how many went over.
    package func movePairings(
        from one: PersonID, to other: PersonID, on day: CalendarDate
    ) async throws -> Int {
        let begun = try await statements.rows(
            .beginPairings, .int64(one.rawValue), .int64(other.rawValue), Self.date(day))
        _ = try await statements.rows(.endPairings, .int64(one.rawValue), Self.date(day))
        return begun.affectedCount
    }

    private static func date(_ day: CalendarDate) -> Parameter {
        .date(daysSince1970: Int32(day.dayNumber))
    }
}
