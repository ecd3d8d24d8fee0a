/// Names the columns of an issue's head that attributes fill: what queues, rights and searches ask by.
///
/// A test holds them against the table and its statements.
package enum HeadColumn: String, CaseIterable, Sendable {
    case leadUnit = "lead_unit"
    case supportingUnits = "supporting_units"
    case office, handler
    case issueClass = "class"
    case category, division, level
    case complainedUnit = "complained_unit"
    case project, chains
    case subjectUnit = "subject_unit"
    case serviceOfficer = "service_officer"
    case levelHolders = "level_holders"
}
