import CLibPQ

extension ServerError {
    /// Reads the server's error; nil where libpq itself made the result, as it does when the
    /// connection breaks.
    init?(_ result: OpaquePointer, statementName: String) {
        guard let sqlState = DiagnosticField.sqlState.text(of: result) else { return nil }
        self.init(
            sqlState: sqlState,
            severity: DiagnosticField.severity.text(of: result) ?? "ERROR",
            message: DiagnosticField.message.text(of: result) ?? "",
            detail: DiagnosticField.detail.text(of: result),
            hint: DiagnosticField.hint.text(of: result),
            schema: DiagnosticField.schema.text(of: result),
            table: DiagnosticField.table.text(of: result),
            column: DiagnosticField.column.text(of: result),
            constraint: DiagnosticField.constraint.text(of: result),
            statementName: statementName.isEmpty ? nil : statementName)
    }
}
