package import Casework
import Postgres

extension PostgresCaseStore {
    package func enterprise(creditCode: String) async throws -> Enterprise? {
        try await read(.enterpriseByCreditCode, .text(creditCode)).first.map(enterprise)
    }

    package func enterprises(_ ids: [EnterpriseID]) async throws -> [EnterpriseID: Enterprise] {
        let rows = try await read(.enterprisesByID, .int64s(ids.map(\.rawValue)))
        return try rows.reduce(into: [:]) { found, row in
            let enterprise = try enterprise(row)
            found[enterprise.id] = enterprise
        }
    }

    /// Searches by a part of the name or of the credit code.
    ///
    /// Shape: ordered by id, after a place in that order.
    package func searchEnterprises(
        _ text: String, after: EnterpriseID?, limit: Int
    ) async throws -> [Enterprise] {
        let bigrams = Bigrams.all(of: text)
        let isCode = text.allSatisfy { $0.isASCII }
        return try await search(
            .searchEnterprises,
            [
                isCode || bigrams.isEmpty ? nullTexts : .texts(bigrams),
                .text(Bigrams.pattern(isCode ? text.uppercased() : text)),
                .int64(after?.rawValue ?? 0), .int32(Int32(limit)),
            ]
        ).map(enterprise)
    }

    func enterprise(_ row: Row) throws -> Enterprise {
        Enterprise(
            id: EnterpriseID(try row.int64(0)), creditCode: try row.text(1),
            name: try row.text(2), division: try row.text(3), tags: try row.texts(4),
            chains: try row.texts(5), locality: try row.textOrNil(8), size: try row.textOrNil(6),
            industry: try row.textOrNil(7))
    }
}
