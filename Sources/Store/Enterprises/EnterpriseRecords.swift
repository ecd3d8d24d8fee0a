package import Casework
import Postgres

/// Finds enterprises.
package struct EnterpriseRecords: Sendable {
    let database: Database

    package func enterprise(creditCode: String) async throws -> Enterprise? {
        try await database.read(.enterpriseByCreditCode, .text(creditCode)).first
            .map(EnterpriseRow.enterprise)
    }

    /// Nil where there is no id, as of issues that are about something else.
    package func enterprise(_ id: EnterpriseID?) async throws -> Enterprise? {
        guard let id else { return nil }
        return try await enterprises([id])[id]
    }

    package func enterprises(_ ids: [EnterpriseID]) async throws -> [EnterpriseID: Enterprise] {
        let rows = try await database.read(.enterprisesByID, .int64s(ids.map(\.rawValue)))
        return try rows.reduce(into: [:]) { found, row in
            let enterprise = try EnterpriseRow.enterprise(row)
            found[enterprise.id] = enterprise
        }
    }

    /// Searches by words that the name or the credit code holds, each of them.
    ///
    /// Shape: ordered by id, after a place in that order.
    package func search(
        _ text: String, after: EnterpriseID?, limit: Int
    ) async throws -> [Enterprise] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        // What may be part of a code is not looked for in the index of names.
        let bigrams = words.filter { !Self.mayBeCode($0) }.flatMap(Bigrams.all)
        return try await database.search(
            .searchEnterprises,
            [
                bigrams.isEmpty ? .noTexts : .texts(bigrams),
                .texts(words.map { Bigrams.pattern(Self.mayBeCode($0) ? $0.uppercased() : $0) }),
                .int64(after?.rawValue ?? 0), .int32(Int32(limit)),
            ]
        ).map(EnterpriseRow.enterprise)
    }

    private static func mayBeCode(_ word: String) -> Bool { word.allSatisfy(\.isASCII) }
}
