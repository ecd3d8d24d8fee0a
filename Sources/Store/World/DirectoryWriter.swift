import Casework
import Definitions
import Postgres
import Workflow

/// Writes a directory's text into its tables; what the text no longer grants is taken back.
struct DirectoryWriter {
    let connection: PostgresConnection
    let queries: QueryCatalogue

    /// - Parameter earlier: what was published before: what it granted and this one does not is taken
    ///   back, and nothing that came from elsewhere.
    func write(_ document: DirectoryDocument, after earlier: DirectoryDocument?) async throws {
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
        _ = try await connection.run(
            statements + withdrawn(document, earlier) + rights(document)
                + [endTokens(of: dropped(document, earlier))])
    }

    /// Whom the text no longer names.
    private func dropped(
        _ document: DirectoryDocument, _ earlier: DirectoryDocument?
    ) -> [String] {
        Set((earlier?.persons ?? []).map(\.login)).subtracting(document.persons.map(\.login))
            .sorted()
    }

    /// Whoever holds something from elsewhere keeps its tokens.
    private func endTokens(of logins: [String]) -> Statement {
        queries.statement(.revokeTokensWithoutPost, .texts(logins))
    }

    private func putUnit(_ unit: DirectoryDocument.UnitEntry) -> Statement {
        queries.statement(
            .putUnit, .text(unit.code), .text(unit.name.zh), .text(unit.name.en),
            .text(unit.kind.rawValue), .text(unit.parent), .text(unit.division),
            .texts(unit.functions), .texts(unit.categories), .texts(unit.aliases))
    }

    private func withdrawn(
        _ document: DirectoryDocument, _ earlier: DirectoryDocument?
    ) -> [Statement] {
        let kept = Dictionary(
            document.persons.map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first })
        return (earlier?.persons ?? []).flatMap { old in
            let grants = old.grants.filter { kept[old.login]?.grants.contains($0) != true }
            let paired = old.pairedEnterprises.filter {
                kept[old.login]?.pairedEnterprises.contains($0) != true
            }
            return grants.map {
                queries.statement(
                    .removeGrant, .text(old.login), .text($0.role.rawValue), .text($0.unit))
            } + paired.map { queries.statement(.removePairing, .text(old.login), .text($0)) }
        }
    }

    private func rights(_ document: DirectoryDocument) -> [Statement] {
        var statements: [Statement] = []
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
