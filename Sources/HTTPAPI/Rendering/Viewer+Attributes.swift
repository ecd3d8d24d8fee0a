import APIModel
import Casework
import Workflow
import WorkingTime

/// What is recorded of an issue, as people see it.
extension Viewer {
    /// Shows attributes and counters by their names in the record; what serves the rules alone is left
    /// out.
    ///
    /// - Parameter isMeant: leaves out attributes that are shown elsewhere.
    func shown(
        _ recorded: RecordedValues, _ zone: ZoneTable,
        where isMeant: (AttributeDeclaration.Visibility) -> Bool = { _ in true }
    ) -> [String: JSONValue] {
        var shown: [String: JSONValue] = [:]
        for (attribute, value) in recorded.attributes
        where attribute.visibility != .hidden && isMeant(attribute.visibility) {
            shown[attribute.name] = self.shown(value, attribute.kind, zone)
        }
        for (counter, count) in recorded.counters where !counter.isHidden {
            shown[RecordedName.counter(counter).text] = .integer(count)
        }
        for (name, value) in recorded.others where RecordedName(name) == .other(name) {
            shown[name] = JSONValue(value)
        }
        return shown
    }

    /// Persons stand in the record by id and instants in UTC; people see logins and local time.
    private func shown(
        _ value: FieldValue, _ kind: AttributeKind, _ zone: ZoneTable
    ) -> JSONValue {
        switch kind {
        case .person: shownPerson(value)
        case .instant:
            value.text.flatMap(Self.instant).map { JSONValue.text(time($0, zone)) }
                ?? JSONValue(value)
        case .persons, .unit, .units, .date, .text, .texts, .number, .boolean, .issueClass,
            .category, .division, .project, .issue, .plan, .decisions, .results:
            JSONValue(value)
        }
    }

    /// Shows the values that an action was given, people by their logins.
    ///
    /// - Parameter persons: the fields that hold people.
    func shown(
        _ fields: [String: FieldValue], persons: Set<String>
    ) -> [String: JSONValue] {
        fields.reduce(into: [:]) { shown, entry in
            shown[entry.key] =
                persons.contains(entry.key) ? shownPerson(entry.value) : JSONValue(entry.value)
        }
    }

    private func shownPerson(_ value: FieldValue) -> JSONValue {
        guard let id = value.integer else { return JSONValue(value) }
        return .text(person(PersonID(id))?.login ?? String(id))
    }

    private static func instant(_ text: String) -> Instant? {
        do { return try Instant(rfc3339: text) } catch { return nil }
    }
}
