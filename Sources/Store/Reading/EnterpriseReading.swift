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

    /// Searches by words that the name or the credit code holds, each of them.
    ///
    /// Shape: ordered by id, after a place in that order.
    package func searchEnterprises(
        _ text: String, after: EnterpriseID?, limit: Int
    ) async throws -> [Enterprise] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        // What may be part of a code is not looked for in the index of names.
        let bigrams = words.filter { !Self.mayBeCode($0) }.flatMap(Bigrams.all)
        return try await search(
            .searchEnterprises,
            [
                bigrams.isEmpty ? nullTexts : .texts(bigrams),
                .texts(words.map { Bigrams.pattern(Self.mayBeCode($0) ? $0.uppercased() : $0) }),
                .int64(after?.rawValue ?? 0), .int32(Int32(limit)),
            ]
        ).map(enterprise)
    }

    private static func mayBeCode(_ word: String) -> Bool { word.allSatisfy(\.isASCII) }

    func enterprise(_ row: Row) throws -> Enterprise {
        Enterprise(
            id: EnterpriseID(try row.int64(0)), creditCode: try row.text(1),
            name: try row.text(2), division: try row.text(3), tags: try row.texts(4),
            chains: try row.texts(5), locality: try row.textOrNil(8), size: try row.textOrNil(6),
            industry: try row.textOrNil(7))
    }
}
