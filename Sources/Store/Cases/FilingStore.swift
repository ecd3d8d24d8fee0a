package import Casework
package import Engine
import Postgres
import Workflow
import WorkingTime

extension PostgresCaseStore {
    package func earlierFiling(
        by filer: PersonID, key: CommandKey
    ) async throws -> EarlierFiling? {
        try await read(.filingByKey, .int64(filer.rawValue), .bytes(key.bytes)).first.map { row in
            EarlierFiling(filed: CaseID(try row.int64(0)), requestDigest: try row.bytes(1))
        }
    }

    package func file(
        _ filing: Filing,
        deciding decide: @Sendable ([BirthCertificate]) throws -> [Decision.Birth]
    ) async throws -> FilingOutcome {
        try await converting {
            try await pool.withConnection { connection in
                if let earlier = try await earlierCase(filing, connection) {
                    return .replay(earlier)
                }
                return try await file(filing, connection, decide)
            }
        }
    }

    private func earlierCase(
        _ filing: Filing, _ connection: PostgresConnection
    ) async throws -> CaseID? {
        guard let filer = filing.principal.personID else { throw Refusal.forbidden(action: "file") }
        let rows = try await connection.query(
            queries.statement(.filingByKey, .int64(filer.rawValue), .bytes(filing.key.bytes)))
        guard let row = rows.first else { return nil }
        guard try row.bytes(1) == filing.requestDigest else { throw Refusal.keyReused }
        return CaseID(try row.int64(0))
    }

    private func file(
        _ filing: Filing, _ connection: PostgresConnection,
        _ decide: @Sendable ([BirthCertificate]) throws -> [Decision.Birth]
    ) async throws -> FilingOutcome {
        let answers = try await connection.run([
            queries.statement(.drawCaseID),
            queries.statement(.drawIssueIDs, .int32(Int32(filing.issues.count))),
        ])
        guard let caseID = try answers[0].first?.int64(0), let filer = filing.principal.personID
        else { throw WorldFault("no id was drawn for a case") }
        _ = try await connection.run([TransactionControl.begin, TransactionControl.waitBriefly])
        let enterprise = try await enterprise(of: filing, connection)
        let facts = try await facts(of: enterprise, connection)
        let decided = try decide(
            try certificates(answers[1], for: filing, of: CaseID(caseID), enterprise, facts))
        let number = try await takeNumber(filing, connection)
        let filed = filedCase(filing, CaseID(caseID), number, filer, enterprise)
        let births = decided.map { $0.numbered(number) }
        var changes = changeSet()
        for birth in births { try changes.add(birth) }
        do throws(PostgresError) {
            _ = try await connection.run(
                [addCase(filed, filing)] + changes.statements(queries) + [TransactionControl.commit]
            )
        } catch {
            throw translated(error, filing)
        }
        return .filed(filed, births)
    }

    /// Adds the enterprise where it is new, within the filing's transaction: whoever came first wins.
    private func enterprise(
        of filing: Filing, _ connection: PostgresConnection
    ) async throws -> EnterpriseID {
        switch filing.enterprise {
        case .known(let id): return id
        case .new(let creditCode, let name, let division):
            return try await addEnterprise(creditCode, name, division, connection)
        }
    }

    private func addEnterprise(
        _ creditCode: String, _ name: String, _ division: String, _ connection: PostgresConnection
    ) async throws -> EnterpriseID {
        let added = try await connection.query(
            queries.statement(
                .addEnterprise, .text(creditCode), .text(name), .text(division),
                .texts(Bigrams.all(of: name))))
        if let row = added.first { return EnterpriseID(try row.int64(0)) }
        let known = try await connection.query(
            queries.statement(.enterpriseByCreditCode, .text(creditCode)))
        guard let row = known.first else {
            throw WorldFault("an enterprise was neither added nor found")
        }
        return EnterpriseID(try row.int64(0))
    }

    /// A filing that another one with the same key overtook is sent again, and then replays it.
    private func translated(_ error: PostgresError, _ filing: Filing) -> any Error {
        switch error.serverError?.constraint {
        case "a_filing_counts_once": StoreFailure.transient("the filing was made meanwhile")
        case "external_reference_is_used_once":
            Refusal.externalReferenceTaken(filing.externalReference ?? "")
        default: error
        }
    }

    /// Takes the next number of the year, for the case that nothing but its commit now follows: others
    /// wait for that, and have the number if it fails.
    private func takeNumber(
        _ filing: Filing, _ connection: PostgresConnection
    ) async throws -> String {
        let calendar = world.value.workflow(filing.workflow)
            .flatMap { world.value.currentCalendar($0.definition.calendar) }
        let year = (calendar?.zone ?? .utc).date(at: filing.receivedAt).year
        let taken = try await connection.run([
            TransactionControl.waitInLine,
            queries.statement(.takeCaseNumber, .int32(Int32(year))),
        ])
        guard let row = taken[1].first else { throw WorldFault("no number was taken for a case") }
        return try row.text(0)
    }

    private func filedCase(
        _ filing: Filing, _ id: CaseID, _ number: String, _ filer: PersonID,
        _ enterprise: EnterpriseID
    ) -> FiledCase {
        FiledCase(
            id: id, number: number, enterprise: enterprise,
            workflow: filing.workflow, source: filing.source,
            externalReference: filing.externalReference, note: filing.note, filer: filer,
            filedAt: filing.receivedAt, creditCodeOverride: filing.creditCodeOverride)
    }

    private func facts(
        of enterprise: EnterpriseID, _ connection: PostgresConnection
    ) async throws -> EnterpriseFacts {
        let rows = try await connection.query(
            queries.statement(.enterprisesByID, .int64s([enterprise.rawValue])))
        guard let found = try rows.first.map(self.enterprise) else { return EnterpriseFacts() }
        return EnterpriseFacts(tags: found.tags, chains: found.chains, locality: found.locality)
    }

    private func certificates(
        _ rows: Rows, for filing: Filing, of id: CaseID, _ enterprise: EnterpriseID,
        _ facts: EnterpriseFacts
    ) throws -> [BirthCertificate] {
        try zip(rows, filing.ordinals).map { row, ordinal in
            BirthCertificate(
                issue: IssueID(try row.int64(0)), caseID: id, enterprise: enterprise,
                ordinal: ordinal, facts: facts)
        }
    }

    private func addCase(_ filed: FiledCase, _ filing: Filing) -> Statement {
        queries.statement(
            .addCase, .int64(filed.id.rawValue), .text(filed.number),
            .int64(filed.enterprise.rawValue), .int64(filed.workflow.rawValue),
            .text(filed.source), .text(filed.externalReference), .text(filed.note),
            .text(filing.creditCodeOverride), .int64(filed.filer.rawValue),
            .timestamp(microseconds: filed.filedAt.microseconds), .bytes(filing.key.bytes),
            .bytes(filing.requestDigest))
    }
}
