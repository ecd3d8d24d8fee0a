package import Languages
package import Workflow

/// What the names mean that histories and questions hold, whichever version they come from.
extension PublishedDefinitions {
    /// Lists the versions of the workflow that a version belongs to: itself first, then the others
    /// from the newest on. A history may speak of all of them.
    private func related(to id: WorkflowVersionID) -> [WorkflowDefinition] {
        guard let own = workflow(id) else { return [] }
        let others = versions(of: own.definition.id).filter { $0.version != own.version }
        return [own.definition] + others.reversed().map(\.definition)
    }

    /// What people call an action in a history that may span versions.
    package func label(ofAction name: String, in id: WorkflowVersionID) -> Label {
        if let administrative = AdministrativeAction.named(name) { return administrative.label }
        return related(to: id).lazy.compactMap { $0.action(name)?.label }.first
            ?? Label(zh: name, en: name)
    }

    /// The fields of an action in a history that may span versions.
    package func fields(ofAction name: String, in id: WorkflowVersionID) -> [FieldDefinition] {
        related(to: id).lazy.compactMap { $0.action(name)?.fields }.first ?? []
    }

    /// What people call a state in a history that may span versions.
    package func label(ofState name: String, in id: WorkflowVersionID) -> Label? {
        related(to: id).lazy.compactMap { $0.state(name)?.label }.first
    }

    /// What people call a category, in the newest version that has it.
    package func label(ofCategory code: String) -> Label {
        all.sorted { $0.version > $1.version }.lazy
            .compactMap { $0.definition.category(code)?.label }.first ?? Label(zh: code, en: code)
    }

    /// What people call a class, in the newest version that has it.
    package func label(ofClass name: String) -> Label {
        all.sorted { $0.version > $1.version }.lazy
            .compactMap { $0.definition.issueClass(name)?.label }.first
            ?? Label(zh: name, en: name)
    }

    /// How a recorded proposal came about. Those of earlier releases begin with the code of the category;
    /// people are shown its label.
    package func explanation(of proposal: ProposalRecord) -> Label {
        let text = proposal.explanation
        for (before, after) in [("category ", " is led by "), ("no rule covers ", ": ")] {
            guard text.en.hasPrefix(before), let end = text.en.firstRange(of: after) else {
                continue
            }
            let code = String(text.en[..<end.lowerBound].dropFirst(before.count))
            guard knowsCategory(code) else { continue }
            let label = label(ofCategory: code)
            return Label(
                zh: text.zh.replacing(code, with: "“\(label.zh)”", maxReplacements: 1),
                en: text.en.replacing(code, with: "“\(label.en)”", maxReplacements: 1))
        }
        return text
    }

    /// What typed values mean that an issue or an event holds: by the category that types all of them,
    /// else each by some category that knows it.
    ///
    /// Values stay where an issue goes over to another category, and are those of the former one.
    ///
    /// - Parameter categories: codes of those that are asked first.
    package func values(
        named names: Set<String>,
        _ types: KeyPath<WorkflowDefinition.Category, [ValueDefinition]>,
        asking categories: [String], in id: WorkflowVersionID
    ) -> [ValueDefinition] {
        func isWhole(_ category: WorkflowDefinition.Category) -> Bool {
            names.isSubset(of: category[keyPath: types].map(\.name))
        }
        let own = workflow(id)?.definition
        let asked = categories.compactMap { own?.category($0) }
        if let whole = asked.first(where: isWhole) { return whole[keyPath: types] }
        let others = related(to: id)
        let all =
            asked + others.flatMap { version in categories.compactMap(version.category) }
            + others.flatMap(\.categories)
        if let whole = all.first(where: isWhole) { return whole[keyPath: types] }
        var seen: Set<String> = []
        return all.flatMap { $0[keyPath: types] }
            .filter { names.contains($0.name) && seen.insert($0.name).inserted }
    }

    package var categories: [String] {
        Set(all.flatMap { $0.definition.categories.map(\.code) }).sorted()
    }

    package var classes: [String] {
        Set(all.flatMap { $0.definition.classes.map(\.name) }).sorted()
    }

    /// The states of all versions, as histories may stand in any.
    package var states: [String] {
        Set(all.flatMap { $0.definition.states.map(\.name) }).sorted()
    }

    /// Tells whether issues are open in a state of this name, in any version.
    package func hasOpenState(named name: String) -> Bool {
        all.contains { $0.definition.state(name)?.isOpen ?? false }
    }

    package func knowsCategory(_ code: String) -> Bool {
        all.contains { $0.definition.category(code) != nil }
    }

    /// Tells whether any workflow has the action, or the engine itself.
    package func knowsAction(_ name: String) -> Bool {
        AdministrativeAction.named(name) != nil
            || all.contains { $0.definition.action(name) != nil }
    }
}
