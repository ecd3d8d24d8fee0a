import Casework
import Postgres
import WorkingTime

/// The columns of `moveHeads`, one element for each issue that moves.
struct HeadArrays {
    private var ids: [Int64] = []
    private var fromSequences: [Int32] = []
    private var sequences: [Int32] = []
    private var states: [Int32] = []
    private var areOpen: [Bool] = []
    private var leadUnits: [Int64?] = []
    private var supportingUnits: [String] = []
    private var offices: [Int64?] = []
    private var handlers: [Int64?] = []
    private var classes: [String] = []
    private var classRanks: [Int16] = []
    private var categories: [String] = []
    private var divisions: [String] = []
    private var levels: [Int16] = []
    private var dueAts: [Int64] = []
    private var attributes: [[UInt8]] = []
    private var clockCounts: [Int32] = []
    private var digests: [[UInt8]] = []
    private var updatedAts: [Int64] = []
    private var workflows: [Int64] = []
    private var serviceOfficers: [Int64?] = []
    private var levelHolders: [String] = []

    var count: Int { ids.count }

    mutating func add(
        _ issue: Issue, from sequence: Int, _ columns: HeadColumns
    ) throws {
        let state = try columns.state(of: issue)
        ids.append(issue.id.rawValue)
        fromSequences.append(Int32(sequence))
        sequences.append(Int32(issue.sequence))
        states.append(state.id)
        areOpen.append(state.isOpen)
        leadUnits.append(try columns.unit(issue.attributes.leadUnit))
        supportingUnits.append(try columns.supportingUnits(of: issue))
        offices.append(try columns.unit(issue.attributes.office))
        handlers.append(issue.attributes.handler?.rawValue)
        classes.append(issue.attributes.issueClass ?? "")
        classRanks.append(columns.classRank(of: issue))
        categories.append(issue.attributes.category)
        divisions.append(issue.attributes.division)
        levels.append(Int16(issue.attributes.level))
        dueAts.append(columns.dueAt(of: issue))
        attributes.append(try columns.attributes(of: issue))
        clockCounts.append(Int32(issue.clockCount))
        digests.append(issue.digest)
        updatedAts.append(issue.updatedAt.microseconds)
        workflows.append(issue.workflow.rawValue)
        serviceOfficers.append(columns.serviceOfficer(of: issue))
        levelHolders.append(columns.levelHolders(of: issue))
    }

    var parameters: [Parameter] {
        [
            .int64s(ids), .int32s(fromSequences), .int32s(sequences), .int32s(states),
            .bools(areOpen), .int64s(leadUnits), .texts(supportingUnits), .int64s(offices),
            .int64s(handlers), .texts(classes), .int16s(classRanks), .texts(categories),
            .texts(divisions), .int16s(levels), .timestamps(dueAts), .jsons(attributes),
            .int32s(clockCounts), .byteas(digests),
            .timestamps(updatedAts), .int64s(workflows), .int64s(serviceOfficers),
            .texts(levelHolders),
        ]
    }
}
