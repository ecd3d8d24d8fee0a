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
                result.values[field.name].map { value($0, field, in: nil) }?.text
            } ?? category
        for field in action.fields {
            guard let sent = result.values[field.name] else { continue }
            guard let types = definition.values(of: field.form, in: category),
                let members = sent.object
            else {
                result.values[field.name] = value(sent, field, in: category)
                continue
            }
            let typed = typed(members, types)
            result.values[field.name] = .object(typed.values)
            for (name, sentName) in typed.sentAt {
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

    private func typed(
        _ sent: [String: FieldValue], _ types: [ValueDefinition]
    ) -> Understood {
        let words = ValueDefinition.words(of: types)
        guard sent.count <= 2 * types.count else { return Understood(values: sent) }
        var result = Understood()
        for name in sent.keys.sorted() {
            let known = types.contains { $0.name == name } ? nil : words.name(of: name)
            let isTaken = known.map { sent[$0] != nil || result.values[$0] != nil } ?? true
            let own = isTaken ? name : known ?? name
            if own != name { result.sentAt[own] = JSONPointer.path([name]) }
            let kind = types.first { $0.name == own }?.kind
            result.values[own] = sent[name].map { value in
                kind.map { form.value(value, $0) } ?? value
            }
        }
        return result
    }

    private func value(
        _ sent: FieldValue, _ field: FieldDefinition, in category: String?
    ) -> FieldValue {
        let identity = FieldIdentity(
            definition: definition, directory: form.directory, category: category)
        return identity.holds(sent, field) ? sent : form.value(sent, field)
    }
}
