import Casework
import Postgres
package import WorkingTime

/// The columns of a head that queues, alarms and rights go by.
package struct StoredColumns: Hashable, Sendable {
    package let isOpen: Bool
    package let leadUnit: Int64?
    package let supportingUnits: [Int64]
    package let office: Int64?
    package let handler: Int64?
    package let issueClass: String
    package let category: String
    package let division: String
    package let level: Int
    package let dueAt: Instant
    package let classRank: Int16
    package let complainedUnit: Int64?
    package let project: String?
    package let chains: [String]
    package let serviceOfficer: Int64?
    package let levelHolders: [Int64]
    /// Separated by spaces.
    package let searchBigrams: String

    /// - Parameter row: of `headsByID`.
    init(_ row: Row) throws {
        isOpen = try row.bool("is_open")
        leadUnit = try row.int64OrNil("lead_unit")
        supportingUnits = try row.int64s("supporting_units")
        office = try row.int64OrNil("office")
        handler = try row.int64OrNil("handler")
        issueClass = try row.text("class")
        category = try row.text("category")
        division = try row.text("division")
        level = Int(try row.int16("level"))
        dueAt = try row.instant("due_at")
        classRank = try row.int16("class_rank")
        complainedUnit = try row.int64OrNil("complained_unit")
        project = try row.textOrNil("project")
        chains = try row.texts("chains")
        serviceOfficer = try row.int64OrNil("service_officer")
        levelHolders = try row.int64s("level_holders")
        searchBigrams = try row.texts("search_bigrams").joined(separator: " ")
    }

    /// What they must be for an issue.
    init(of issue: Issue, by columns: HeadColumns) throws {
        let attributes = issue.attributes
        isOpen = try columns.state(of: issue).isOpen
        leadUnit = try columns.unit(attributes.leadUnit)
        supportingUnits = try attributes.supportingUnits.compactMap { try columns.unit($0) }
        office = try columns.unit(attributes.office)
        handler = attributes.handler?.rawValue
        issueClass = attributes.issueClass ?? ""
        category = attributes.category
        division = attributes.division
        level = attributes.level
        dueAt = Instant(microseconds: columns.dueAt(of: issue))
        classRank = columns.classRank(of: issue)
        complainedUnit = try columns.unit(
            attributes.isConfidential ? attributes.complainedUnit : nil)
        project = attributes.project
        chains = attributes.chains
        serviceOfficer = columns.serviceOfficer(of: issue)
        levelHolders = attributes.levelHolders.map(\.rawValue)
        searchBigrams = columns.bigrams(of: issue.narrative)
    }
}
