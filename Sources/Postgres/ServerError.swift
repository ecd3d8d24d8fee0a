/// The server's own words about a refused statement.
package struct ServerError: Error, Sendable, Equatable {
    package let sqlState: String
    /// `ERROR`, `FATAL` or `PANIC`, in English whatever the server's language.
    package let severity: String
    package let message: String
    package let detail: String?
    package let hint: String?
    package let schema: String?
    package let table: String?
    package let column: String?
    package let constraint: String?
    /// The name of the statement that failed, where it has one.
    package let statementName: String?

    package init(
        sqlState: String, severity: String, message: String, detail: String? = nil,
        hint: String? = nil, schema: String? = nil, table: String? = nil, column: String? = nil,
        constraint: String? = nil, statementName: String? = nil
    ) {
        self.sqlState = sqlState
        self.severity = severity
        self.message = message
        self.detail = detail
        self.hint = hint
        self.schema = schema
        self.table = table
        self.column = column
        self.constraint = constraint
        self.statementName = statementName
    }

    /// Whether the server closes the session after this error.
    var endsSession: Bool {
        severity == "FATAL" || severity == "PANIC"
    }
}

extension ServerError: CustomStringConvertible {
    /// Says what went wrong without any bound value, which the detail and some messages quote.
    package var description: String {
        var parts = ["\(severity) \(sqlState)"]
        if !messageMayQuoteValues {
            parts.append(message)
        }
        let places = [
            ("statement", statementName), ("schema", schema), ("table", table),
            ("column", column), ("constraint", constraint),
        ]
        for case (let kind, let name?) in places {
            parts.append("\(kind) \(name)")
        }
        return parts.joined(separator: ", ")
    }

    /// Data exceptions quote the input; PL/pgSQL raises whatever text its author composed.
    private var messageMayQuoteValues: Bool {
        sqlState.hasPrefix("22") || sqlState.hasPrefix("P0")
    }
}
