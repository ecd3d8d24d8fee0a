import Languages
package import Workflow
package import WorkingTime

/// Takes the words in the values of an action as the identifiers that they stand for: what people call
/// fields, choices, units and people, days as they say them, numbers as they write them.
///
/// An identifier stays as it is. So does what is not understood: the decision refuses it, and says what is
/// near.
package struct WordReading: Sendable {
    /// Values by the names of their fields.
    package struct Understood: Hashable, Sendable {
        package var values: [String: FieldValue] = [:]
        /// Where values were sent that were not under the name of their field, by where they stand now;
        /// both as `FieldFault` has places.
        package var sentAt: [String: String] = [:]
    }

    private let definition: WorkflowDefinition
    private let form: FormReading
    /// As the issue stands before the action.
    private let category: String?

    /// - Parameter calendar: by which working days count; nil: no day is understood.
    package init(
        _ definition: WorkflowDefinition, _ directory: Directory, calendar: WorkingCalendar?,
        category: String? = nil, at instant: Instant
    ) {
        self.definition = definition
        self.category = category
        form = FormReading(
            definition: definition, directory: directory, at: instant,
            dates: calendar.map { SpokenDate(at: instant, by: $0) })
    }

    package func read(
        _ sent: [String: FieldValue], for action: ActionDefinition
    ) -> Understood {
        var result = named(sent, by: action)
        let given = action.fields.first { $0.form == .category && $0.sets == .category }
        let category =
            given.flatMap { field in
                result.values[field.name].flatMap { value($0, field, in: nil).value.text }
            } ?? category
        for field in action.fields {
            guard let sent = result.values[field.name] else { continue }
            let read = value(sent, field, in: category)
            result.values[field.name] = read.value
            for (name, sentName) in read.sentAt {
                let place = result.sentAt[field.name] ?? field.name
                result.sentAt["\(field.name)/\(name)"] = "\(place)/\(sentName)"
            }
        }
        return result
    }

    /// Puts values under the names of their fields; one that is given under both stays twice.
    private func named(_ sent: [String: FieldValue], by action: ActionDefinition) -> Understood {
        var result = Understood()
        // Each field may be there under its name and its label; beyond that nothing can be meant.
        guard sent.count <= 2 * action.fields.count else { return Understood(values: sent) }
        for name in sent.keys.sorted() {
            let field = action.field(name) == nil ? action.fieldWords.name(of: name) : nil
            if let field, sent[field] == nil, result.values[field] == nil {
                result.values[field] = sent[name]
                result.sentAt[field] = JSONPointer.path([name])
            } else {
                result.values[name] = sent[name]
            }
        }
        return result
    }

    /// Reads the value of one field, with where what is in it was sent.
    private func value(
        _ sent: FieldValue, _ field: FieldDefinition, in category: String?
    ) -> (value: FieldValue, sentAt: [String: String]) {
        if let types = definition.values(of: field.form, in: category), let members = sent.object {
            let typed = form.typed(members, types)
            return (.object(typed.values), typed.sentAt)
        }
        let identity = FieldIdentity(
            definition: definition, directory: form.directory, category: category)
        if identity.holds(sent, field) { return (sent, [:]) }
        return field.form == .newIssues ? form.newIssues(sent) : (form.value(sent, field), [:])
    }
}
