import Casework
import Engine
import Postgres

/// Loads what the filings of a batch need, and draws the ids that they may use.
struct FilingLoad {
    private let needs: [FilingNeeds]
    /// The places of the answers.
    private var earlier = 0, enterprises = 0, references = 0
    private var caseIDs = 0, enterpriseIDs = 0, issueIDs = 0

    init(_ needs: [FilingNeeds], _ queries: QueryCatalogue, on trip: inout Trip) {
        self.needs = needs
        guard !needs.isEmpty else { return }
        let referring = needs.filter { $0.externalReference != nil }
        earlier = trip.add(
            queries.statement(
                .filingsByKey, .int64s(needs.map { $0.filer?.rawValue }),
                .byteas(needs.map(\.key.bytes))))
        enterprises = trip.add(
            queries.statement(.enterprisesByCreditCode, .texts(needs.compactMap(\.creditCode))))
        references = trip.add(
            queries.statement(
                .referencesTaken, .texts(referring.map(\.source)),
                .texts(referring.compactMap(\.externalReference))))
        caseIDs = trip.add(queries.statement(.drawCaseIDs, .int32(Int32(needs.count))))
        enterpriseIDs = trip.add(queries.statement(.drawEnterpriseIDs, .int32(Int32(needs.count))))
        let newIssueCount = needs.reduce(0) { $0 + $1.issueCount }
        issueIDs = trip.add(queries.statement(.drawIssueIDs, .int32(Int32(newIssueCount))))
    }

    func loaded(from answers: [Rows]) throws -> [LoadedFiling] {
        guard !needs.isEmpty else { return [] }
        let known = try answers[enterprises].map(EnterpriseRow.enterprise)
            .reduce(into: [String: Enterprise]()) { $0[$1.creditCode] = $1 }
        let made = try made(answers[earlier])
        let taken = Set(
            try answers[references].map {
                Reference(source: try $0.text("source"), text: try $0.text("external_reference"))
            })
        let cases = try answers[caseIDs].map { CaseID(try $0.int64("id")) }
        let fresh = try newEnterprises(answers[enterpriseIDs])
        var issues = try answers[issueIDs].map { IssueID(try $0.int64("id")) }[...]
        return needs.indices.map { place in
            let needs = needs[place]
            let ids = issues.prefix(needs.issueCount)
            issues = issues.dropFirst(needs.issueCount)
            let reference = needs.externalReference.map {
                Reference(source: needs.source, text: $0)
            }
            return LoadedFiling(
                earlier: made[Made(filer: needs.filer, key: needs.key)],
                enterprise: needs.creditCode.flatMap { known[$0] },
                isReferenceTaken: reference.map(taken.contains) ?? false, caseID: cases[place],
                newEnterpriseID: fresh[place], issueIDs: Array(ids))
        }
    }

    private struct Made: Hashable {
        let filer: PersonID?
        let key: CommandKey
    }

    private struct Reference: Hashable {
        let source: String
        let text: String
    }

    private func made(_ rows: Rows) throws -> [Made: EarlierFiling] {
        try rows.reduce(into: [:]) { made, row in
            let key = Made(
                filer: PersonID(try row.int64("filer")),
                key: CommandKey(bytes: try row.bytes("command_key")))
            made[key] = EarlierFiling(
                filed: CaseID(try row.int64("id")), requestDigest: try row.bytes("request_digest"))
        }
    }

    /// An id for the enterprise of each filing, should it be new: the same for the same credit code.
    private func newEnterprises(_ rows: Rows) throws -> [EnterpriseID] {
        var byCode: [String: EnterpriseID] = [:]
        return try zip(needs, rows).map { needs, row in
            let id = EnterpriseID(try row.int64("id"))
            guard let code = needs.creditCode else { return id }
            if let same = byCode[code] { return same }
            byCode[code] = id
            return id
        }
    }
}
