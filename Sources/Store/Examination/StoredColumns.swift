import Casework
import Postgres
package import Workflow
package import WorkingTime

/// The columns of a head that queues, alarms and rights go by.
package struct StoredColumns: Hashable, Sendable {
    package let isOpen: Bool
    package let dueAt: Instant
    package let classRank: Int16
    /// What attributes fill.
    package let attributes: [HeadColumn: StoredValue]
    /// Separated by spaces.
    package let searchBigrams: String

    /// - Parameter row: of `headsByID`.
    init(_ row: Row) throws {
        isOpen = try row.bool("is_open")
        dueAt = try row.instant("due_at")
        classRank = try row.int16("class_rank")
        attributes = try HeadColumn.allCases.reduce(into: [:]) { $0[$1] = try $1.stored(in: row) }
        searchBigrams = try row.texts("search_bigrams").joined(separator: " ")
    }

    /// What they must be for an issue.
    init(of issue: Issue, by columns: HeadColumns) throws {
        isOpen = try columns.state(of: issue).isOpen
        dueAt = Instant(microseconds: columns.dueAt(of: issue))
        classRank = columns.classRank(of: issue)
        attributes = try HeadColumn.allCases.reduce(into: [:]) {
            $0[$1] = try $1.value(of: issue, by: columns)
        }
        searchBigrams = columns.bigrams(of: issue.narrative)
    }
}

/// The value of a column, units and persons by their ids.
package enum StoredValue: Hashable, Sendable {
    case id(Int64?)
    case ids([Int64])
    case text(String?)
    case texts([String])
    case number(Int)
}

extension HeadColumn {
    fileprivate func stored(in row: Row) throws -> StoredValue {
        switch self {
        case .leadUnit: .id(try row.int64OrNil("lead_unit"))
        case .supportingUnits: .ids(try row.int64s("supporting_units"))
        case .office: .id(try row.int64OrNil("office"))
        case .handler: .id(try row.int64OrNil("handler"))
        case .issueClass: .text(try row.text("class"))
        case .category: .text(try row.text("category"))
        case .division: .text(try row.text("division"))
        case .level: .number(Int(try row.int16("level")))
        case .complainedUnit: .id(try row.int64OrNil("complained_unit"))
        case .project: .text(try row.textOrNil("project"))
        case .subjectUnit: .id(try row.int64OrNil("subject_unit"))
        case .chains: .texts(try row.texts("chains"))
        case .serviceOfficer: .id(try row.int64OrNil("service_officer"))
        case .levelHolders: .ids(try row.int64s("level_holders"))
        }
    }

    fileprivate func value(of issue: Issue, by columns: HeadColumns) throws -> StoredValue {
        let attributes = issue.attributes
        return switch self {
        case .leadUnit: .id(try columns.unit(attributes.leadUnit))
        case .supportingUnits:
            .ids(try attributes.supportingUnits.compactMap { try columns.unit($0) })
        case .office: .id(try columns.unit(attributes.office))
        case .handler: .id(attributes.handler?.rawValue)
        case .issueClass: .text(attributes.issueClass ?? "")
        case .category: .text(attributes.category)
        case .division: .text(attributes.division)
        case .level: .number(attributes.level)
        case .complainedUnit: .id(try columns.unit(attributes.complainedUnit))
        case .project: .text(attributes.project)
        case .subjectUnit: .id(try columns.unit(attributes.subjectUnit))
        case .chains: .texts(attributes.chains)
        case .serviceOfficer: .id(columns.serviceOfficer(of: issue))
        case .levelHolders: .ids(attributes.levelHolders.map(\.rawValue))
        }
    }
}
