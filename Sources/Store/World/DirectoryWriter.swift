import Casework
import Definitions
import Postgres
import Workflow

/// Writes a directory's text into its tables; what the text no longer grants is taken back.
struct DirectoryWriter {
    let connection: PostgresConnection
    let queries: QueryCatalogue

    func write(_ document: DirectoryDocument) async throws {
        var statements: [Statement] = []
        for division in document.divisions {
            statements.append(
                queries.statement(
                    .putDivision, .text(division.code), .text(division.name.zh),
                    .text(division.name.en), .text(division.parent)))
        }
        statements += document.units.map(putUnit)
        for person in document.persons {
            statements.append(
                queries.statement(
                    .putPerson, .text(person.login), .text(person.name), .text(person.phone)))
        }
        for enterprise in document.enterprises {
            statements.append(
                queries.statement(
                    .putEnterprise, .text(enterprise.creditCode), .text(enterprise.name),
                    .text(enterprise.division), .texts(enterprise.tags),
                    .texts(Bigrams.all(of: enterprise.name))))
        }
        _ = try await connection.run(statements + rights(document))
    }

    private func putUnit(_ unit: DirectoryDocument.UnitEntry) -> Statement {
        queries.statement(
            .putUnit, .text(unit.code), .text(unit.name.zh), .text(unit.name.en),
            .text(unit.kind.rawValue), .text(unit.parent), .text(unit.division),
            .texts(unit.functions), .texts(unit.categories), .texts(unit.aliases))
    }

    private func rights(_ document: DirectoryDocument) -> [Statement] {
        var statements = [queries.statement(.clearGrants), queries.statement(.clearPairings)]
        for person in document.persons {
            for grant in person.grants {
                statements.append(
                    queries.statement(
                        .addGrant, .text(person.login), .text(grant.role.rawValue),
                        .text(grant.unit)))
            }
            for creditCode in person.pairedEnterprises {
                statements.append(
                    queries.statement(.addPairing, .text(person.login), .text(creditCode)))
            }
        }
        return statements
    }
}
