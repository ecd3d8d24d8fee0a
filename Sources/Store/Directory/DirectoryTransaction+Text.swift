package import Casework
import Postgres
import Workflow

extension DirectoryTransaction {
    /// Writes a directory's text into its tables, and takes back what an earlier one granted and this
    /// one does not: nothing that came from elsewhere.
    package func write(
        _ document: DirectoryDocument, takingBack withdrawal: DirectoryWithdrawal
    ) async throws {
        _ = try await run(
            entries(of: document) + statements(for: withdrawal) + rights(in: document)
                // Whoever holds something from elsewhere keeps its tokens.
                + [statement(.revokeTokensWithoutPost, .texts(withdrawal.dropped))])
    }

    private func entries(of document: DirectoryDocument) -> [Statement] {
        document.divisions.map { division in
            statement(
                .putDivision, .text(division.code), .text(division.name.zh),
                .text(division.name.en), .text(division.parent))
        }
            + document.units.map(putUnit)
            + document.persons.map { person in
                statement(.putPerson, .text(person.login), .text(person.name), .text(person.phone))
            }
            + document.enterprises.map { enterprise in
                statement(
                    .putEnterprise, .text(enterprise.creditCode), .text(enterprise.name),
                    .text(enterprise.division), .texts(enterprise.tags),
                    .texts(Bigrams.all(of: enterprise.name)))
            }
    }

    private func putUnit(_ unit: DirectoryDocument.UnitEntry) -> Statement {
        statement(
            .putUnit, .text(unit.code), .text(unit.name.zh), .text(unit.name.en),
            .text(unit.kind.rawValue), .text(unit.parent), .text(unit.division),
            .texts(unit.functions), .texts(unit.categories), .texts(unit.aliases))
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

    private func rights(in document: DirectoryDocument) -> [Statement] {
        document.persons.flatMap { person in
            person.grants.map { grant in
                statement(
                    .addGrant, .text(person.login), .text(grant.role.rawValue), .text(grant.unit))
            }
                + person.pairedEnterprises.map {
                    statement(.addPairing, .text(person.login), .text($0))
                }
        }
    }
}
