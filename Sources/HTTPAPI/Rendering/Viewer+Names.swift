import APIModel
import Casework
import Workflow
import WorkingTime

/// The names of what stands in answers by codes and logins.
extension Viewer {
    /// Names the units, divisions and people that an event mentions.
    func names(in event: IssueEvent, of fields: [FieldDefinition]) -> [String: String] {
        let persons = Set(fields.filter { $0.form == .person }.map(\.name))
        var names = names(in: event.body.set, at: event.at) ?? [:]
        for (field, value) in event.body.fields {
            names.merge(self.names(in: value, isPerson: persons.contains(field), at: event.at)) {
                $1
            }
        }
        return names
    }

    /// Names those that are mentioned in what is recorded and shown.
    func names(in recorded: RecordedValues, at instant: Instant) -> [String: String]? {
        var found: [String: String] = [:]
        for (attribute, value) in recorded.attributes where attribute.visibility != .hidden {
            let isPerson = attribute.kind == .person
            found.merge(names(in: value, isPerson: isPerson, at: instant)) { $1 }
        }
        return found.isEmpty ? nil : found
    }

    private func names(
        in value: FieldValue, isPerson: Bool, at instant: Instant
    ) -> [String: String] {
        if isPerson, let id = value.integer {
            return person(PersonID(id)).map { [$0.login: $0.name] } ?? [:]
        }
        let codes = value.list?.compactMap { $0.text ?? $0.decidedUnit?.text } ?? [value.text ?? ""]
        return codes.reduce(into: [:]) { names, code in
            if let unit = world.directory.unit(code: code) {
                names[code] = text(unit.name(at: instant))
            }
            if let division = world.directory.division(code) { names[code] = text(division.name) }
        }
    }

    /// Says what an event holds that a category types, by the names of fields and attributes.
    func typed(
        _ event: IssueEvent, _ fields: [FieldDefinition], of issue: Issue,
        _ definition: WorkflowDefinition?
    ) -> [String: [TypedValue]]? {
        var found: [String: [TypedValue]] = [:]
        for field in fields where field.form == .needs || field.form == .results {
            let types = field.form == .needs ? \WorkflowDefinition.Category.needs : \.results
            found[field.name] = typed(
                event.body.fields[field.name]?.object, types, of: issue, definition)
        }
        for (attribute, value) in event.body.set.attributes where attribute.kind == .results {
            found[attribute.name] = typed(value.object, \.results, of: issue, definition)
        }
        return found.isEmpty ? nil : found
    }

    /// The unit at which whoever took an event, or the one for whom it was taken, had the role then; nil
    /// where there are several.
    func unit(behind event: IssueEvent) -> UnitAnswer? {
        guard let id = event.body.onBehalfOf ?? event.by.person,
            let person = world.directory.person(id)
        else { return nil }
        let units = Set(
            person.grants.filter {
                $0.role == event.by.role && $0.validity.holds(at: event.at)
            }.map(\.unit))
        guard units.count == 1 else { return nil }
        let code = units.first.flatMap(world.directory.unit)?.code
        return unit(code, namedAt: event.at)
    }
}
