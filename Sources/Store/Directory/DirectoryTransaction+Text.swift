package import Casework
import Postgres
import Workflow
package import WorkingTime

extension DirectoryTransaction {
    /// Takes back what an earlier text granted and the next one does not: nothing that came from
    /// elsewhere.
    package func takeBack(_ withdrawal: DirectoryWithdrawal) async throws {
        _ = try await run(
            statements(for: withdrawal)
                // Whoever holds something from elsewhere keeps its tokens.
                + [statement(.revokeTokensWithoutPost, .texts(withdrawal.dropped))])
    }

    private func statements(for withdrawal: DirectoryWithdrawal) -> [Statement] {
        withdrawal.losses.flatMap { loss in
            loss.grants.map {
                statement(
                    .removeGrant, .text(loss.login), .text($0.role.rawValue), .text($0.unit))
            }
                + loss.pairedEnterprises.map {
                    statement(.removePairing, .text(loss.login), .text($0))
                }
        }
    }

    /// Lists the rows of a table as files hold them; nil stands for an empty cell.
    ///
    /// - Parameter zone: in which times are written.
    package func rows(of table: RosterTable, in zone: ZoneTable) async throws -> [[String?]] {
        try await RosterRecords(statements).rows(of: table, in: zone)
    }
}
