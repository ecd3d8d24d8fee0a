/// A query with its bound values.
///
/// A named statement is prepared once per connection, just before its first use there. A statement
/// with an empty name is parsed every time.
/// Invariant: one name always stands for one text; the server refuses a second text.
package struct Statement: Sendable {
    package let name: String
    package let sql: String
    package let parameters: [Parameter]

    package init(name: String, sql: String, parameters: [Parameter]) {
        self.name = name
        self.sql = sql
        self.parameters = parameters
    }
}
