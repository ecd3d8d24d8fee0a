import Casework
import Postgres

/// Reads the columns of `enterprisesByID` and its sisters.
enum EnterpriseRow {
    static func enterprise(_ row: Row) throws -> Enterprise {
        Enterprise(
            id: EnterpriseID(try row.int64("id")), creditCode: try row.text("credit_code"),
            name: try row.text("name"), division: try row.text("division"),
            tags: try row.texts("tags"), chains: try row.texts("chains"),
            locality: try row.textOrNil("locality"), size: try row.textOrNil("size"),
            industry: try row.textOrNil("industry"))
    }
}
