package import Foundation
package import Postgres

/// Holds the text of every named statement, read once when the program starts.
package struct QueryCatalogue: Sendable {
    package let queries: [QueryName: Query]

    /// Reads every `.sql` file of a folder.
    ///
    /// - Throws: `QueryFault` where a name is missing, repeated, or called by nobody.
    package init(folder: URL) throws {
        var found: [String: Query] = [:]
        for file in try Self.files(in: folder) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for query in try QueryFile.queries(in: text, file: file.lastPathComponent) {
                guard found.updateValue(query, forKey: query.name) == nil else {
                    throw QueryFault.repeated(query.name)
                }
            }
        }
        let known = Set(QueryName.allCases.map(\.rawValue))
        let missing = known.subtracting(found.keys).sorted()
        guard missing.isEmpty else { throw QueryFault.missing(missing) }
        let unused = Set(found.keys).subtracting(known).sorted()
        guard unused.isEmpty else { throw QueryFault.unused(unused) }
        queries = found.reduce(into: [:]) { queries, entry in
            if let name = QueryName(rawValue: entry.key) { queries[name] = entry.value }
        }
    }

    private static func files(in folder: URL) throws -> [URL] {
        do {
            return try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil
            ).filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }
        } catch {
            throw QueryFault.unreadable(folder.path)
        }
    }

    package func statement(_ name: QueryName, _ parameters: Parameter...) -> Statement {
        statement(name, parameters)
    }

    package func statement(_ name: QueryName, _ parameters: [Parameter]) -> Statement {
        Statement(name: name.rawValue, sql: queries[name]?.sql ?? "", parameters: parameters)
    }
}
