import Workflow

/// Says that an issue ended because another one of its enterprise is about the same. Term: 并单.
///
/// The other one takes an action of its own by this, after the event is stored.
package struct MergeStep: Hashable, Sendable, Codable {
    /// The number of the issue that goes on for both.
    package let into: String
    /// What that one is to know, by the names of fields.
    package let values: [String: FieldValue]
}

extension MergeStep {
    /// The fields that the action of the other issue may have.
    package enum Field: String, CaseIterable, Sendable {
        /// The number of the issue that ended.
        case mergedIssue
        /// Who merged it.
        case mergedBy
        /// Who had filed it, and who looked after it since.
        case mergedFiler, mergedOfficer
    }
}

extension ActionDefinition {
    /// Tells whether the action lets an issue end in favour of another: one of its fields names that.
    package var merges: Bool {
        fields.contains { $0.form == .issue && $0.sets == .mergedInto }
    }
}

extension Draft {
    mutating func mergeInto() {
        guard let target = issue.attributes.mergedInto else { return }
        let people: [(MergeStep.Field, PersonID?)] = [
            (.mergedBy, situation.principal.personID), (.mergedFiler, before.filer),
            (.mergedOfficer, before.serviceOfficer),
        ]
        var values = [MergeStep.Field.mergedIssue.rawValue: FieldValue.text(before.number)]
        for (field, person) in people {
            values[field.rawValue] = person.flatMap(situation.world.directory.person)
                .map { .text($0.login) }
        }
        merge = MergeStep(into: target, values: values)
    }
}
