/// What the server makes of a query: the types it expects and the columns it returns.
package struct StatementDescription: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package let name: String
        package let oid: UInt32
    }

    package let parameterOIDs: [UInt32]
    package let columns: [Column]
}
