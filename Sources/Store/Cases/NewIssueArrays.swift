import Casework
import Postgres
import WorkingTime

/// The columns of `createIssues`, one element for each issue that is created.
struct NewIssueArrays {
    private var issues: [Issue] = []
    private var areNumbered: [Bool] = []
    private var states: [StateCatalogue.State] = []
    private var leadUnits: [Int64?] = []
    private var supportingUnits: [String] = []
    private var offices: [Int64?] = []
    private var complainedUnits: [Int64?] = []
    private var classRanks: [Int16] = []
    private var dueAts: [Int64] = []
    private var attributes: [[UInt8]] = []
    private var chains: [String] = []
    private var serviceOfficers: [Int64?] = []
    private var subjectUnits: [Int64?] = []

    var count: Int { issues.count }

    /// - Parameter isNumbered: false where the issue has its place in a case whose number comes before.
    mutating func add(_ issue: Issue, isNumbered: Bool, _ columns: HeadColumns) throws {
        issues.append(issue)
        areNumbered.append(isNumbered)
        states.append(try columns.state(of: issue))
        leadUnits.append(try columns.unit(issue.attributes.leadUnit))
        supportingUnits.append(try columns.supportingUnits(of: issue))
        offices.append(try columns.unit(issue.attributes.office))
        let isConfidential = issue.attributes.isConfidential
        complainedUnits.append(
            isConfidential ? try columns.unit(issue.attributes.complainedUnit) : nil)
        classRanks.append(columns.classRank(of: issue))
        dueAts.append(columns.dueAt(of: issue))
        attributes.append(try columns.attributes(of: issue))
        chains.append(columns.chains(of: issue))
        serviceOfficers.append(columns.serviceOfficer(of: issue))
        subjectUnits.append(try columns.unit(issue.attributes.subjectUnit))
    }

    var parameters: [Parameter] {
        [
            .int64s(issues.map(\.id.rawValue)), .texts(issues.map(\.number)),
            .int64s(issues.map(\.caseID.rawValue)), .int64s(issues.map(\.enterprise?.rawValue)),
            .int64s(issues.map(\.filer?.rawValue)), .int64s(issues.map(\.workflow.rawValue)),
            .int32s(issues.map { Int32($0.sequence) }), .int32s(states.map(\.id)),
            .bools(states.map(\.isOpen)), .int64s(leadUnits), .texts(supportingUnits),
            .int64s(offices), .int64s(issues.map(\.attributes.handler?.rawValue)),
            .int64s(complainedUnits), .texts(issues.map { $0.attributes.issueClass ?? "" }),
            .int16s(classRanks), .texts(issues.map(\.attributes.category)),
            .texts(issues.map(\.attributes.division)),
            .int16s(issues.map { Int16($0.attributes.level) }), .timestamps(dueAts),
            .jsons(attributes),
            .int32s(issues.map { Int32($0.clockCount) }), .byteas(issues.map(\.digest)),
            .timestamps(issues.map(\.createdAt.microseconds)),
            .texts(issues.map(\.attributes.project)), .texts(chains), .int64s(serviceOfficers),
            .bools(areNumbered), .int64s(subjectUnits),
        ]
    }
}
