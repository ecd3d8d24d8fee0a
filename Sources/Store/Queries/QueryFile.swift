/// One named statement of a file under `SQL/queries`.
package struct Query: Hashable, Sendable {
    /// Says how many rows a statement gives.
    package enum Cardinality: String, Sendable {
        case one, optional, many, execute
    }

    package let name: String
    package let cardinality: Cardinality
    package let sql: String
    package let file: String
}

/// Reads files of named statements: `-- name: issueByNumber :one` above each.
enum QueryFile {
    static func queries(in text: String, file: String) throws(QueryFault) -> [Query] {
        var queries: [Query] = []
        var header: (name: String, cardinality: Query.Cardinality)?
        var lines: [Substring] = []
        func finish() {
            guard let header else { return }
            queries.append(
                Query(
                    name: header.name, cardinality: header.cardinality,
                    sql: lines.joined(separator: "\n"), file: file))
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- name:") {
                finish()
                header = try self.header(line, file)
                lines = []
            } else if header != nil {
                lines.append(line)
            }
        }
        finish()
        return queries
    }

    private static func header(
        _ line: Substring, _ file: String
    ) throws(QueryFault) -> (String, Query.Cardinality) {
        let words = line.split(separator: " ").dropFirst(2)
        guard words.count == 2, let name = words.first, let mark = words.last, mark.hasPrefix(":"),
            let cardinality = Query.Cardinality(rawValue: String(mark.dropFirst()))
        else { throw .badHeader(file: file, line: String(line)) }
        return (String(name), cardinality)
    }
}

/// A fault in the installation's named statements.
package enum QueryFault: Error, Hashable, Sendable, CustomStringConvertible {
    case badHeader(file: String, line: String)
    case repeated(String)
    case missing([String])
    case unused([String])
    case unreadable(String)

    package var code: String { "DB510" }

    package var description: String {
        switch self {
        case .badHeader(let file, let line): "\(file): can't read the header “\(line)”"
        case .repeated(let name): "two statements are named \(name)"
        case .missing(let names): "no statement is named \(names.joined(separator: ", "))"
        case .unused(let names): "nobody calls \(names.joined(separator: ", "))"
        case .unreadable(let path): "can't read \(path)"
        }
    }
}
