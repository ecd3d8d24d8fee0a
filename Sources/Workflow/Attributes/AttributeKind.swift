/// Names what an attribute holds.
package enum AttributeKind: Sendable {
    /// The id of a person.
    case person
    case persons
    /// The code of a unit.
    case unit
    case units
    /// RFC 3339, in UTC.
    case instant
    /// A calendar date, `2026-10-09`.
    case date
    /// Words, or one of a workflow's choices.
    case text
    /// Words or codes.
    case texts
    case number
    case boolean
    case issueClass
    case category
    case division
    /// The code of a project.
    case project
    /// The number of another issue.
    case issue
    /// Steps with their dates.
    case plan
    /// What was decided, each with its unit and its date.
    case decisions
    /// What came of it, as the category types it.
    case results
}

extension AttributeKind {
    /// Names the forms in which values stand in the record.
    package enum RecordedForm: Sendable {
        case text, number, boolean, texts, numbers, objects, object
    }

    package var recordedForm: RecordedForm {
        switch self {
        case .unit, .instant, .date, .text, .issueClass, .category, .division, .project, .issue:
            .text
        case .person, .number: .number
        case .boolean: .boolean
        case .units, .texts: .texts
        case .persons: .numbers
        case .plan, .decisions: .objects
        case .results: .object
        }
    }

    /// The form that a field must have to set an attribute of the kind; nil where any will do, and
    /// where no field sets such a one.
    package var fieldForm: FieldDefinition.Form? {
        switch self {
        case .person: .person
        case .unit: .unit
        case .units: .units
        case .date: .date
        case .boolean: .boolean
        case .issueClass: .issueClass
        case .category: .category
        case .division: .division
        case .project: .project
        case .issue: .issue
        case .plan: .plan
        case .decisions: .decisions
        case .results: .results
        case .persons, .instant, .text, .texts, .number: nil
        }
    }
}
