import APIModel
import Casework
import Workflow
import WorkingTime

/// The names of units that stand in answers by their codes.
extension Viewer {
    /// Names the units that an event mentions.
    func unitNames(in event: IssueEvent, of fields: [FieldDefinition]) -> [String: String] {
        let names = unitNames(in: event.body.set, at: event.at) ?? [:]
        return fields.filter { [.unit, .units, .decisions].contains($0.form) }
            .compactMap { event.body.fields[$0.name] }
            .reduce(into: names) { $0.merge(unitNames(in: $1, at: event.at)) { $1 } }
    }

    /// Names those that are mentioned in what is recorded and shown.
    func unitNames(in recorded: RecordedValues, at instant: Instant) -> [String: String]? {
        let names: [String: String] = recorded.attributes
            .filter {
                $0.key.visibility != .hidden && [.unit, .units, .decisions].contains($0.key.kind)
            }
            .reduce(into: [:]) { $0.merge(unitNames(in: $1.value, at: instant)) { $1 } }
        return names.isEmpty ? nil : names
    }

    private func unitNames(in value: FieldValue, at instant: Instant) -> [String: String] {
        let codes = value.list?.compactMap { $0.text ?? $0.decidedUnit?.text } ?? [value.text ?? ""]
        return codes.reduce(into: [:]) { names, code in
            if let unit = world.directory.unit(code: code) {
                names[code] = text(unit.name(at: instant))
            }
        }
    }

    /// Says what an event holds that a category types, by the names of fields and attributes.
    ///
    /// - Parameter category: that which the issue had by then, where it is known.
    func typed(
        _ event: IssueEvent, _ fields: [FieldDefinition], of issue: Issue, in category: String?
    ) -> [String: [TypedValue]]? {
        let category = event.category ?? category
        var found: [String: [TypedValue]] = [:]
        for field in fields where field.form == .needs || field.form == .results {
            let types = field.form == .needs ? \WorkflowDefinition.Category.needs : \.results
            found[field.name] = typed(
                event.body.fields[field.name]?.object, types, of: issue, in: category)
        }
        for (attribute, value) in event.body.set.attributes where attribute.kind == .results {
            found[attribute.name] = typed(
                value.object, \.results, of: issue, in: category)
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

extension IssueEvent {
    /// The category that it gave the issue; nil where it left that as it was.
    var category: String? { body.set.attributes[.category]?.text }
}
